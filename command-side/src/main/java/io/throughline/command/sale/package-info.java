/**
 * What people who sell do with an order on its way, over HTTP: {@code ChangeFulfilment ->
 * OrderChangeStarted -> OrderChanged} or {@code OrderChangeRefused}; {@code HoldFulfilment ->
 * OrderHeld}, {@code ReleaseFulfilment -> OrderReleased}; and what they ask of the ERP before they
 * sell at all ({@code DraftChecks}, which stores nothing).
 */
@NullMarked
package io.throughline.command.sale;

import org.jspecify.annotations.NullMarked;
