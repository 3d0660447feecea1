/**
 * The event store beside its peers: Axon's stock JDBC engine, one row inserted and committed at a
 * time, and a table that is updated with an audit row.
 *
 * <p>{@code EventStoreSuite -> Server, OurEngine, StockEngine, PlainInsert, AuditedUpdate}
 */
@NullMarked
package io.throughline.bench.eventstore;

import org.jspecify.annotations.NullMarked;
