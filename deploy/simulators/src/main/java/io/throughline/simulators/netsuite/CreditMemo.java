package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credit: for goods that came back, or for days of a service that are not wanted.
 *
 * @param customer the customer's external id
 * @param order the caller's own number of the order
 * @param authorization null: it is for a service
 * @param service null: it is for goods
 * @param applications what it lessens invoices by, by their external ids
 * @param refunded what of it was paid back
 */
record CreditMemo(
    String internalId,
    String externalId,
    String customer,
    String currency,
    String order,
    @Nullable ReturnAuthorization authorization,
    @Nullable ServiceTerms service,
    Map<String, Integer> quantities,
    BigDecimal net,
    BigDecimal tax,
    Map<String, BigDecimal> applications,
    BigDecimal refunded) {

  static CreditMemo of(String internalId, Entry.ServiceBilled billed) {
    var terms = billed.terms();
    var net = ServiceBill.net(terms);
    return new CreditMemo(
        internalId,
        billed.externalId(),
        terms.customer(),
        terms.currency(),
        terms.order(),
        null,
        terms,
        Map.of(terms.line(), 1),
        net,
        ServiceBill.tax(terms),
        Map.of(),
        BigDecimal.ZERO.setScale(net.scale()));
  }

  BigDecimal gross() {
    return net.add(tax);
  }

  BigDecimal applied() {
    return applications.values().stream()
        .reduce(BigDecimal.ZERO.setScale(net.scale()), BigDecimal::add);
  }

  BigDecimal on(String invoice) {
    return applications.getOrDefault(invoice, BigDecimal.ZERO);
  }

  BigDecimal left() {
    return gross().subtract(applied()).subtract(refunded);
  }

  String number() {
    return "CM" + internalId;
  }

  /**
   * @param total all that it lessens that invoice by
   */
  CreditMemo applied(String invoice, BigDecimal total) {
    var changed = new LinkedHashMap<>(applications);
    changed.put(invoice, total);
    return with(Collections.unmodifiableMap(changed), refunded);
  }

  CreditMemo refunded(BigDecimal more) {
    return with(applications, refunded.add(more));
  }

  private CreditMemo with(Map<String, BigDecimal> uses, BigDecimal back) {
    return new CreditMemo(
        internalId,
        externalId,
        customer,
        currency,
        order,
        authorization,
        service,
        quantities,
        net,
        tax,
        uses,
        back);
  }
}
