package io.throughline.kernel.fulfilment;

/**
 * What a finding may state of what was compared. The list is closed, so that each has words in
 * every language that people read.
 */
public enum Condition {
  AGREED("agreed"),
  ANNOUNCED("announced"),
  /** What the other system said, in its own words. */
  ANSWER("answer"),
  ASKED("asked"),
  AWAITED("awaited"),
  BILL("bill"),
  BOOKED("booked"),
  CODE("code"),
  COMMON("common"),
  COUNTED("counted"),
  CREDIT("credit"),
  CREDIT_LIMIT("creditLimit"),
  /** Of the amounts beside it, ISO 4217. */
  CURRENCY("currency"),
  CUSTOMER_ID("customerId"),
  DISCOUNT("discount"),
  DUE("due"),
  ERP("erp"),
  ERP_ORDER_ID("erpOrderId"),
  EXPOSURE("exposure"),
  FIELD("field"),
  FOUND("found"),
  HIGHEST("highest"),
  INVOICE("invoice"),
  LEFT("left"),
  LIST_PRICE("listPrice"),
  NET("net"),
  NUMBER("number"),
  ORDER("order"),
  ORDER_ID("orderId"),
  OURS("ours"),
  PAID("paid"),
  PARTNER_DISCOUNT("partnerDiscount"),
  PRODUCT_ID("productId"),
  PROVIDER("provider"),
  REMAINING("remaining"),
  RETURN_ID("returnId"),
  REVERSED("reversed"),
  SHIPMENT_ID("shipmentId"),
  STATUS("status"),
  STOCK("stock"),
  TAX_REGION("taxRegion"),
  THEIRS("theirs"),
  UNIT_PRICE("unitPrice");

  private final String named;

  Condition(String named) {
    this.named = named;
  }

  /** As it stands in a finding's values. */
  public String named() {
    return named;
  }
}
