package io.throughline.query.orderdetails;

import graphql.execution.DataFetcherResult;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ownership.Fact;
import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.query.access.Visible;
import io.throughline.query.maintenance.MaintenanceQueries;
import io.throughline.query.orderdetails.LineSubscription.RecurringBill;
import io.throughline.query.platform.AsOf;
import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.FieldPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class OrderDetailsQueries {
  private final Visible<OrderDetails> orders;
  private final PastOrders past;
  private final MaintenanceQueries maintenance;

  OrderDetailsQueries(VisibleOrders orders, PastOrders past, MaintenanceQueries maintenance) {
    this.orders = orders.visible();
    this.past = past;
    this.maintenance = maintenance;
  }

  /** What lies below an answer about the past finds its time in the local context. */
  @QueryMapping
  DataFetcherResult<OrderDetails> order(@Argument String id, @Argument @Nullable AsOf asOf) {
    var orderId = new OrderId(id);
    var answer = DataFetcherResult.<OrderDetails>newResult();
    var now = orders.get(orderId.value()); // whoever may see it now may see how it was
    if (asOf == null) {
      now.ifPresent(answer::data);
    } else {
      answer.localContext(asOf);
      now.flatMap(_ -> past.order(orderId, asOf)).ifPresent(answer::data);
    }
    return answer.build();
  }

  @QueryMapping
  Optional<WhyStuck> whyStuck(@Argument String orderId) {
    return orders.get(new OrderId(orderId).value()).map(this::whyStuck);
  }

  private WhyStuck whyStuck(OrderDetails order) {
    var why = WhyStuck.of(order);
    return why.waitsForAnotherSystem()
        ? Maintained.keeping(order, why.whoseMove(), maintenance.open())
            .map(why::during)
            .orElse(why)
        : why;
  }

  @SchemaMapping(typeName = "LineSubscription", field = "bills")
  List<RecurringBill> bills(LineSubscription subscription, @Argument @Nullable Integer latest) {
    if (latest == null) {
      return subscription.bills();
    }
    if (latest < 1) {
      throw new BadInput("latest is a number from 1 on, not " + latest + ".");
    }
    return subscription.latest(latest);
  }

  /**
   * Where a field comes from.
   *
   * @param asOf when its owner stated it, or we came to it (business time, UTC)
   */
  record Provenance(
      String field, String source, String policy, Instant asOf, String event, String eventId) {}

  @SchemaMapping(typeName = "Order", field = "provenance")
  List<Provenance> provenance(OrderDetails order) {
    return order.provenance().stream()
        .flatMap(stamp -> stamp.fields().stream().map(field -> provenance(stamp, field)))
        .toList();
  }

  private static Provenance provenance(Stamp stamp, String field) {
    var fact = fact(field);
    return new Provenance(
        field,
        fact.owner().name(),
        FieldPolicy.of(fact.policy()).name(),
        stamp.at(),
        stamp.wireName(),
        stamp.eventId());
  }

  private static Fact fact(String field) {
    var dot = field.indexOf('.');
    var entity = dot < 0 ? "Order" : "OrderMoney";
    return OwnershipCatalogue.ours()
        .find(entity, field.substring(dot + 1))
        .orElseThrow(
            () -> new IllegalStateException(field + " is not in the ownership catalogue."));
  }
}
