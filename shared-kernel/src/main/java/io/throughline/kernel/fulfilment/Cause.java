package io.throughline.kernel.fulfilment;

import static io.throughline.kernel.fulfilment.Queue.FINANCE;
import static io.throughline.kernel.fulfilment.Queue.INTEGRATION;
import static io.throughline.kernel.fulfilment.Queue.LOGISTICS;
import static io.throughline.kernel.fulfilment.Queue.SALES;
import static io.throughline.kernel.fulfilment.Remedy.ACCEPT_AMOUNT;
import static io.throughline.kernel.fulfilment.Remedy.ACCEPT_COUNT;
import static io.throughline.kernel.fulfilment.Remedy.ACCEPT_INSPECTION;
import static io.throughline.kernel.fulfilment.Remedy.APPROVE_PRICE;
import static io.throughline.kernel.fulfilment.Remedy.CANCEL_ORDER;
import static io.throughline.kernel.fulfilment.Remedy.CLOSE_SHORT;
import static io.throughline.kernel.fulfilment.Remedy.CORRECT_ADDRESS;
import static io.throughline.kernel.fulfilment.Remedy.CORRECT_TAX_REGION;
import static io.throughline.kernel.fulfilment.Remedy.DISMISS_COUNT;
import static io.throughline.kernel.fulfilment.Remedy.EDIT_FIELD;
import static io.throughline.kernel.fulfilment.Remedy.END_SUBSCRIPTION;
import static io.throughline.kernel.fulfilment.Remedy.HAND_TO_COLLECTIONS;
import static io.throughline.kernel.fulfilment.Remedy.KEEP_OURS;
import static io.throughline.kernel.fulfilment.Remedy.LEAVE_ON_ACCOUNT;
import static io.throughline.kernel.fulfilment.Remedy.LINK_CUSTOMER;
import static io.throughline.kernel.fulfilment.Remedy.RELEASE_CREDIT;
import static io.throughline.kernel.fulfilment.Remedy.REMOVE_LINE;
import static io.throughline.kernel.fulfilment.Remedy.REPRICE;
import static io.throughline.kernel.fulfilment.Remedy.RETRY;
import static io.throughline.kernel.fulfilment.Remedy.SUBSTITUTE_PRODUCT;
import static io.throughline.kernel.fulfilment.Remedy.TAKE_THEIRS;
import static io.throughline.kernel.fulfilment.Remedy.WAIVE_DEPOSIT;
import static io.throughline.kernel.fulfilment.Remedy.WITHDRAW_RETURN;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why a step was parked: a closed list, each with the queue whose move it is, how many hours that
 * queue has (business time), and the remedies that mend it, the most helpful first. Where an order
 * has several, the first in this list is the one it is parked for; the others stand in its
 * findings. {@code docs/causes.md} tells how each is recognized.
 */
