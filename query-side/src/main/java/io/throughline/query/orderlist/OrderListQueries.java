package io.throughline.query.orderlist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.query.OrderState;
import io.throughline.query.access.Rows;
import io.throughline.query.access.Visible;
import io.throughline.query.orderdetails.OrderRow;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.Connection;
import io.throughline.query.platform.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class OrderListQueries {
  private final OrderListProjection projection;
  private final Visible<OrderRow> orders;

  OrderListQueries(Rows rows, OrderListProjection projection) {
    this.projection = projection;
    this.orders = rows.of(projection, new SoldThrough());
  }

  record OrderFilter(
      @Nullable List<OrderState> states,
      @Nullable String customerId,
      @Nullable String owner,
      @Nullable Boolean parked,
      @Nullable Cause cause,
      @Nullable Queue queue,
      @Nullable String partnerId,
      @Nullable LocalDate orderedFrom,
      @Nullable LocalDate orderedTo,
      @Nullable String totalFrom,
      @Nullable String totalTo) {

    Bson asBson() {
      var parts = new ArrayList<Bson>();
      if (states != null) {
        parts.add(in(OrderListProjection.STATE, states.stream().map(OrderState::name).toList()));
      }
      if (customerId != null) {
        parts.add(eq(OrderListProjection.CUSTOMER, new CustomerId(customerId).value()));
      }
      if (owner != null) {
        parts.add(eq(OrderListProjection.OWNER, owner));
      }
      if (parked != null) {
        parts.add(eq(OrderListProjection.PARKED, parked));
      }
      if (cause != null) {
        parts.add(eq(OrderListProjection.CAUSES, cause.name()));
      }
      if (queue != null) {
        parts.add(eq(OrderListProjection.QUEUES, queue.name()));
      }
      if (partnerId != null) {
        parts.add(eq(OrderListProjection.PARTNER, new PartnerId(partnerId).value()));
      }
      if (orderedFrom != null) {
        parts.add(gte(OrderListProjection.ORDERED_ON, orderedFrom.toString()));
      }
      if (orderedTo != null) {
        parts.add(lte(OrderListProjection.ORDERED_ON, orderedTo.toString()));
      }
      if (totalFrom != null) {
        parts.add(gte(OrderListProjection.TOTAL, decimal(totalFrom)));
      }
      if (totalTo != null) {
        parts.add(lte(OrderListProjection.TOTAL, decimal(totalTo)));
      }
      return parts.isEmpty() ? empty() : and(parts);
    }

    private static Decimal128 decimal(String text) {
      try {
        return new Decimal128(new BigDecimal(text));
      } catch (NumberFormatException e) {
        throw new BadInput("'" + text + "' is no decimal number: write it like 12.50.");
      }
    }
  }

  enum OrderOrder {
    ORDERED_ON_ASC(OrderListProjection.ORDERED_ON, true),
    ORDERED_ON_DESC(OrderListProjection.ORDERED_ON, false),
    SUBMITTED_AT_ASC(OrderListProjection.SUBMITTED_AT, true),
    SUBMITTED_AT_DESC(OrderListProjection.SUBMITTED_AT, false),
    REQUESTED_ON_ASC(OrderListProjection.REQUESTED_ON, true),
    REQUESTED_ON_DESC(OrderListProjection.REQUESTED_ON, false),
    CHANGED_AT_ASC(OrderListProjection.CHANGED_AT, true),
    CHANGED_AT_DESC(OrderListProjection.CHANGED_AT, false),
    TOTAL_ASC(OrderListProjection.TOTAL, true),
    TOTAL_DESC(OrderListProjection.TOTAL, false);

    private final String field;
    private final boolean ascending;

    OrderOrder(String field, boolean ascending) {
      this.field = field;
      this.ascending = ascending;
    }
  }

  @QueryMapping
  Connection<OrderRow> orders(
      @Argument @Nullable OrderFilter filter,
      @Argument @Nullable OrderOrder orderBy,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet asked) {
    var order = Objects.requireNonNullElse(orderBy, OrderOrder.ORDERED_ON_DESC);
    return Page.of(first, after)
        .read(
            asked,
            orders,
            filter == null ? empty() : filter.asBson(),
            order.field,
            order.ascending,
            row -> Objects.requireNonNull(projection.indexed(row).get(order.field)),
            row -> row.orderId().value());
  }
}
