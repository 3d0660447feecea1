package io.throughline.query.exceptions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import graphql.schema.DataFetchingFieldSelectionSet;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.query.access.PartnersOrders;
import io.throughline.query.access.Rows;
import io.throughline.query.access.Visible;
import io.throughline.query.platform.Connection;
import io.throughline.query.platform.NamedValue;
import io.throughline.query.platform.Page;
import io.throughline.query.platform.RemedyOffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ExceptionQueries {
  private static final int MOST = 10_000;

  private final Visible<ParkedException> exceptions;

  ExceptionQueries(Rows rows, ExceptionsProjection projection, PartnersOrders orders) {
    this.exceptions = rows.of(projection, new OfTheirOrders(orders));
  }

  record ExceptionFilter(
      ParkedException.@Nullable Status status,
      @Nullable Queue queue,
      @Nullable Cause cause,
      @Nullable String orderId,
      @Nullable Boolean overdue) {

    Bson asBson() {
      var parts = new ArrayList<Bson>();
      parts.add(
          eq(
              ExceptionsProjection.STATUS,
              Objects.requireNonNullElse(status, ParkedException.Status.OPEN).name()));
      if (queue != null) {
        parts.add(eq(ExceptionsProjection.QUEUE, queue.name()));
      }
      if (cause != null) {
        parts.add(eq(ExceptionsProjection.CAUSE, cause.name()));
      }
      if (orderId != null) {
        parts.add(eq(ExceptionsProjection.ORDER, new OrderId(orderId).value()));
      }
      if (overdue != null) {
        parts.add(eq(ExceptionsProjection.OVERDUE, overdue));
      }
      return and(parts);
    }
  }

  @QueryMapping
  Connection<ParkedException> exceptions(
      @Argument @Nullable ExceptionFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet asked) {
    var wanted = filter == null ? new ExceptionFilter(null, null, null, null, null) : filter;
    return Page.of(first, after)
        .read(
            asked,
            exceptions,
            wanted.asBson(),
            ExceptionsProjection.SINCE,
            true,
            it -> Date.from(it.since()),
            it -> it.exceptionId().value());
  }

  /** Counted at the moment, from what is open: 10,000 of a queue at the most. */
  @QueryMapping
  List<QueueLoad> queueLoads() {
    return Arrays.stream(Queue.values()).map(this::load).toList();
  }

  private QueueLoad load(Queue queue) {
    var open =
        and(
            eq(ExceptionsProjection.STATUS, ParkedException.Status.OPEN.name()),
            eq(ExceptionsProjection.QUEUE, queue.name()));
    var oldest = Sorts.ascending(ExceptionsProjection.SINCE);
    return QueueLoad.of(queue, exceptions.find(open, oldest, MOST));
  }

  @SchemaMapping(typeName = "ParkedException")
  List<RemedyOffer> remedies(ParkedException exception) {
    return RemedyOffer.of(exception.remedies());
  }

  @SchemaMapping(typeName = "ParkedException")
  @Nullable RemedyOffer remedy(ParkedException exception) {
    return exception.remedy() == null ? null : RemedyOffer.of(exception.remedy());
  }

  @SchemaMapping(typeName = "Finding")
  List<NamedValue> values(Finding finding) {
    return NamedValue.of(finding.values());
  }
}
