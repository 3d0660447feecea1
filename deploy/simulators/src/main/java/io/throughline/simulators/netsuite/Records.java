package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.util.Map;

/** All that the account holds, to be read while nothing changes. */
record Records(
    Map<String, Item> items,
    Map<String, Customer> customers,
    Map<String, BigDecimal> creditLimits,
    Map<String, SalesOrder> orders,
    Map<String, Entry.ItemsFulfilled> fulfilments,
    Map<String, Invoice> invoices,
    Ledger ledger) {

  BigDecimal creditLimit(Customer customer) {
    return creditLimits.getOrDefault(customer.externalId, NetSuite.DEFAULT_CREDIT_LIMIT);
  }
}
