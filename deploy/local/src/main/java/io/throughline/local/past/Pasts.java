package io.throughline.local.past;

import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.GraphQl;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a query side about the past. */
public final class Pasts {
  private static final int AT_ONCE = 200;

  private final GraphQl query;

  public Pasts(GraphQl query) {
    this.query = query;
  }

  /** How an order stands, or stood; empty if it was not there. */
  public Optional<JsonNode> order(
      String orderId, @Nullable Instant recorded, @Nullable Instant effective)
      throws InterruptedException {
    var variables = new HashMap<String, Object>();
    variables.put("id", orderId);
    if (recorded != null || effective != null) {
      var asOf = new HashMap<String, String>();
      put(asOf, "recorded", recorded);
      put(asOf, "effective", effective);
      variables.put("asOf", asOf);
    }
    var order =
        query
            .ask(
                """
                query($id: ID!, $asOf: AsOf) {order(id: $id, asOf: $asOf) {
                  orderId customerId state erpOrderNumber
                  money {ordered {amount currency} invoiced {amount} paid {amount} cancelled {amount}}
                  lines {lineId productId quantity shipped invoiced}
                  shipments {shipmentId state trackingNumber} invoices {invoiceId number paidAt}
                  exceptions {summary queue} milestones {name promised at}}}
                """,
                variables)
            .path("order");
    return order.isNull() ? Optional.empty() : Optional.of(order);
  }

  private static void put(Map<String, String> into, String name, @Nullable Instant time) {
    if (time != null) {
      into.put(name, time.toString());
    }
  }

  /**
   * Tells each event of an order's history, in the order of the log; one page is held at a time.
   *
   * @throws LocalRunRefused if there is no such order
   */
  public void history(String orderId, Consumer<JsonNode> each) throws InterruptedException {
    @Nullable String after = null;
    JsonNode page;
    do {
      page =
          query
              .ask(
                  """
                  query($id: ID!, $first: Int, $after: String) {
                    orderHistory(orderId: $id, first: $first, after: $after) {
                      pageInfo {hasNextPage endCursor}
                      edges {node {eventId wireName sentence occurredAt recordedAt actor source
                        changes {field}}}}}
                  """,
                  page(Map.of("id", orderId), after))
              .path("orderHistory");
      if (page.isNull()) {
        throw new LocalRunRefused("There is no order " + orderId + ".");
      }
      page.path("edges").forEach(edge -> each.accept(edge.path("node")));
      after = page.path("pageInfo").path("endCursor").asString("");
    } while (page.path("pageInfo").path("hasNextPage").asBoolean());
  }

  /** Something to be done with an order's number. */
  interface EachOrder {
    void accept(String orderId) throws IOException, InterruptedException;
  }

  /** Every order's number, the oldest first; one page is held at a time. */
  void orders(EachOrder each) throws IOException, InterruptedException {
    @Nullable String after = null;
    JsonNode page;
    do {
      page =
          query
              .ask(
                  """
                  query($first: Int, $after: String) {
                    orders(orderBy: ORDERED_ON_ASC, first: $first, after: $after) {
                      pageInfo {hasNextPage endCursor} edges {node {orderId}}}}
                  """,
                  page(Map.of(), after))
              .path("orders");
      for (var edge : page.path("edges")) {
        each.accept(edge.path("node").path("orderId").asString());
      }
      after = page.path("pageInfo").path("endCursor").asString("");
    } while (page.path("pageInfo").path("hasNextPage").asBoolean());
  }

  /** Decides the credit checks that failed once more, by another rule. */
  public WhatIf whatIf(String rule) throws InterruptedException {
    var credit = CreditRule.of(rule);
    var checks = new ArrayList<WhatIf.Check>();
    var erased = 0;
    for (var status : List.of("OPEN", "RESOLVED")) {
      @Nullable String after = null;
      JsonNode page;
      do {
        page =
            query
                .ask(
                    """
                    query($status: ExceptionStatus, $first: Int, $after: String) {
                      exceptions(filter: {status: $status, cause: CREDIT_LIMIT_EXCEEDED},
                          first: $first, after: $after) {
                        pageInfo {hasNextPage endCursor}
                        edges {node {exceptionId orderId held {amount}
                          findings {cause values {name value}}}}}}
                    """,
                    page(Map.of("status", status), after))
                .path("exceptions");
        for (var edge : page.path("edges")) {
          var check = check(edge.path("node"));
          check.ifPresent(checks::add);
          erased += check.isEmpty() ? 1 : 0;
        }
        after = page.path("pageInfo").path("endCursor").asString("");
      } while (page.path("pageInfo").path("hasNextPage").asBoolean());
    }
    return WhatIf.of(rule, credit, checks, erased);
  }

  private static Optional<WhatIf.Check> check(JsonNode exception) {
    var values = new HashMap<String, String>();
    for (var finding : exception.path("findings")) {
      if (finding.path("cause").asString().equals("CREDIT_LIMIT_EXCEEDED")) {
        for (var value : finding.path("values")) {
          values.put(value.path("name").asString(), value.path("value").asString());
        }
      }
    }
    try {
      return Optional.of(
          new WhatIf.Check(
              exception.path("orderId").asString(),
              exception.path("exceptionId").asString(),
              decimal(values, "creditLimit"),
              decimal(values, "exposure"),
              decimal(values, "order"),
              new BigDecimal(exception.path("held").path("amount").asString()),
              values.getOrDefault("currency", "")));
    } catch (NumberFormatException _) {
      return Optional.empty(); // what was recorded reads [erased], or another system refused
    }
  }

  private static BigDecimal decimal(Map<String, String> values, String name) {
    return new BigDecimal(values.getOrDefault(name, ""));
  }

  private static Map<String, Object> page(Map<String, Object> variables, @Nullable String after) {
    var all = new HashMap<>(variables);
    all.put("first", AT_ONCE);
    if (after != null) {
      all.put("after", after);
    }
    return all;
  }
}
