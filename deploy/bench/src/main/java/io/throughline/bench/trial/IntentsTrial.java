package io.throughline.bench.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands sales over in a simulated org while events are delivered twice, streams break, sessions
 * end, replay ids expire and the command side is killed. Each intent must be taken once: decided in
 * the org, and its order submitted exactly once.
 */
public final class IntentsTrial implements Trial {
  private static final double FAULTS = 0.05;
  private static final int DAILY_CALLS = 100_000;

  /** How long nothing may move (wall time). */
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(4);

  /** Fewer intents than this are not worth more than one kill. */
  private static final int MANY = 1_000;

  private static final String PAYLOAD =
      """
      {"orderId": "%s", "customerId": "TRIAL", "owner": "u1", "orderedOn": "2026-03-31",
       "currency": "USD", "priceBasis": "LIST", "taxRegion": "DE",
       "shipTo": {"name": "Goods inward", "street": "1 Mill Lane", "city": "Riverton", "country": "NL"},
       "lines": [{"lineId": "1", "productId": "BOLT", "quantity": 2, "unitPrice": "2.50"}]}
      """;

  @Override
  public String name() {
    return "intents";
  }

  @Override
  public String description() {
    return "redeliveries, disconnects, expired replay ids, kill -9 while a Salesforce org hands"
        + " sales over; count is the intents";
  }

  @Override
  public int usualCount() {
    return 10_000;
  }

  static String sale(String order) {
    return PAYLOAD.formatted(order);
  }

  @Override
  public Map<String, Object> run(Terms terms) throws Exception {
    try (var line = Connected.start(terms.folder(), terms.seed(), FAULTS, DAILY_CALLS)) {
      return run(terms, line);
    }
  }

  static Map<String, Object> run(Terms terms, Connected line) throws Exception {
    return new Attempt(terms, line).run();
  }

  private static final class Attempt {
    private final Terms terms;
    private final Connected line;
    private final long begun = System.nanoTime();
    private int kills;
    private int disconnects;
    private int expiries;

    Attempt(Terms terms, Connected line) {
      this.terms = terms;
      this.line = line;
    }

    private static String order(int number) {
      return "T" + number;
    }

    Map<String, Object> run() throws Exception {
      try (var apex = Executors.newSingleThreadExecutor()) {
        var handedOver = apex.submit(this::handOver);
        var kinds = terms.count() >= MANY ? 6 : 2;
        for (var blow = 1; blow <= kinds; blow++) {
          awaitDecided(terms.count() * blow / (kinds + 1));
          strike(blow);
        }
        handedOver.get();
      }
      awaitDecided(terms.count());
      return seen();
    }

    private void handOver() {
      for (var i = 0; i < terms.count(); i++) {
        line.org().intend("intent-" + i, "New Sale", order(i), sale(order(i)));
      }
    }

    private int decided() {
      var statuses = line.org().intents();
      return statuses.getOrDefault("Taken", 0) + statuses.getOrDefault("Refused", 0);
    }

    private void awaitDecided(int wanted) {
      var before = -1;
      var moved = System.nanoTime();
      while (true) {
        var now = decided();
        terms.progress().accept("%,d of %,d intents taken".formatted(now, terms.count()));
        if (now >= wanted) {
          return;
        }
        if (now > before) {
          before = now;
          moved = System.nanoTime();
        } else if (System.nanoTime() - moved > PATIENCE) {
          throw new IllegalStateException("Nothing moves: %,d are taken.".formatted(now));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }

    /** A kill with what was delivered forgotten meanwhile, streams that break, and plain kills. */
    private void strike(int blow) throws Exception {
      switch (blow % 3) {
        case 1 -> {
          line.kill();
          line.org().forgetEvents("/event/Order_Intent__e");
          kills++;
          expiries++;
          line.startAgain();
        }
        case 2 -> {
          line.salesforce().tokens().forgetAll();
          line.salesforce().disconnectAll();
          disconnects++;
        }
        default -> {
          line.kill();
          kills++;
          line.startAgain();
        }
      }
    }

    private Map<String, Object> seen() throws Exception {
      var submissions =
          line.ask(
              "select aggregate_id, count(*)::text from events where wire_name like"
                  + " 'order.submitted.%' group by aggregate_id");
      var wrong = new ArrayList<String>();
      var taken = 0;
      for (var i = 0; i < terms.count(); i++) {
        var status =
            line.org().record("Order_Intent__c", "intent-" + i).orElseThrow().get("Status__c");
        var times = submissions.getOrDefault(order(i), "0");
        if ("Taken".equals(status) && times.equals("1")) {
          taken++;
        } else {
          wrong.add(
              "intent-%d is %s, its order was submitted %s times".formatted(i, status, times));
        }
      }
      if (submissions.size() > terms.count()) {
        wrong.add("there are orders that nobody intended");
      }
      var requests = line.salesforce().books().path("requests");
      var seen = new LinkedHashMap<String, Object>();
      seen.put("intents", terms.count());
      seen.put("taken once", taken);
      seen.put("seconds", Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
      seen.put("kills -9", kills);
      seen.put("sessions and streams broken", disconnects);
      seen.put("replay ids expired", expiries);
      seen.put("faults", "%.0f %% of calls and deliveries".formatted(FAULTS * 100));
      seen.put("API requests", requests.path("mostInADay").asInt());
      seen.put("longest start, s", Math.round(line.longestStart() * 10) / 10.0);
      seen.put("what broke", List.copyOf(wrong.subList(0, Math.min(20, wrong.size()))));
      seen.put(BROKEN, wrong.size());
      return seen;
    }
  }
}
