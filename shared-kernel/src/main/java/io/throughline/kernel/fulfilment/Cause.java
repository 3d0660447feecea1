package io.throughline.kernel.fulfilment;

import static io.throughline.kernel.fulfilment.Remedy.APPROVE_PRICE;
import static io.throughline.kernel.fulfilment.Remedy.CANCEL_ORDER;
import static io.throughline.kernel.fulfilment.Remedy.CORRECT_ADDRESS;
import static io.throughline.kernel.fulfilment.Remedy.CORRECT_TAX_REGION;
import static io.throughline.kernel.fulfilment.Remedy.EDIT_FIELD;
import static io.throughline.kernel.fulfilment.Remedy.KEEP_OURS;
import static io.throughline.kernel.fulfilment.Remedy.LINK_CUSTOMER;
import static io.throughline.kernel.fulfilment.Remedy.RELEASE_CREDIT;
import static io.throughline.kernel.fulfilment.Remedy.REMOVE_LINE;
import static io.throughline.kernel.fulfilment.Remedy.RETRY;
import static io.throughline.kernel.fulfilment.Remedy.SUBSTITUTE_PRODUCT;
import static io.throughline.kernel.fulfilment.Remedy.TAKE_THEIRS;

import java.util.List;

/**
 * Why a step was parked: a closed list, each with the queue whose move it is and the remedies that
 * mend it. Where an order has several, the first in this list is the one it is parked for; the
 * others stand in its findings.
 */
public enum Cause {
  CUSTOMER_UNKNOWN("The ERP does not know the customer", Queue.SALES, RETRY, CANCEL_ORDER),
  CUSTOMER_INACTIVE("The ERP has the customer on hold", Queue.FINANCE, RETRY, CANCEL_ORDER),
  DUPLICATE_CUSTOMER(
      "The ERP has another customer that it takes for the same",
      Queue.SALES,
      EDIT_FIELD,
      LINK_CUSTOMER,
      RETRY),
  CUSTOMER_REFUSED("The ERP did not take the customer", Queue.SALES, EDIT_FIELD, RETRY),
  CUSTOMER_CONFLICT(
      "Salesforce and the ERP both changed a field of the customer",
      Queue.SALES,
      KEEP_OURS,
      TAKE_THEIRS,
      EDIT_FIELD),
  PRODUCT_UNKNOWN(
      "The ERP does not know a product",
      Queue.SALES,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  PRODUCT_DISCONTINUED(
      "A product is discontinued",
      Queue.SALES,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  TAX_REGION_UNKNOWN(
      "The ERP does not know the tax region",
      Queue.FINANCE,
      CORRECT_TAX_REGION,
      RETRY,
      CANCEL_ORDER),
  PRICE_NOT_APPROVED(
      "A price is not what may be granted", Queue.FINANCE, APPROVE_PRICE, RETRY, CANCEL_ORDER),
  CREDIT_LIMIT_EXCEEDED(
      "The order exceeds the customer's credit limit",
      Queue.FINANCE,
      RELEASE_CREDIT,
      RETRY,
      CANCEL_ORDER),
  NOT_STOCKED(
      "No warehouse stocks a product",
      Queue.LOGISTICS,
      SUBSTITUTE_PRODUCT,
      REMOVE_LINE,
      RETRY,
      CANCEL_ORDER),
  ERP_REFUSED("The ERP refused the request", Queue.INTEGRATION, RETRY, CANCEL_ORDER),
  ERP_UNAVAILABLE(
      "The ERP did not answer in time, again and again", Queue.INTEGRATION, RETRY, CANCEL_ORDER),
  ADDRESS_REJECTED(
      "The logistics provider cannot deliver to the address",
      Queue.SALES,
      CORRECT_ADDRESS,
      RETRY,
      CANCEL_ORDER),
  CARRIER_REFUSED(
      "The logistics provider refused the request", Queue.LOGISTICS, RETRY, CANCEL_ORDER),
  CARRIER_UNAVAILABLE(
      "The logistics provider did not answer in time, again and again",
      Queue.LOGISTICS,
      RETRY,
      CANCEL_ORDER),
  WEBHOOK_MISSING(
      "The logistics provider tells of no progress, and says of none when asked",
      Queue.LOGISTICS,
      RETRY,
      CANCEL_ORDER),
  CARRIER_LOST("The goods left and never arrived", Queue.LOGISTICS, RETRY, CANCEL_ORDER),
  RETURNED_TO_SENDER("The goods came back undelivered", Queue.LOGISTICS, RETRY, CANCEL_ORDER);

  private final String summary;
  private final Queue queue;
  private final List<Remedy> remedies;

  Cause(String summary, Queue queue, Remedy... remedies) {
    this.summary = summary;
    this.queue = queue;
    this.remedies = List.of(remedies);
  }

  public String summary() {
    return summary;
  }

  public Queue queue() {
    return queue;
  }

  /** Whether the step got no answer, so that it may be carried out all the same. */
  public boolean leavesUnsure() {
    return this == ERP_UNAVAILABLE || this == CARRIER_UNAVAILABLE;
  }

  /** The most helpful first. */
  public List<Remedy> remedies() {
    return remedies;
  }
}
