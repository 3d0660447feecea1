package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;

/**
 * An invoice or a credit memo of its own, of no sales order: some days of a service.
 *
 * @param isCredit whether it is a credit memo
 * @param paid with tax; a credit memo stays on the customer's account
 */
record ServiceBill(
    String internalId,
    String externalId,
    boolean isCredit,
    ServiceTerms terms,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal paid,
    Instant at) {

  static ServiceBill of(String internalId, Entry.ServiceBilled billed) {
    var terms = billed.terms();
    var decimals = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
    var net = terms.amount().setScale(decimals, RoundingMode.HALF_UP);
    var rate = AccountState.TAX_RATES.getOrDefault(terms.taxCode(), BigDecimal.ZERO);
    return new ServiceBill(
        internalId,
        billed.externalId(),
        billed.isCredit(),
        terms,
        net,
        net.multiply(rate).setScale(decimals, RoundingMode.HALF_UP),
        BigDecimal.ZERO.setScale(decimals),
        billed.at());
  }

  BigDecimal gross() {
    return net.add(tax);
  }

  String number() {
    return (isCredit ? "CM" : "INV") + internalId;
  }

  ServiceBill paidInFull() {
    return new ServiceBill(internalId, externalId, isCredit, terms, net, tax, gross(), at);
  }
}
