/**
 * A logistics provider after ShipBob: orders over REST, milestones as signed webhooks (Standard
 * Webhooks) that are sent until somebody takes them, sometimes twice and sometimes out of order.
 */
@NullMarked
package io.throughline.simulators.shipbob;

import org.jspecify.annotations.NullMarked;