public enum Cause {
  // the customer
  CUSTOMER_UNKNOWN("The ERP does not know the customer", SALES, 8, RETRY, CANCEL_ORDER),
  CUSTOMER_INACTIVE("The ERP has the customer on hold", FINANCE, 8, RETRY, CANCEL_ORDER),
  CUSTOMER_NOT_IN_SUBSIDIARY(
      "The customer is not one of the company that sells", FINANCE, 8, RETRY, CANCEL_ORDER),
  DUPLICATE_CUSTOMER(
      "The ERP has another customer that it takes for the same",
      SALES,
      24,
      EDIT_FIELD,
      LINK_CUSTOMER,
      RETRY),
  CUSTOMER_REFUSED("The ERP did not take the customer", SALES, 24, EDIT_FIELD, RETRY),
  CUSTOMER_CONFLICT(
      "Salesforce and the ERP both changed a field of the customer",
      SALES,
      24,
      KEEP_OURS,
      TAKE_THEIRS,
      EDIT_FIELD),
  CRM_REFUSED(
      "Salesforce does not take what changed of the customer", SALES, 24, EDIT_FIELD, RETRY),
  // what is sold
  PRODUCT_UNKNOWN(
      "The ERP does not know a product",
      SALES,
      8,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  PRODUCT_DISCONTINUED(
      "A product is discontinued", SALES, 8, SUBSTITUTE_PRODUCT, REMOVE_LINE, RETRY, CANCEL_ORDER),
  PRODUCT_NOT_IN_SUBSIDIARY(
      "A product is not sold by the company that sells",
      SALES,
      8,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  UNIT_OF_MEASURE(
      "The ERP does not sell a product in the order's unit",
      SALES,
      8,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  QUANTITY_REFUSED(
      "The ERP does not sell so many or so few of a product",
      SALES,
      8,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  TAX_REGION_UNKNOWN(
      "The ERP does not know the tax region", FINANCE, 8, CORRECT_TAX_REGION, RETRY, CANCEL_ORDER),
  CURRENCY_NOT_ALLOWED(
      "The customer cannot be billed in the order's currency", FINANCE, 8, RETRY, CANCEL_ORDER),
  PARTNER_UNKNOWN("The ERP does not know the sales partner", SALES, 8, RETRY, CANCEL_ORDER),
  DATE_REFUSED("The ERP does not take one of the order's dates", SALES, 8, RETRY, CANCEL_ORDER),
  PRICE_NOT_APPROVED(
      "A price is not what may be granted", FINANCE, 4, APPROVE_PRICE, RETRY, CANCEL_ORDER),
  CREDIT_LIMIT_EXCEEDED(
      "The order exceeds the customer's credit limit",
      FINANCE,
      4,
      RELEASE_CREDIT,
      RETRY,
      CANCEL_ORDER),
  WAREHOUSE_UNKNOWN(
      "A warehouse of ours is not known where the goods are asked for",
      LOGISTICS,
      8,
      RETRY,
      CANCEL_ORDER),
  NOT_STOCKED(
      "No warehouse stocks a product",
      LOGISTICS,
      24,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  OUT_OF_STOCK(
      "A warehouse turned out to be out of a product, and no other has it",
      LOGISTICS,
      24,
      RETRY,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      CANCEL_ORDER),
  // the ERP's books
  PERIOD_CLOSED("The accounting period is closed", FINANCE, 24, RETRY, CANCEL_ORDER),
  POSTING_LOCKED("Posting is locked", FINANCE, 8, RETRY, CANCEL_ORDER),
  INVOICE_REFUSED("The ERP refused the invoice", FINANCE, 8, RETRY),
  FULFILMENT_REFUSED("The ERP does not take that the goods have left", LOGISTICS, 8, RETRY),
  AMOUNT_DIFFERS(
      "The ERP books another amount than was agreed",
      FINANCE,
      8,
      RETRY,
      ACCEPT_AMOUNT,
      CANCEL_ORDER),
  DEPOSIT_NOT_PAID(
      "The deposit that the order waits for is not paid",
      FINANCE,
      24,
      RETRY,
      WAIVE_DEPOSIT,
      CANCEL_ORDER),
  DEPOSIT_REFUSED(
      "The ERP refused to book what was paid in advance as it should be", FINANCE, 8, RETRY),
  SALES_ORDER_MISSING("The ERP has lost the order", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  ORDER_CLOSED_IN_ERP("Somebody closed the order in the ERP", SALES, 8, RETRY, CANCEL_ORDER),
  INVOICE_MISSING("The ERP has lost the invoice", FINANCE, 8, RETRY),
  PAYMENT_REVERSED(
      "A payment was taken back, and the invoice is due again",
      FINANCE,
      24,
      RETRY,
      HAND_TO_COLLECTIONS),
  // subscriptions
  RENEWAL_PRODUCT_GONE(
      "What is subscribed to is not sold any more, and another term would begin",
      SALES,
      24,
      SUBSTITUTE_PRODUCT,
      END_SUBSCRIPTION,
      RETRY),
  RENEWAL_PRICE_NOT_APPROVED(
      "The price of a subscription is not what may be granted for another term",
      SALES,
      24,
      REPRICE,
      APPROVE_PRICE,
      END_SUBSCRIPTION,
      RETRY),
  PAYMENT_OVERDUE(
      "A subscription goes on, and an invoice of it is not paid",
      FINANCE,
      24,
      RETRY,
      END_SUBSCRIPTION),
  // how the ERP takes requests
  ERP_FIELD_MISSING("The ERP misses a field", INTEGRATION, 8, RETRY, CANCEL_ORDER),
  ERP_FIELD_REFUSED("The ERP does not take a field's value", INTEGRATION, 8, RETRY, CANCEL_ORDER),
  ERP_SETUP_INCOMPLETE("The ERP lacks a field of ours", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  ERP_SCRIPT_FAILED("A script of the ERP's failed", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  PERMISSION_MISSING("Our role may not do that there", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  ERP_REFUSED("The ERP refused the request", INTEGRATION, 8, RETRY, CANCEL_ORDER),
  RECORD_CHANGED(
      "Somebody else changes the record all the time", INTEGRATION, 8, RETRY, CANCEL_ORDER),
  TOKEN_REJECTED("Our credentials are not taken", INTEGRATION, 2, RETRY, CANCEL_ORDER),
  QUOTA_EXHAUSTED("We may not call any more for now", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  ERP_MAINTENANCE("The ERP is being maintained", INTEGRATION, 8, RETRY, CANCEL_ORDER),
  ERP_UNAVAILABLE(
      "The ERP did not answer in time, again and again", INTEGRATION, 4, RETRY, CANCEL_ORDER),
  // shipping
  ADDRESS_REJECTED(
      "The logistics provider cannot deliver to the address",
      SALES,
      4,
      CORRECT_ADDRESS,
      RETRY,
      CANCEL_ORDER),
  CARRIER_PRODUCT_UNKNOWN(
      "The logistics provider does not know a product", LOGISTICS, 8, RETRY, CANCEL_ORDER),
  SHIPPING_METHOD_REFUSED(
      "The logistics provider does not ship in that way", LOGISTICS, 8, RETRY, CANCEL_ORDER),
  CARRIER_REFUSED("The logistics provider refused the request", LOGISTICS, 8, RETRY, CANCEL_ORDER),
  CARRIER_UNAVAILABLE(
      "The logistics provider did not answer in time, again and again",
      LOGISTICS,
      4,
      RETRY,
      CANCEL_ORDER),
  CARRIER_HOLD("The logistics provider keeps the goods back", LOGISTICS, 24, RETRY, CANCEL_ORDER),
  CUT_OFF_MISSED(
      "The goods are packed and have not left the warehouse", LOGISTICS, 8, RETRY, CANCEL_ORDER),
  OVER_SHIPPED(
      "More left the warehouse than was asked for", LOGISTICS, 8, DISMISS_COUNT, ACCEPT_COUNT),
  SHORT_SHIPPED(
      "Less left the warehouse than was asked for",
      LOGISTICS,
      8,
      ACCEPT_COUNT,
      CLOSE_SHORT,
      DISMISS_COUNT),
  SHIPMENT_UNKNOWN(
      "The logistics provider took the shipment, and does not know it any more",
      LOGISTICS,
      4,
      RETRY,
      CANCEL_ORDER),
  WEBHOOK_MISSING(
      "The logistics provider tells of no progress, and says of none when asked",
      LOGISTICS,
      8,
      RETRY,
      CANCEL_ORDER),
  DAMAGED_IN_TRANSIT("The goods were damaged on their way", LOGISTICS, 8, RETRY, CANCEL_ORDER),
  RETURNED_TO_SENDER("The goods came back undelivered", LOGISTICS, 24, RETRY, CANCEL_ORDER),
  CARRIER_EXCEPTION(
      "The carrier met an obstacle, and nothing has been heard since",
      LOGISTICS,
      24,
      RETRY,
      CANCEL_ORDER),
  DELIVERY_UNCONFIRMED(
      "The goods were out for delivery, and nobody confirms it",
      LOGISTICS,
      24,
      RETRY,
      CANCEL_ORDER),
  CARRIER_LOST("The goods left and never arrived", LOGISTICS, 24, RETRY, CANCEL_ORDER),
  // goods that come back
  RETURN_REFUSED("The ERP does not allow the return", SALES, 8, RETRY, WITHDRAW_RETURN),
  RETURN_NOT_EXPECTED(
      "The logistics provider does not take the goods back", LOGISTICS, 8, RETRY, WITHDRAW_RETURN),
  RETURN_OVERDUE(
      "The goods were to come back, and have not come", LOGISTICS, 48, RETRY, WITHDRAW_RETURN),
  INSPECTION_DIFFERS("What came back is not what was announced", LOGISTICS, 24, ACCEPT_INSPECTION),
  RETURN_NOT_RECEIVABLE("The ERP does not take that the goods are back", LOGISTICS, 8, RETRY),
  CREDIT_REFUSED("The ERP refused the credit memo", FINANCE, 8, RETRY),
  REFUND_REFUSED("The ERP refused to pay the credit back", FINANCE, 8, RETRY, LEAVE_ON_ACCOUNT);

  private static final Set<Cause> UNSURE =
      EnumSet.of(
          RECORD_CHANGED,
          TOKEN_REJECTED,
          QUOTA_EXHAUSTED,
          ERP_MAINTENANCE,
          ERP_UNAVAILABLE,
          CARRIER_UNAVAILABLE);

  private final String summary;
  private final Queue queue;
  private final Duration due;
  private final List<Remedy> remedies;

  Cause(String summary, Queue queue, int hours, Remedy... remedies) {
    this.summary = summary;
    this.queue = queue;
    this.due = Duration.ofHours(hours);
    this.remedies = List.of(remedies);
  }

  public String summary() {
    return summary;
  }

  public Queue queue() {
    return queue;
  }

  /** How long the queue has to mend it (business time): what is open longer is alerted. */
  public Duration due() {
    return due;
  }

  /** Whether the step got no answer, so that it may be carried out all the same. */
  public boolean leavesUnsure() {
    return UNSURE.contains(this);
  }

  /** The most helpful first. */
  public List<Remedy> remedies() {
    return remedies;
  }
}
