/**
 * What every slice shares: {@code Kafka batch -> one find of the affected documents -> fold in
 * memory -> one bulk write -> the slice's position, in the slice's own database}. A document knows
 * the last event folded into it, so redelivery does no harm; an order whose event cannot be folded
 * is parked alone, in order, and holds up nobody.
 */
@NullMarked
package io.throughline.query.projection;

import org.jspecify.annotations.NullMarked;
