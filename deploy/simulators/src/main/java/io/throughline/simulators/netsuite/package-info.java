/**
 * A NetSuite account: its REST record service, transforms, SuiteQL and OAuth 2.0 token endpoint,
 * over an item master, an order book and double-entry ledgers.
 */
@NullMarked
package io.throughline.simulators.netsuite;

import org.jspecify.annotations.NullMarked;
