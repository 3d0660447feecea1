/**
 * What an order comes to, in units and in money, reckoned from its events alone and in one place,
 * so that the process's tests, the views and whoever audits a run reckon alike. What must hold at
 * every moment is stated here too, in words that name the line or the amount.
 *
 * <p>{@code FulfilmentEvent -> Ledger.evolve -> LineUnits, MoneyTotals -> Ledger.breaches}
 */
@NullMarked
package io.throughline.kernel.ledger;

import org.jspecify.annotations.NullMarked;
