/** The event store on PostgreSQL: what was acknowledged is there, in order, once. */
@NullMarked
package io.throughline.command.eventstore;

import org.jspecify.annotations.NullMarked;
