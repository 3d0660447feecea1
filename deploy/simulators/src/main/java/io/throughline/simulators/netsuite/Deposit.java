package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a customer paid in advance on an order.
 *
 * @param applied what of it paid invoices
 * @param refunded what of it was paid back
 * @param modifiedAt when it was last used or paid back
 */
record Deposit(
    String internalId,
    String externalId,
    SalesOrder order,
    BigDecimal amount,
    BigDecimal applied,
    BigDecimal refunded,
    Instant modifiedAt) {

  BigDecimal left() {
    return amount.subtract(applied).subtract(refunded);
  }

  Deposit applied(BigDecimal more, Instant at) {
    return new Deposit(internalId, externalId, order, amount, applied.add(more), refunded, at);
  }

  /** The bank took it back: NetSuite keeps a voided transaction, of nothing. */
  Deposit reversed(Instant at) {
    return new Deposit(internalId, externalId, order, BigDecimal.ZERO, applied, refunded, at);
  }

  Deposit refunded(BigDecimal more, Instant at) {
    return new Deposit(internalId, externalId, order, amount, applied, refunded.add(more), at);
  }
}
