/**
 * Committed events to Kafka, in the order of the log, as CloudEvents. {@code events -> Publisher ->
 * throughline.events.v1}, partitioned by customer. Published at least once: readers know an event
 * by its global index.
 */
@NullMarked
package io.throughline.command.publication;

import org.jspecify.annotations.NullMarked;
