/**
 * A logistics provider after ShipBob: orders, holds and returns over REST, milestones as signed
 * webhooks (Standard Webhooks) that are sent until somebody takes them.
 */
@NullMarked
package io.throughline.simulators.shipbob;

import org.jspecify.annotations.NullMarked;
