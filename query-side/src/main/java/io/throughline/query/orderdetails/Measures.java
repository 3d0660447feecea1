package io.throughline.query.orderdetails;

import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What dashboards add up over many orders, as numbers beside each order's view: a one where
 * something counts, milliseconds of business time where something took some.
 */
public final class Measures {
  /** Of the day on which the order was handed over, UTC: {@code 2026-03}. */
  public static final String MONTH = "month";

  public static final String REGION = "region";
  public static final String PARTNER = "partner";

  /** The sub-document that holds the numbers. */
  public static final String NUMBERS = "measures";

  public static final String ORDERS = "orders";
  public static final String COMPLETED = "completed";
  public static final String CANCELLED = "cancelled";

  /** Orders that were paid, and how long that took since they were handed over. */
  public static final String PAID = "paid";

  public static final String TO_CASH = "toCash";

  /**
   * Orders with a promised day of which all has arrived, and those of them that came by that day.
   */
  public static final String PROMISED = "promised";

  public static final String ON_TIME = "onTime";

  /** States that follow upon each other, by the milestone that begins each. */
  public static final List<OrderState> STATES =
      List.of(
          OrderState.SUBMITTED,
          OrderState.VALIDATED,
          OrderState.ACCEPTED,
          OrderState.SHIPPED,
          OrderState.DELIVERED,
          OrderState.COMPLETED);

  private Measures() {}

  /** Orders that have left the state. */
  public static String left(OrderState state) {
    return "left" + state.name();
  }

  /** How long they had been in it. */
  public static String in(OrderState state) {
    return "in" + state.name();
  }

  static Map<String, Object> of(OrderDetails order) {
    var numbers = new Document(ORDERS, 1L);
    count(numbers, COMPLETED, order.state() == OrderState.COMPLETED);
    count(numbers, CANCELLED, order.state() == OrderState.CANCELLED);
    var paid = reached(order, "paid");
    if (paid != null) {
      numbers.append(PAID, 1L).append(TO_CASH, millis(order.submittedAt(), paid));
    }
    delivery(order, numbers);
    times(order, numbers);
    var partner = order.partnerId();
    return Map.of(
        MONTH,
        YearMonth.from(order.submittedAt().atOffset(ZoneOffset.UTC)).toString(),
        REGION,
        order.taxRegion(),
        PARTNER,
        partner == null ? "" : partner.value(),
        NUMBERS,
        numbers);
  }

  private static void count(Document numbers, String name, boolean counts) {
    if (counts) {
      numbers.append(name, 1L);
    }
  }

  /** The promised day is over at its end in UTC. */
  private static void delivery(OrderDetails order, Document numbers) {
    for (var milestone : order.milestones()) {
      var promised = milestone.promised();
      var at = milestone.at();
      if (promised != null && at != null && milestone.name().equals(Promise.DELIVERED)) {
        numbers.append(PROMISED, 1L);
        count(numbers, ON_TIME, !at.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(promised));
      }
    }
  }

  private record Reached(OrderState state, Instant at) {}

  private static void times(OrderDetails order, Document numbers) {
    var reached = new ArrayList<Reached>();
    for (var state : STATES) {
      var at = reached(order, state.name().toLowerCase(java.util.Locale.ROOT));
      if (at != null) {
        reached.add(new Reached(state, at));
      }
    }
    for (var i = 0; i + 1 < reached.size(); i++) {
      var state = reached.get(i).state();
      numbers
          .append(left(state), 1L)
          .append(in(state), millis(reached.get(i).at(), reached.get(i + 1).at()));
    }
  }

  /** Milestones may be told in any order: none took less than no time. */
  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  private static @Nullable Instant reached(OrderDetails order, String name) {
    return order.milestones().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(Milestone::at)
        .orElse(null);
  }
}
