package io.throughline.command.erp;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people ask the ERP about, read and not changed. Amounts are in the record's own currency, in
 * its units with decimals.
 */
public interface ErpInquiries {

  /** What the customer owes and may owe, if the ERP has the customer. */
  Answer<Optional<Credit>> credit(CustomerId customerId);

  /** The product as the ERP lists it, if it does. */
  Answer<Optional<Product>> product(ProductId productId);

  /** Stock that no order has, location by location; none if nobody stocks it. */
  Answer<List<StockLevel>> availability(ProductId productId);

  /** How far the ERP is with an order, if it has it. */
  Answer<Optional<OrderStatus>> orderStatus(OrderId orderId);

  /**
   * @param creditLimit null if the ERP sets none
   * @param balance invoiced and not paid
   * @param unbilledOrders ordered and not invoiced
   */
  record Credit(
      @Nullable BigDecimal creditLimit,
      BigDecimal balance,
      BigDecimal unbilledOrders,
      boolean inactive) {}

  /**
   * @param listPrice null if the ERP lists it at no price
   */
  record Product(String name, @Nullable BigDecimal listPrice, boolean discontinued) {}

  /**
   * @param status in the ERP's own words
   * @param currency ISO 4217
   */
  record OrderStatus(
      String erpOrderId,
      String number,
      String status,
      BigDecimal net,
      BigDecimal tax,
      String currency) {}
}
