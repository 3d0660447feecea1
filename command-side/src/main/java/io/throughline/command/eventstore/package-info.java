/**
 * The event store on PostgreSQL: what was acknowledged is there, in order, once. Concurrent
 * commands' events go into one statement and one commit; the index is dense and in the order of
 * commits; each event's hash links it to the one before.
 *
 * <p>{@code command -> aggregate -> LogEngine.appendEvents -> Appender -> events, NOTIFY ->
 * RecentEvents -> LogStream -> processors}
 */
@NullMarked
package io.throughline.command.eventstore;

import org.jspecify.annotations.NullMarked;
