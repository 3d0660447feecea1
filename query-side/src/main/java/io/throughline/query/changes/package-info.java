/**
 * What changes, told as it happens. {@code Kafka -> Tail -> Watch -> orderChanged(id)}: every node
 * reads every event's headers, so it does not matter which one folds it and which one is asked.
 */
@NullMarked
package io.throughline.query.changes;

import org.jspecify.annotations.NullMarked;
