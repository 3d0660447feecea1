package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Load;
import io.throughline.bench.harness.Metric;
import io.throughline.bench.harness.Result;
import io.throughline.bench.harness.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Commands a second, and how long each waits, at 1 to 256 at a time. */
public final class EventStoreSuite implements Suite {
  private static final List<Integer> CALLERS = List.of(1, 8, 64, 256);
  private static final Metric THROUGHPUT = new Metric("throughput", "commands/s", true);
  private static final Metric P50 = new Metric("latency p50", "ms", false);
  private static final Metric P99 = new Metric("latency p99", "ms", false);
  private static final Metric FLUSHES = new Metric("flushes", "fsyncs/command", false);
  private static final String STOCK = "axon-jdbc";
  private static final String PLAIN = "plain-insert";

  private final AtomicLong created = new AtomicLong();

  @Override
  public String name() {
    return "eventstore";
  }

  @Override
  public String description() {
    return "Appending commands, beside Axon's JDBC engine, single inserts and a CRUD table";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("rounds", effort.rounds());
    parameters.put("roundMs", effort.round().toMillis());
    parameters.put("connections", Server.CONNECTIONS);
    parameters.put("fsync", "on");
    parameters.put("synchronous_commit", "on");
    return parameters;
  }

  @Override
  public List<Result> run(Effort effort, Consumer<String> progress) throws Exception {
    var results = new ArrayList<Result>();
    progress.accept("Starting PostgreSQL and the engines");
    try (var server = Server.start();
        var ours = new OurEngine(server.newDatabase("throughline"));
        var stock = new StockEngine(server.newDatabase("stock"));
        var plain = new PlainInsert(server.newDatabase("plain"));
        var crud = new AuditedUpdate(server.newDatabase("crud"))) {
      var interleaved = new Interleaved(effort.rounds(), progress);
      for (var callers : CALLERS) {
        var load = new Load(callers, effort.round());
        var comparison =
            new Comparison(
                "create, " + callers + " at a time",
                creating(server, ours, load),
                List.of(
                    creating(server, stock, load),
                    creating(server, plain, load),
                    creating(server, crud, load)),
                goals(callers));
        if (effort.includes(comparison.name())) {
          results.addAll(interleaved.run(comparison));
        }
      }
      for (var events : List.of(10, 10_000)) {
        if (!effort.includes("update of %,d events".formatted(events))) {
          continue;
        }
        var sales = sales(events, effort, List.of(ours, stock, plain, crud), progress);
        for (var cached : List.of(true, false)) {
          for (var callers : CALLERS) {
            var load = new Load(callers, effort.round());
            var peers = new ArrayList<Contender>();
            peers.add(updating(server, stock, load, sales, cached));
            if (cached) {
              peers.add(updating(server, plain, load, sales, true));
              peers.add(updating(server, crud, load, sales, true));
            }
            results.addAll(
                interleaved.run(
                    new Comparison(
                        "update of %,d events, %s, %d at a time"
                            .formatted(events, cached ? "cached" : "not cached", callers),
                        updating(server, ours, load, sales, cached),
                        peers,
                        cached ? goals(callers) : List.of())));
          }
        }
      }
      results.addAll(reading(server, effort, interleaved, progress));
    }
    return results;
  }

  private static List<Result> reading(
      Server server, Effort effort, Interleaved interleaved, Consumer<String> progress)
      throws Exception {
    var results = new ArrayList<Result>();
    var url = server.newDatabase("reading");
    try (var engine = new OurEngine(url)) {
      if (effort.includes("seen in another JVM")) {
        try (var notice = new Notice(engine, url)) {
          results.addAll(
              interleaved.run(
                  new Comparison(
                      "seen in another JVM",
                      notice,
                      List.of(),
                      List.of(Goal.atMost(Notice.P50, 10)))));
        }
      }
      if (effort.includes("replay")) {
        var sales = effort.scaled(300);
        progress.accept("Preparing %,d events to replay".formatted(sales * 1000));
        for (var i = 0; i < sales; i++) {
          engine.prepare("R-" + i, 1_000);
        }
        var head = new JdbcTemplate(Server.pool(url, Server.APPLICATION));
        var events = head.queryForObject("select global_index from event_head", Long.class);
        try (var replay = new Replay(url, events == null ? 0 : events);
            var scan = new BareScan(url)) {
          results.addAll(
              interleaved.run(
                  new Comparison(
                      "replay of %,d events".formatted(events),
                      replay,
                      List.of(scan),
                      List.of(Goal.ratio(Replay.RATE, scan.name(), 0.6)))));
        }
      }
    }
    return results;
  }

  private static List<Goal> goals(int callers) {
    return switch (callers) {
      case 1 -> List.of(Goal.ratio(THROUGHPUT, STOCK, 0.95));
      case 64 ->
          List.of(
              Goal.ratio(THROUGHPUT, STOCK, 4),
              Goal.ratio(THROUGHPUT, PLAIN, 1.5),
              Goal.ratio(P99, STOCK, 4),
              Goal.atMost(FLUSHES, 0.05));
      case 256 -> List.of(Goal.ratio(THROUGHPUT, STOCK, 5), Goal.ratio(THROUGHPUT, PLAIN, 1.5));
      default -> List.of();
    };
  }

  private List<String> sales(
      int events, Effort effort, List<Engine> engines, Consumer<String> progress) {
    var count = events > 100 ? effort.scaled(256) : 1024;
    var sales = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      sales.add("U-" + events + "-" + i);
    }
    for (var engine : engines) {
      progress.accept(
          "Preparing %,d sales of %,d events: %s".formatted(count, events, engine.name()));
      sales.parallelStream().forEach(sale -> engine.prepare(sale, events));
    }
    return sales;
  }

  private Contender creating(Server server, Engine engine, Load load) {
    return new Measured(
        server, engine, load, (_, _) -> engine.create("C-" + created.incrementAndGet()));
  }

  /** Each caller has sales of its own, so that nobody waits for a lock. */
  private static Contender updating(
      Server server, Engine engine, Load load, List<String> sales, boolean cached) {
    var each = Math.max(1, sales.size() / load.callers());
    return new Measured(
        server,
        engine,
        load,
        (caller, number) -> {
          if (!cached) {
            engine.forget();
          }
          engine.update(sales.get((caller * each + number % each) % sales.size()));
        });
  }

  private record Measured(Server server, Engine engine, Load load, Load.Call call)
      implements Contender {

    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public Map<Metric, Double> round() throws Exception {
      server.checkpoint();
      var flushes = server.walFlushes();
      var outcome = load.run(call);
      var measured = new LinkedHashMap<Metric, Double>();
      measured.put(THROUGHPUT, outcome.perSecond());
      measured.put(P50, outcome.milliseconds(50));
      measured.put(P99, outcome.milliseconds(99));
      measured.put(FLUSHES, (server.walFlushes() - flushes) / outcome.calls());
      return measured;
    }
  }
}
