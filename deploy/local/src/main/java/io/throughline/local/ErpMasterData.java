package io.throughline.local;

import io.throughline.local.input.Input;
import io.throughline.simulators.netsuite.NetSuite;
import java.util.LinkedHashMap;

/**
 * What the ERP owns and an input tells: entered by its operator, so to speak, not through the line.
 */
public final class ErpMasterData {
  /** What the ERP buys when an item runs short and nobody said how much. */
  private static final int REORDER_QUANTITY = 100;

  /** Where an item is kept that the input gives no warehouse. */
  private static final String MAIN = "MAIN";

  private ErpMasterData() {}

  public static void enter(Input input, NetSuite account) {
    for (var product : input.products()) {
      var stock = new LinkedHashMap<String, Integer>();
      product.stock().forEach((warehouse, units) -> stock.put(warehouse.value(), units));
      if (stock.isEmpty()) {
        stock.put(MAIN, 0);
      }
      account.listItem(
          product.productId().value(),
          product.name(),
          product.listPrice(),
          product.discontinued(),
          stock,
          product.reorderQuantity().orElse(REORDER_QUANTITY));
    }
    for (var customer : input.customers()) {
      customer
          .creditLimit()
          .ifPresent(limit -> account.setCreditLimit(customer.customerId().value(), limit));
    }
  }
}
