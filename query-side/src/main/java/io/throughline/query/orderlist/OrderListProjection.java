package io.throughline.query.orderlist;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.Event;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Projection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders as rows to filter and sort. What an order's events mean is told in one place, so a row is
 * folded as the details are and carries what lists ask for beside them.
 */
@Component
public class OrderListProjection implements Projection<OrderDetails> {
  static final String ORDERED_ON = "orderedOn";
  static final String CHANGED_AT = "changedAt";
  static final String TOTAL = "total";
  static final String STATE = "state";
  static final String CUSTOMER = "customer";
  static final String OWNER = "owner";
  static final String PARKED = "parked";

  private final OrderDetailsProjection details = new OrderDetailsProjection();

  @Override
  public String name() {
    return "orderlist";
  }

  @Override
  public Class<OrderDetails> viewType() {
    return OrderDetails.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return details.keysOf(event);
  }

  @Override
  public OrderDetails evolve(@Nullable OrderDetails view, Event event) {
    return details.evolve(view, event);
  }

  @Override
  public CustomerId customerOf(OrderDetails order) {
    return order.customerId();
  }

  @Override
  public List<String> indexedFields() {
    return List.of(ORDERED_ON, CHANGED_AT, TOTAL, STATE, CUSTOMER, OWNER, PARKED);
  }

  @Override
  public Map<String, Object> indexed(OrderDetails order) {
    return Map.of(
        ORDERED_ON, order.orderedOn().toString(),
        CHANGED_AT, Date.from(order.changedAt()),
        TOTAL, new Decimal128(order.money().ordered().amount()),
        STATE, order.state().name(),
        CUSTOMER, order.customerId().value(),
        OWNER, order.owner(),
        PARKED, !order.exceptions().isEmpty());
  }
}
