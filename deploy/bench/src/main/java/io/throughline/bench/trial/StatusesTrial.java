package io.throughline.bench.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes orders' statuses much faster than a simulated org takes calls: orders are held and
 * released again and again while calls fail, are carried out without an answer, find records
 * locked, and the day's requests are counted. Each record must end in its order's last state, with
 * its last version, and the org's limit must never be run into.
 */
public final class StatusesTrial implements Trial {
  private static final double FAULTS = 0.05;

  /** Of one order: its sale, then holds and releases by turns. */
  private static final int CHANGES_EACH = 10;

  /** Requests that the org takes in the day, of both ways together. */
  private static final int DAILY_CALLS = 5_000;

  /** How long nothing may move (wall time). */
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);

  @Override
  public String name() {
    return "statuses";
  }

  @Override
  public String description() {
    return "many changes of orders' statuses out to a Salesforce org within its limits; count is"
        + " the changes";
  }

  @Override
  public int usualCount() {
    return 10_000;
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    try (var line = Connected.start(terms.folder(), terms.seed(), FAULTS, DAILY_CALLS)) {
      return run(terms, line);
    }
  }

  static Map<String, Object> run(Terms terms, Connected line) throws Exception {
    var begun = System.nanoTime();
    var before = decided(line);
    var orders = Math.max(1, terms.count() / CHANGES_EACH);
    for (var i = 0; i < orders; i++) {
      var order = "S" + i;
      line.org().intend(order + "-sale", "New Sale", order, IntentsTrial.sale(order));
    }
    for (var change = 1; change < CHANGES_EACH; change++) {
      for (var i = 0; i < orders; i++) {
        var kind = change % 2 == 1 ? "Hold" : "Release";
        line.org()
            .intend(
                "S" + i + "-" + change, kind, "S" + i, "{\"reason\": \"change " + change + "\"}");
      }
    }
    awaitSettled(terms, line, before + orders * CHANGES_EACH);
    return seen(terms, line, orders, begun);
  }

  /** Until every intent is decided and the org has been told the last of every order. */
  private static void awaitSettled(Terms terms, Connected line, int intents) throws Exception {
    var before = "";
    var moved = System.nanoTime();
    while (true) {
      var decided = decided(line);
      var behind = behind(line);
      terms
          .progress()
          .accept(
              "%,d of %,d changes made, %s orders to be told".formatted(decided, intents, behind));
      if (decided == intents && behind.equals("0") && allStarted(line)) {
        return;
      }
      var now =
          decided + " " + line.ask("select 'v', max(global_index)::text from events") + behind;
      if (!now.equals(before)) {
        before = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE) {
        throw new IllegalStateException("Nothing moves: " + now);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static int decided(Connected line) {
    var statuses = line.org().intents();
    return statuses.getOrDefault("Taken", 0) + statuses.getOrDefault("Refused", 0);
  }

  private static String behind(Connected line) throws Exception {
    return line.ask(
            "select 'n', count(*)::text from salesforce_orders where saved < version or published <"
                + " version")
        .getOrDefault("n", "?");
  }

  /** Whether the processor that keeps statuses has seen all that happened. */
  private static boolean allStarted(Connected line) throws Exception {
    var head = line.ask("select 'n', global_index::text from event_head").getOrDefault("n", "0");
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    return head.equals(
            line.ask("select 'n', global_index::text from event_head").getOrDefault("n", "0"))
        && behind(line).equals("0");
  }

  private static Map<String, Object> seen(Terms terms, Connected line, int orders, long begun)
      throws Exception {
    var changes =
        line.ask(
            "select 'n', count(*)::text from events where wire_name like 'order.submitted.%' or"
                + " wire_name like '%.held.%' or wire_name like '%.released.%' or wire_name like"
                + " '%parked%'");
    var versions = line.ask("select order_id, version::text from salesforce_orders");
    var bases =
        line.ask(
            "select order_id, case when status->>'base' in ('COMPLETED', 'CANCELLED') then"
                + " status->>'base' when status->'open' <> '{}'::jsonb then 'PARKED' when"
                + " (status->>'held')::boolean then 'HELD' else status->>'base' end from"
                + " salesforce_orders");
    var wrong = new ArrayList<String>();
    var right = 0;
    for (var i = 0; i < orders; i++) {
      var order = "S" + i;
      var record = line.org().record("Throughline_Order__c", order);
      var version = record.map(it -> String.valueOf(it.get("Version__c"))).orElse("none");
      var state = record.map(it -> String.valueOf(it.get("State__c"))).orElse("none");
      if (version.equals(versions.get(order)) && state.equals(bases.get(order))) {
        right++;
      } else {
        wrong.add(
            "%s is shown as %s in version %s; it is %s in version %s"
                .formatted(order, state, version, bases.get(order), versions.get(order)));
      }
    }
    var books = line.salesforce().books();
    var requests = books.path("requests");
    if (requests.path("overLimit").asInt() > 0) {
      wrong.add("the org refused requests over its daily limit");
    }
    var seen = new LinkedHashMap<String, Object>();
    seen.put("status changes", Integer.parseInt(changes.getOrDefault("n", "0")));
    seen.put("orders", orders);
    seen.put("orders in their last state", right);
    seen.put("records saved", books.path("saves").path("Throughline_Order__c").asInt());
    seen.put("events published", books.path("events").path("/event/Order_Status__e").asInt());
    seen.put("API requests", requests.path("mostInADay").asInt());
    seen.put("of a daily", DAILY_CALLS);
    seen.put("over the limit", requests.path("overLimit").asInt());
    seen.put("seconds", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
    seen.put("faults", "%.0f %% of calls and records".formatted(FAULTS * 100));
    seen.put("what broke", List.copyOf(wrong.subList(0, Math.min(20, wrong.size()))));
    seen.put(BROKEN, wrong.size());
    return seen;
  }
}
