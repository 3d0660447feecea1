/**
 * What analysts ask of the past, over GraphQL as any client does: an order's history, all histories
 * for process mining, and what another credit rule would have come to.
 */
@NullMarked
package io.throughline.local.past;

import org.jspecify.annotations.NullMarked;
