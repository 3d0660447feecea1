/**
 * The words of the fulfilment process: the steps it asks for, why one is parked, whose move it then
 * is and what mends it.
 */
@NullMarked
package io.throughline.kernel.fulfilment;

import org.jspecify.annotations.NullMarked;
