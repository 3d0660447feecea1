package io.throughline.simulators.netsuite;

import java.math.BigDecimal;

/**
 * What a customer paid in advance on an order.
 *
 * @param applied what of it paid invoices
 * @param refunded what of it was paid back
 */
record Deposit(
    String internalId,
    String externalId,
    SalesOrder order,
    BigDecimal amount,
    BigDecimal applied,
    BigDecimal refunded) {

  BigDecimal left() {
    return amount.subtract(applied).subtract(refunded);
  }

  Deposit applied(BigDecimal more) {
    return new Deposit(internalId, externalId, order, amount, applied.add(more), refunded);
  }

  Deposit refunded(BigDecimal more) {
    return new Deposit(internalId, externalId, order, amount, applied, refunded.add(more));
  }
}
