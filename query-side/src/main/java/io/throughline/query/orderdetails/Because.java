package io.throughline.query.orderdetails;

import java.util.Map;

/**
 * What an order waits for, or why it waits for nothing: a closed list, each with its sentence in
 * English. Whoever speaks another language makes a sentence of the same values.
 */
public enum Because {
  /** Something of it waits for a person: its exceptions say what. */
  PARKED(""),
  COMPLETED("It is not stuck: it is delivered, invoiced and paid."),
  CANCELLED("It is not stuck: it is cancelled."),
  PAUSED("Operators paused it until they resume it: {reason}"),
  HELD("It is held until somebody releases it: {reason}"),
  SUBSCRIPTIONS_RUN(
      "It is not stuck: its goods are settled, and what it subscribes to runs on; the next invoice"
          + " is due on {day}."),
  SUBSCRIPTIONS_RUN_OUT(
      "It is not stuck: its goods are settled, and what it subscribes to runs on."),
  DELIVERY("It waits for the logistics provider to deliver shipment {shipmentId}."),
  TAKING_ON("It is about to be taken on."),

  // steps that are under way
  VALIDATE_ORDER(
      "It waits for the ERP to check customer, credit, products, prices, tax and stock."),
  CREATE_SALES_ORDER("It waits for the ERP to take the order into its books."),
  UPDATE_SALES_ORDER("It waits for the ERP to take the order into its books as it was changed."),
  SOURCE_AGAIN("It waits for the ERP to take goods from another warehouse: one is out of them."),
  CHECK_ALLOCATION("It waits for the ERP to say which goods it has set aside."),
  /** The same, once the ERP has said that some goods are lacking. */
  BACK_ORDERED("It waits for stock: some of it is back-ordered until the ERP restocks."),
  REQUEST_SHIPMENT("It waits for the logistics provider to take on shipment {shipmentId}."),
  CONFIRM_COUNT("It waits for it to be settled what left in shipment {shipmentId}."),
  RECORD_ITEM_FULFILMENT("It waits for the ERP to record that shipment {shipmentId} left."),
  CREATE_INVOICE("It waits for the ERP to invoice shipment {shipmentId}."),
  CHECK_PAYMENT("It waits for the customer to pay the invoice of shipment {shipmentId}."),
  CANCEL_SHIPMENT("It waits for the logistics provider to stop shipment {shipmentId}."),
  CHECK_SHIPMENT_SHIPPED(
      "It waits for the logistics provider to say whether shipment {shipmentId} was shipped, which"
          + " is overdue."),
  CHECK_SHIPMENT_DELIVERED(
      "It waits for the logistics provider to say whether shipment {shipmentId} was delivered,"
          + " which is overdue."),
  HOLD_SHIPMENT("It waits for the logistics provider to keep shipment {shipmentId} back."),
  RELEASE_SHIPMENT("It waits for the logistics provider to let shipment {shipmentId} go."),
  INVOICE_PERIOD(
      "It waits for the ERP to invoice period {period} of the subscription of line {lineId}."),
  ADJUST_PERIOD(
      "It waits for the ERP to book what a change makes of the subscription of line {lineId}."),
  CHECK_BILL_PAYMENT("It waits for the customer to pay the invoice {billId} of a subscription."),
  APPLY_CREDIT("It waits for the ERP to lessen the invoice {billId} by the credit {creditId}."),
  REFUND_SUBSCRIPTION_CREDIT("It waits for the ERP to pay the credit {creditId} back."),
  CHECK_SUBSCRIPTION_CHANGE(
      "It waits for the ERP to say whether the subscription of line {lineId} may be changed so."),
  RENEW_SUBSCRIPTION(
      "It waits for the ERP to say whether the subscription of line {lineId} may go on for another"
          + " term."),
  AWAIT_SUBSCRIPTION_DAY(
      "It waits for the next day on which something of a subscription is due, {day}."),
  CLOSE_SALES_ORDER("It waits for the ERP to close the order in its books."),
  REQUEST_DEPOSIT("It waits for the ERP to ask the customer for a deposit."),
  CHECK_DEPOSIT("It waits for the customer to pay the deposit."),
  APPLY_DEPOSIT(
      "It waits for the ERP to pay the invoice of shipment {shipmentId} with the deposit."),
  REFUND_DEPOSIT("It waits for the ERP to pay the rest of the deposit back."),
  AWAIT_SHIP_DAY("It waits for the time to ask for the goods that are wanted on {day}."),
  INFORM_ORDER("It waits for nothing: its history is being brought up to date."),
  AUTHORIZE_RETURN("It waits for the ERP to allow return {returnId}."),
  ANNOUNCE_RETURN("It waits for the logistics provider to expect return {returnId}."),
  CHECK_RETURN("It waits for the goods of return {returnId} to come back and be looked at."),
  CONFIRM_INSPECTION("It waits for what was found of return {returnId} to be settled."),
  RECORD_RETURN_RECEIPT("It waits for the ERP to record that return {returnId} is back."),
  CREATE_CREDIT_MEMO("It waits for the ERP to credit return {returnId}."),
  REFUND_CREDIT("It waits for the ERP to pay return {returnId} back."),
  WITHDRAW_ANNOUNCEMENT(
      "It waits for the logistics provider not to expect return {returnId} any more."),
  CLOSE_RETURN_AUTHORIZATION("It waits for the ERP to close return {returnId} in its books.");

  private final String sentence;

  Because(String sentence) {
    this.sentence = sentence;
  }

  String sentence(Map<String, String> values) {
    var told = sentence;
    for (var value : values.entrySet()) {
      told = told.replace("{" + value.getKey() + "}", value.getValue());
    }
    return told;
  }
}
