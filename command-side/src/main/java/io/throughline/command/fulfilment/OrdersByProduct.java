package io.throughline.command.fulfilment;

import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which orders on their way have a product. Kept in the transaction that has an order's first step
 * carried out, so no order is checked before it is found here.
 */
@Component
@ProcessingGroup("fulfilment")
public class OrdersByProduct {
  private final JdbcTemplate jdbc;

  OrdersByProduct(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<OrderId> with(ProductId product) {
    return jdbc.query(
        "select order_id from open_order_products where product_id = ? order by order_id",
        (row, _) -> new OrderId(row.getString("order_id")),
        product.value());
  }

  @EventHandler
  void on(FulfilmentStarted event) {
    keep(event.orderId(), event.terms());
  }

  @EventHandler
  void on(TermsChanged event) {
    keep(event.orderId(), event.terms());
  }

  @EventHandler
  void on(OrderChanged event) {
    keep(event.orderId(), event.terms());
  }

  @EventHandler
  void on(FulfilmentCompleted event) {
    forget(event.orderId());
  }

  @EventHandler
  void on(FulfilmentCancelled event) {
    forget(event.orderId());
  }

  private void keep(OrderId order, SaleTerms terms) {
    forget(order);
    var products =
        terms.lines().stream()
            .map(line -> line.productId().value())
            .distinct()
            .map(product -> new Object[] {product, order.value()})
            .toList();
    jdbc.batchUpdate(
        "insert into open_order_products (product_id, order_id) values (?, ?)", products);
  }

  private void forget(OrderId order) {
    jdbc.update("delete from open_order_products where order_id = ?", order.value());
  }
}
