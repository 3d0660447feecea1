/**
 * Salesforce, both ways. In: intents and changed accounts, through the Pub/Sub API, by SOQL where
 * events were missed, and as Outbound Messages. Out: what became of each intent, and how far each
 * order is.
 *
 * <p>{@code Order_Intent__e -> IntentTopic -> TakenIntents -> IntentDesk}; {@code OrderEvent ->
 * OrderStatuses -> StatusSender -> Throughline_Order__c, Order_Status__e}.
 */
@NullMarked
package io.throughline.command.salesforce;

import org.jspecify.annotations.NullMarked;
