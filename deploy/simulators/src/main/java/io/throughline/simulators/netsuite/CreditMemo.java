package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A credit for goods that came back.
 *
 * @param applied what of it lessens invoices of the order
 * @param refunded what of it was paid back
 */
record CreditMemo(
    String internalId,
    String externalId,
    ReturnAuthorization authorization,
    Map<String, Integer> quantities,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal applied,
    BigDecimal refunded) {

  BigDecimal gross() {
    return net.add(tax);
  }

  BigDecimal left() {
    return gross().subtract(applied).subtract(refunded);
  }

  String number() {
    return "CM" + internalId;
  }

  CreditMemo refunded(BigDecimal more) {
    return new CreditMemo(
        internalId, externalId, authorization, quantities, net, tax, applied, refunded.add(more));
  }
}
