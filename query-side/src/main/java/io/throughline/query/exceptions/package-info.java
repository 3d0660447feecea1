/**
 * What is stuck, whose move is it? {@code fulfilment events -> ParkedException ->
 * exceptions(filter, first, after)}.
 */
@NullMarked
package io.throughline.query.exceptions;

import org.jspecify.annotations.NullMarked;
