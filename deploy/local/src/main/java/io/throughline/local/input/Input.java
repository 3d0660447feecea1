package io.throughline.local.input;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.WarehouseId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a demo works on: the master data that the ERP has, and the orders that Salesforce hands
 * over.
 *
 * @param orders each of a customer among {@code customers}, each with at least one line
 * @param rejections rows that were left out, in the order in which they were found
 */
public record Input(
    List<Customer> customers,
    List<Product> products,
    List<Order> orders,
    List<Rejection> rejections) {

  /** All lines of all orders. */
  public int lineCount() {
    return orders.stream().mapToInt(order -> order.terms().lines().size()).sum();
  }

  /**
   * @param owner the Salesforce user who looks after the account, as an opaque id
   * @param creditLimit in {@code currency}, with tax; none given: the ERP's default stands
   */
  public record Customer(
      CustomerId customerId,
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner,
      Optional<BigDecimal> creditLimit) {}

  /**
   * An item of the ERP's catalogue.
   *
   * @param listPrice without tax, in the company's currency
   * @param stock whole units on hand in each warehouse; what is bought comes to the first
   * @param reorderQuantity whole units that the ERP buys when it runs short; none given: the ERP's
   *     default stands
   */
  public record Product(
      ProductId productId,
      String name,
      BigDecimal listPrice,
      SequencedMap<WarehouseId, Integer> stock,
      boolean discontinued,
      Optional<Integer> reorderQuantity) {}

  public record Order(OrderId orderId, CustomerId customerId, String owner, SaleTerms terms) {}
}
