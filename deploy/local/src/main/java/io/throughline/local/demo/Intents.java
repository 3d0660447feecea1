package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.Submission.Refusal;
import io.throughline.local.input.Input;
import io.throughline.simulators.salesforce.Org;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands orders over as the org's Apex does: a record that says what is wanted, and an event that
 * wakes us. Ids follow from the orders', so a demo that is started again finds its intents there.
 */
final class Intents {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long the platform may take to decide an intent (wall time). */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Org org;
  private final Set<OrderId> taken = ConcurrentHashMap.newKeySet();

  Intents(Org org) {
    this.org = org;
  }

  /**
   * Returns when each is decided.
   *
   * @throws LocalRunRefused if none is decided for two minutes
   */
  List<Refusal> orders(Collection<Input.Order> orders) throws InterruptedException {
    for (var order : orders) {
      org.intend(
          id(order),
          "New Sale",
          order.orderId().value(),
          JSON.writeValueAsString(OrderBody.of(order)));
    }
    var refusals = new ArrayList<Refusal>();
    List<Input.Order> open = new ArrayList<>(orders);
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!open.isEmpty()) {
      var before = open.size();
      open = open.stream().filter(order -> !isDecided(order, refusals)).toList();
      if (open.size() < before) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw new LocalRunRefused(
            "Of the intents in the simulated org "
                + open.size()
                + " are not taken, "
                + id(open.getFirst())
                + " among them; the log says why.");
      }
      Thread.sleep(LOOK);
    }
    return refusals;
  }

  private boolean isDecided(Input.Order order, List<Refusal> refusals) {
    var record = org.record("Order_Intent__c", id(order)).orElseThrow();
    return switch (String.valueOf(record.get("Status__c"))) {
      case "Taken" -> taken.add(order.orderId());
      case "Refused" ->
          refusals.add(
              new Refusal(
                  order.orderId().value(), 409, String.valueOf(record.get("Status_Detail__c"))));
      default -> false;
    };
  }

  private static String id(Input.Order order) {
    return "demo-order-" + order.orderId();
  }

  /** So far; another thread may look. */
  int taken() {
    return taken.size();
  }
}
