package io.throughline.query.orderlist;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.Event;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.orderdetails.OrderRow;
import io.throughline.query.projection.Projection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as rows to filter and sort. */
@Component
public class OrderListProjection implements Projection<OrderRow> {
  static final String ORDERED_ON = "orderedOn";
  static final String REQUESTED_ON = "requestedOn";
  static final String SUBMITTED_AT = "submittedAt";
  static final String CHANGED_AT = "changedAt";
  static final String TOTAL = "total";
  static final String STATE = "state";
  static final String CUSTOMER = "customer";
  static final String OWNER = "owner";
  static final String PARTNER = "partner";
  static final String PARKED = "parked";
  static final String CAUSES = "causes";
  static final String QUEUES = "queues";

  /** Behind every day that somebody asks for. */
  private static final String NO_DAY = "9999-12-31";

  private final OrderDetailsProjection details = new OrderDetailsProjection();

  @Override
  public String name() {
    return "orderlist";
  }

  /** 4: a subscription keeps its bills, for payments name them. */
  @Override
  public int version() {
    return 4;
  }

  @Override
  public Class<OrderRow> viewType() {
    return OrderRow.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return details.keysOf(event);
  }

  @Override
  public OrderRow evolve(@Nullable OrderRow row, Event event) {
    return details.evolveRow(row, event);
  }

  @Override
  public boolean keepsOrdersApart() {
    return true;
  }

  @Override
  public CustomerId customerOf(OrderRow order) {
    return order.customerId();
  }

  @Override
  public List<String> indexedFields() {
    return List.of(ORDERED_ON, REQUESTED_ON, SUBMITTED_AT, CHANGED_AT, TOTAL);
  }

  /** What is filtered by leads; the usual order stands behind it. */
  @Override
  public List<List<String>> compoundIndexes() {
    return List.of(
        List.of(CUSTOMER, ORDERED_ON),
        List.of(OWNER, ORDERED_ON),
        List.of(PARTNER, ORDERED_ON),
        List.of(STATE, ORDERED_ON),
        List.of(PARKED, ORDERED_ON),
        List.of(CAUSES, ORDERED_ON),
        List.of(QUEUES, ORDERED_ON));
  }

  @Override
  public Map<String, Object> indexed(OrderRow order) {
    var fields = new HashMap<String, Object>();
    var requestedOn = order.requestedOn();
    var partner = order.partnerId();
    fields.put(ORDERED_ON, order.orderedOn().toString());
    fields.put(REQUESTED_ON, requestedOn == null ? NO_DAY : requestedOn.toString());
    fields.put(SUBMITTED_AT, Date.from(order.submittedAt()));
    fields.put(CHANGED_AT, Date.from(order.changedAt()));
    fields.put(TOTAL, new Decimal128(order.money().ordered().amount()));
    fields.put(STATE, order.state().name());
    fields.put(CUSTOMER, order.customerId().value());
    fields.put(OWNER, order.owner());
    fields.put(PARKED, !order.exceptions().isEmpty());
    fields.put(
        CAUSES, order.exceptions().stream().map(it -> it.cause().name()).distinct().toList());
    fields.put(
        QUEUES, order.exceptions().stream().map(it -> it.queue().name()).distinct().toList());
    if (partner != null) {
      fields.put(PARTNER, partner.value());
    }
    return Map.copyOf(fields);
  }
}
