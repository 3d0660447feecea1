/**
 * Salesforce, both ways. In: intents and changed accounts, through the Pub/Sub API, by SOQL where
 * events were missed, and as Outbound Messages. Out: what became of each intent, how far each order
 * is, and what a customer says since somebody changed it elsewhere.
 *
 * <p>{@code Order_Intent__e -> IntentTopic -> TakenIntents -> IntentDesk}; {@code OrderEvent ->
 * OrderStatuses -> Teller -> Throughline_Order__c, Order_Status__e}; {@code CustomerEvent ->
 * CustomerNews -> CustomerTeller -> Account, Contact}.
 */
@NullMarked
package io.throughline.command.salesforce;

import org.jspecify.annotations.NullMarked;
