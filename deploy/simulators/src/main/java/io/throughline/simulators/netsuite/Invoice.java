package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An invoice of what one shipment carried.
 *
 * @param externalId the caller's number of the shipment that it bills
 * @param paid with payments and deposits
 * @param credited what credit memos lessen it by
 * @param modifiedAt when something was last paid on it, taken off it or credited
 */
record Invoice(
    String internalId,
    String externalId,
    SalesOrder order,
    Map<String, Integer> quantities,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal paid,
    BigDecimal credited,
    Instant at,
    Instant modifiedAt)
    implements Receivable {

  @Override
  public String customer() {
    return order.terms.customer();
  }

  @Override
  public String orderNumber() {
    return order.externalId;
  }

  String number() {
    return "INV" + internalId;
  }

  @Override
  public Invoice paid(BigDecimal amount, Instant when) {
    return new Invoice(
        internalId, externalId, order, quantities, net, tax, paid.add(amount), credited, at, when);
  }

  Invoice edited(BigDecimal otherNet, Instant when) {
    return new Invoice(
        internalId, externalId, order, quantities, otherNet, tax, paid, credited, at, when);
  }

  @Override
  public Invoice credited(BigDecimal amount, Instant when) {
    return new Invoice(
        internalId, externalId, order, quantities, net, tax, paid, credited.add(amount), at, when);
  }
}
