/**
 * A logistics provider after ShipHero: orders, holds and returns over GraphQL with bearer tokens
 * that are renewed, and webhooks signed with an HMAC of the body that are tried six times. It tells
 * of picking and shipping; how the carrier gets on can only be asked.
 */
@NullMarked
package io.throughline.simulators.shiphero;

import org.jspecify.annotations.NullMarked;
