/**
 * Operators fold views anew and have parked events tried again. {@code POST /api/v1/replays/{slice}
 * -> Slices.replay -> GraphQL's replays; POST /api/v1/dead-letters/{processor}/retry ->
 * Slices.retryParked}
 */
@NullMarked
package io.throughline.query.replay;

import org.jspecify.annotations.NullMarked;
