/**
 * How many calls may go to another system, counted once for all nodes: each node leases permits
 * from PostgreSQL for some seconds and deals them out to its lanes, so that a call costs no
 * question to the database. What a system says of its limits (429, {@code Retry-After}) is obeyed
 * by all nodes.
 *
 * <p>{@code Caller -> Budget -> Gate}, and every quarter of a second {@code Budget -> LeaseTable ->
 * Shares}
 */
@NullMarked
package io.throughline.command.platform.budget;

import org.jspecify.annotations.NullMarked;
