package io.throughline.local.demo;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.query.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the query side says of customers, orders, parked exceptions, and how far its slices are. */
public final class LineView {
  private static final int PAGE = 100;

  /** As many names as a request may give. */
  private static final int AT_ONCE = 30;

  private static final String ORDERS =
      """
      query ($filter: OrderFilter, $first: Int!, $after: String) {
        orders(filter: $filter, orderBy: ORDERED_ON_ASC, first: $first, after: $after) {
          edges {
            node {
              orderId
              state
              settled
              subscriptions {
                invoiced { amount }
                credited { amount }
                paid { amount }
              }
              exceptions { exceptionId }
              money {
                ordered { amount }
                invoiced { amount }
                paid { amount }
                cancelled { amount }
              }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final List<String> STATES =
      Arrays.stream(OrderState.values()).map(OrderState::name).toList();

  private static final String SUBSCRIBED = OrderState.SUBSCRIBED.name();

  private static final String EXCEPTIONS =
      """
      query ($first: Int!, $after: String) {
        exceptions(filter: {status: OPEN}, first: $first, after: $after) {
          edges { node { exceptionId orderId cause findings { lineId } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final String WHY_STUCK =
      "query ($order: ID!) { whyStuck(orderId: $order) { answer } }";

  private static final String LAG = "{ lag { slice events } }";

  private final GraphQl graphQl;

  public LineView(GraphQl graphQl) {
    this.graphQl = graphQl;
  }

  /** Those of the customers whom the ERP has taken. */
  public List<CustomerId> knownToErp(Collection<CustomerId> customers) throws InterruptedException {
    var known = new ArrayList<CustomerId>();
    var asked = new ArrayList<CustomerId>();
    for (var customer : customers) {
      asked.add(customer);
      if (asked.size() == AT_ONCE) {
        known.addAll(askWhetherKnown(asked));
        asked.clear();
      }
    }
    known.addAll(askWhetherKnown(asked));
    return known;
  }

  private List<CustomerId> askWhetherKnown(List<CustomerId> customers) throws InterruptedException {
    if (customers.isEmpty()) {
      return List.of();
    }
    var query = new StringBuilder("{");
    for (var i = 0; i < customers.size(); i++) {
      query
          .append(" c")
          .append(i)
          .append(": customer(id: \"")
          .append(customers.get(i))
          .append("\") { erpCustomerId }");
    }
    var answer = graphQl.ask(query.append(" }").toString(), Map.of());
    var known = new ArrayList<CustomerId>();
    for (var i = 0; i < customers.size(); i++) {
      if (answer.path("c" + i).path("erpCustomerId").isString()) {
        known.add(customers.get(i));
      }
    }
    return known;
  }

  public Map<OrderId, OrderSummary> orders() throws InterruptedException {
    return pages(ORDERS, "orders", Map.of(), LineView::order).stream()
        .collect(
            Collectors.toMap(
                OrderSummary::id, Function.identity(), (_, later) -> later, LinkedHashMap::new));
  }

  /** Without reading all of the orders, of which there may be many. */
  public OrderCounts counts() throws InterruptedException {
    var query = new StringBuilder("{ " + OrderSummary.PARKED + ": " + counted("{parked: true}"));
    for (var state : STATES) {
      query
          .append(' ')
          .append(state)
          .append(": ")
          .append(counted("{states: [" + state + "], parked: false}"));
    }
    var answer = graphQl.ask(query.append(" }").toString(), Map.of());
    var counts = new TreeMap<String, Integer>();
    for (var counted : answer.properties()) {
      var count = counted.getValue().path("totalCount").asInt();
      if (count > 0) {
        counts.put(counted.getKey(), count);
      }
    }
    var finished =
        Stream.of(OrderSummary.PARKED, OrderState.COMPLETED.name(), OrderState.CANCELLED.name())
            .mapToInt(it -> counts.getOrDefault(it, 0))
            .sum();
    return new OrderCounts(counts, finished + settledSubscriptions(counts));
  }

  private static String counted(String filter) {
    return "orders(filter: " + filter + ", first: 1) { totalCount }";
  }

  private int settledSubscriptions(Map<String, Integer> counts) throws InterruptedException {
    if (!counts.containsKey(SUBSCRIBED)) {
      return 0;
    }
    var filter = Map.of("states", List.of(SUBSCRIBED), "parked", false);
    var subscribed = pages(ORDERS, "orders", Map.of("filter", filter), LineView::order);
    return (int) subscribed.stream().filter(OrderSummary::isSettled).count();
  }

  public List<ParkedException> openExceptions() throws InterruptedException {
    return pages(EXCEPTIONS, "exceptions", Map.of(), LineView::exception);
  }

  /** In one sentence what an order waits for. */
  public String whyStuck(OrderId order) throws InterruptedException {
    return graphQl
        .ask(WHY_STUCK, Map.of("order", order.value()))
        .path("whyStuck")
        .path("answer")
        .asString("Nobody knows.");
  }

  /** Events that the slice furthest behind has still to fold. */
  long behind() throws InterruptedException {
    var most = 0L;
    for (var slice : graphQl.ask(LAG, Map.of()).path("lag")) {
      most = Math.max(most, slice.path("events").asLong());
    }
    return most;
  }

  public List<String> slices() throws InterruptedException {
    var slices = new ArrayList<String>();
    for (var slice : graphQl.ask(LAG, Map.of()).path("lag")) {
      slices.add(slice.path("slice").asString());
    }
    return slices;
  }

  private <T> List<T> pages(
      String query, String connection, Map<String, ?> given, Function<JsonNode, T> reader)
      throws InterruptedException {
    var things = new ArrayList<T>();
    @Nullable String after = null;
    do {
      var variables = new LinkedHashMap<String, @Nullable Object>(given);
      variables.put("first", PAGE);
      variables.put("after", after);
      var page = graphQl.ask(query, variables).path(connection);
      page.path("edges").forEach(edge -> things.add(reader.apply(edge.path("node"))));
      var info = page.path("pageInfo");
      after = info.path("hasNextPage").asBoolean() ? info.path("endCursor").asString() : null;
    } while (after != null);
    return things;
  }

  private static OrderSummary order(JsonNode node) {
    var money = node.path("money");
    return new OrderSummary(
        new OrderId(node.path("orderId").asString()),
        node.path("state").asString(),
        !node.path("exceptions").isEmpty(),
        node.path("settled").asBoolean(),
        amount(money, "ordered"),
        amount(money, "invoiced"),
        amount(money, "paid"),
        amount(money, "cancelled"),
        recurring(node.path("subscriptions")));
  }

  private static OrderSummary.Recurring recurring(JsonNode subscriptions) {
    return new OrderSummary.Recurring(
        subscriptions.size(),
        sum(subscriptions, "invoiced"),
        sum(subscriptions, "credited"),
        sum(subscriptions, "paid"));
  }

  private static BigDecimal sum(JsonNode subscriptions, String name) {
    return subscriptions
        .valueStream()
        .map(it -> amount(it, name))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(JsonNode money, String name) {
    return new BigDecimal(money.path(name).path("amount").asString());
  }

  private static ParkedException exception(JsonNode node) {
    var line = node.path("findings").path(0).path("lineId");
    return new ParkedException(
        new ExceptionId(node.path("exceptionId").asString()),
        new OrderId(node.path("orderId").asString()),
        Cause.valueOf(node.path("cause").asString()),
        line.isString() ? Optional.of(new LineId(line.asString())) : Optional.empty());
  }
}
