package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;

/** An invoice of its own, of no sales order: some days of a service. */
record ServiceBill(
    String internalId,
    String externalId,
    ServiceTerms terms,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal paid,
    BigDecimal credited,
    Instant at,
    Instant modifiedAt)
    implements Receivable {

  static ServiceBill of(String internalId, Entry.ServiceBilled billed) {
    var terms = billed.terms();
    var net = net(terms);
    var none = BigDecimal.ZERO.setScale(net.scale());
    return new ServiceBill(
        internalId,
        billed.externalId(),
        terms,
        net,
        tax(terms),
        none,
        none,
        billed.at(),
        billed.at());
  }

  /** Without tax. */
  static BigDecimal net(ServiceTerms terms) {
    var decimals = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
    return terms.amount().setScale(decimals, RoundingMode.HALF_UP);
  }

  static BigDecimal tax(ServiceTerms terms) {
    var net = net(terms);
    var rate = AccountState.TAX_RATES.getOrDefault(terms.taxCode(), BigDecimal.ZERO);
    return net.multiply(rate).setScale(net.scale(), RoundingMode.HALF_UP);
  }

  String number() {
    return "INV" + internalId;
  }

  @Override
  public String customer() {
    return terms.customer();
  }

  @Override
  public String orderNumber() {
    return terms.order();
  }

  @Override
  public ServiceBill paid(BigDecimal amount, Instant when) {
    return new ServiceBill(
        internalId, externalId, terms, net, tax, paid.add(amount), credited, at, when);
  }

  @Override
  public ServiceBill credited(BigDecimal amount, Instant when) {
    return new ServiceBill(
        internalId, externalId, terms, net, tax, paid, credited.add(amount), at, when);
  }
}
