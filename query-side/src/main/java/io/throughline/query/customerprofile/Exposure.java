package io.throughline.query.customerprofile;

import io.throughline.kernel.Money;
import java.util.List;
import java.util.TreeMap;

/**
 * What is at stake with a customer: what open orders are worth that is not invoiced yet, without
 * tax, and what is invoiced and not paid, with tax; in each currency. It follows from events alone;
 * what the ERP makes of it is its own to say.
 */
final class Exposure {
  private Exposure() {}

  static List<Money> of(CustomerProfile customer) {
    var exposure = new TreeMap<String, Money>();
    customer
        .openOrders()
        .forEach(
            order -> {
              add(exposure, order.ordered());
              add(exposure, minus(order.invoiced()));
            });
    customer.invoiced().forEach(it -> add(exposure, it));
    customer.paid().forEach(it -> add(exposure, minus(it)));
    return List.copyOf(exposure.values());
  }

  private static Money minus(Money money) {
    return Money.zero(money.currency()).minus(money);
  }

  private static void add(TreeMap<String, Money> exposure, Money money) {
    exposure.merge(money.currency().getCurrencyCode(), money, Money::plus);
  }
}
