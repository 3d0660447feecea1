package io.throughline.query.metrics;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.throughline.query.access.Visible;
import io.throughline.query.orderdetails.Measures;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.VisibleOrders;
import io.throughline.query.platform.BadInput;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MetricsQueries {
  /** More groups than this are no answer to anybody. */
  private static final int MOST = 1000;

  private final Visible<OrderDetails> orders;

  MetricsQueries(VisibleOrders orders) {
    this.orders = orders.visible();
  }

  enum MetricsGroup {
    MONTH(Measures.MONTH),
    REGION(Measures.REGION),
    PARTNER(Measures.PARTNER);

    private final String field;

    MetricsGroup(String field) {
      this.field = field;
    }
  }

  @QueryMapping
  List<BusinessMetrics> businessMetrics(
      @Argument @Nullable String from,
      @Argument @Nullable String to,
      @Argument @Nullable List<MetricsGroup> groupBy) {
    var by = new Document();
    (groupBy == null || groupBy.isEmpty()
            ? EnumSet.of(MetricsGroup.MONTH)
            : EnumSet.copyOf(groupBy))
        .forEach(it -> by.append(it.field, "$" + it.field));
    return orders
        .aggregate(
            List.of(
                Aggregates.match(months(from, to)),
                Aggregates.group(by, sums()),
                Aggregates.sort(Sorts.ascending("_id")),
                Aggregates.limit(MOST)))
        .stream()
        .map(BusinessMetrics::of)
        .sorted(Comparator.comparing(it -> it.month() + "|" + it.region() + "|" + it.partnerId()))
        .toList();
  }

  private static Bson months(@Nullable String from, @Nullable String to) {
    var bounds = new ArrayList<Bson>();
    if (from != null) {
      bounds.add(Filters.gte(Measures.MONTH, month(from)));
    }
    if (to != null) {
      bounds.add(Filters.lte(Measures.MONTH, month(to)));
    }
    return bounds.isEmpty() ? Filters.exists(Measures.MONTH) : Filters.and(bounds);
  }

  private static String month(String text) {
    try {
      return YearMonth.parse(text).toString();
    } catch (DateTimeParseException _) {
      throw new BadInput("'" + text + "' is no month: write it like 2026-03.");
    }
  }

  private static List<BsonField> sums() {
    return Stream.concat(
            Stream.of(
                Measures.ORDERS,
                Measures.COMPLETED,
                Measures.CANCELLED,
                Measures.PAID,
                Measures.TO_CASH,
                Measures.PROMISED,
                Measures.ON_TIME),
            Measures.STATES.stream().flatMap(it -> Stream.of(Measures.left(it), Measures.in(it))))
        .map(it -> Accumulators.sum(it, "$" + Measures.NUMBERS + "." + it))
        .toList();
  }
}
