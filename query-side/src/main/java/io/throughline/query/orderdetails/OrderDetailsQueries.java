package io.throughline.query.orderdetails;

import io.throughline.kernel.OrderId;
import io.throughline.query.projection.Slices;
import io.throughline.query.projection.ViewStore;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class OrderDetailsQueries {
  private final ViewStore<OrderDetails> orders;

  OrderDetailsQueries(Slices slices, OrderDetailsProjection projection) {
    this.orders = slices.of(projection);
  }

  @QueryMapping
  Optional<OrderDetails> order(@Argument String id) {
    return orders.get(new OrderId(id).value());
  }

  @QueryMapping
  Optional<WhyStuck> whyStuck(@Argument String orderId) {
    return orders.get(new OrderId(orderId).value()).map(WhyStuck::of);
  }
}
