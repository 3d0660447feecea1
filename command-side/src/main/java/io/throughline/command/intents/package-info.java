/**
 * What the CRM wants, as intents under ids of its own, becomes the ordinary commands. Each feature
 * says how a kind of intent is read; here it is decided once, however often it comes.
 *
 * <p>{@code Intent -> IntentDesk -> SubmitOrder, CancelOrder, HoldFulfilment, …}
 */
@NullMarked
package io.throughline.command.intents;

import org.jspecify.annotations.NullMarked;
