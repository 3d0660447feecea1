package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Load;
import io.throughline.bench.harness.Profile;
import io.throughline.bench.harness.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Commands that create sales and update them, so many at a time. */
final class Commands {
  static final List<Integer> CALLERS = List.of(1, 8, 64, 256);
  static final int LONG_HISTORY = 10_000;
  static final int SHORT_HISTORY = 10;

  /** Where the goals are, and what is profiled. */
  private static final int BUSY = 64;

  private static final int WARM_UP_ROUNDS = 6;

  private static final int FOR_EACH_CALLER = 4;
  private static final double LONG_MAY_COST = 1.3;

  private final Server server;
  private final OurEngine ours;
  private final OurEngine sealing;
  private final StockEngine stock;
  private final PlainInsert plain;
  private final AuditedUpdate crud;
  private final Effort effort;
  private final Consumer<String> progress;
  private final AtomicLong created = new AtomicLong();
  private final List<Result> results = new ArrayList<>();
  private boolean profiled;

  Commands(
      Server server,
      OurEngine ours,
      OurEngine sealing,
      StockEngine stock,
      PlainInsert plain,
      AuditedUpdate crud,
      Effort effort,
      Consumer<String> progress) {
    this.server = server;
    this.ours = ours;
    this.sealing = sealing;
    this.stock = stock;
    this.plain = plain;
    this.crud = crud;
    this.effort = effort;
    this.progress = progress;
  }

  /** Whether there is anything to do here. */
  static boolean areWanted(Effort effort) {
    return CALLERS.stream()
        .flatMap(
            callers ->
                Stream.of(
                    creating(callers),
                    updating(SHORT_HISTORY, true, callers),
                    updating(SHORT_HISTORY, false, callers),
                    updating(LONG_HISTORY, true, callers),
                    updating(LONG_HISTORY, false, callers)))
        .anyMatch(effort::includes);
  }

  List<Result> run() throws Exception {
    warmUp();
    create();
    for (var cached : List.of(true, false)) {
      updateShort(cached);
    }
    for (var cached : List.of(true, false)) {
      updateLong(cached);
    }
    return results;
  }

  /** The compiler needs longer than a round to have seen everything. */
  private void warmUp() throws Exception {
    var load = new Load(BUSY, effort.round().multipliedBy(WARM_UP_ROUNDS));
    for (var engine : List.of(ours, stock, plain, crud, sealing)) {
      progress.accept("Warming up: " + engine.name());
      load.run(
          (caller, number) -> {
            var order = "W-" + caller + "-" + number / 2;
            if (number % 2 == 0) {
              engine.create(order);
            } else {
              engine.forget(order);
              engine.update(order);
            }
          });
    }
  }

  private static String creating(int callers) {
    return "create, " + callers + " at a time";
  }

  private static String updating(int events, boolean cached, int callers) {
    return "update of %,d events, %s, %d at a time"
        .formatted(events, cached ? "cached" : "not cached", callers);
  }

  /** Those of the levels whose comparison is wanted. */
  private List<Integer> wanted(int events, boolean cached) {
    return CALLERS.stream()
        .filter(callers -> effort.includes(updating(events, cached, callers)))
        .toList();
  }

  private void create() throws Exception {
    for (var callers : CALLERS) {
      if (effort.includes(creating(callers))) {
        var peers = new ArrayList<Contender>();
        peers.add(creating(stock, callers));
        peers.add(creating(plain, callers));
        peers.add(creating(crud, callers));
        if (callers == BUSY) {
          peers.add(creating(sealing, callers));
        }
        compare(new Comparison(creating(callers), creating(ours, callers), peers, goals(callers)));
      }
    }
  }

  private Contender creating(Engine engine, int callers) {
    return new Work(
        engine.name(),
        server,
        engine,
        load(callers),
        (_, _) -> engine.create("C-" + created.incrementAndGet()));
  }

  private void updateShort(boolean cached) throws Exception {
    var wanted = wanted(SHORT_HISTORY, cached);
    if (wanted.isEmpty()) {
      return;
    }
    // where histories are read there are many sales, so that each one's stays short
    var all =
        Sales.named(cached ? "S" : "T", Math.max(256, effort.scaled(cached ? 1024 : 4096)), cached);
    prepare(
        all,
        SHORT_HISTORY,
        cached ? List.of(ours, stock, plain, crud, sealing) : List.of(ours, stock));
    for (var callers : wanted) {
      var sales = all.of(callers, cached ? FOR_EACH_CALLER : Integer.MAX_VALUE);
      var peers = new ArrayList<Contender>();
      peers.add(updating(stock.name(), stock, callers, sales));
      if (cached) { // the others have nothing in memory anyway
        peers.add(updating(plain.name(), plain, callers, sales));
        peers.add(updating(crud.name(), crud, callers, sales));
        if (callers == BUSY) {
          peers.add(updating(sealing.name(), sealing, callers, sales));
        }
      }
      compare(
          new Comparison(
              updating(SHORT_HISTORY, cached, callers),
              updating(ours.name(), ours, callers, sales),
              peers,
              cached ? goals(callers) : List.of()));
    }
  }

  /** Not beside those that read no history. */
  private void updateLong(boolean cached) throws Exception {
    var all = Sales.named(cached ? "L" : "M", effort.scaled(256), cached);
    var ofShort = Sales.named(cached ? "LS" : "MS", effort.scaled(256), cached);
    var wanted =
        wanted(LONG_HISTORY, cached).stream()
            .filter(callers -> callers <= all.orders().size())
            .toList();
    if (!wanted.isEmpty()) {
      prepare(all, LONG_HISTORY, List.of(ours, stock));
      prepare(ofShort, SHORT_HISTORY, List.of(ours));
    }
    for (var callers : wanted) {
      compareLong(callers, all, ofShort);
    }
  }

  private void compareLong(int callers, Sales all, Sales ofShort) throws Exception {
    var some = all.of(callers, FOR_EACH_CALLER);
    var someShort = ofShort.of(callers, FOR_EACH_CALLER);
    var beside = OurEngine.NAME + " at " + SHORT_HISTORY;
    var goals = new ArrayList<Goal>();
    if (all.cached()) {
      goals.addAll(goals(callers).stream().filter(Commands::isOfStock).toList());
    }
    goals.add(Goal.ratio(Work.THROUGHPUT, beside, 1 / LONG_MAY_COST));
    compare(
        new Comparison(
            updating(LONG_HISTORY, all.cached(), callers),
            updating(ours.name(), ours, callers, some),
            List.of(
                updating(stock.name(), stock, callers, some),
                updating(beside, ours, callers, someShort)),
            goals));
  }

  private Contender updating(String name, Engine engine, int callers, Sales sales) {
    var load = load(callers);
    return new Work(name, server, engine, load, sales.updating(engine, load));
  }

  private Load load(int callers) {
    return new Load(callers, effort.round());
  }

  private void prepare(Sales sales, int events, List<Engine> engines) {
    for (var engine : engines) {
      progress.accept(
          "Preparing %,d sales of %,d events: %s"
              .formatted(sales.orders().size(), events, engine.name()));
      engine.prepare(sales.orders(), events);
    }
  }

  private void compare(Comparison comparison) throws Exception {
    server.checkpoint();
    results.addAll(new Interleaved(effort.rounds(), progress).run(comparison));
    if (effort.profile().isPresent() && !profiled && isBusy(comparison)) {
      Profile.of(comparison.ours(), effort.profile().get());
      profiled = true;
    }
  }

  private static boolean isBusy(Comparison comparison) {
    return comparison.name().endsWith(" " + BUSY + " at a time");
  }

  private static boolean isOfStock(Goal goal) {
    return StockEngine.NAME.equals(goal.peer());
  }

  /** Where the aggregates are in memory; reading histories is everybody's cost alike. */
  private static List<Goal> goals(int callers) {
    return switch (callers) {
      case 1 -> List.of(Goal.ratio(Work.THROUGHPUT, StockEngine.NAME, 0.95));
      case BUSY ->
          List.of(
              Goal.ratio(Work.THROUGHPUT, StockEngine.NAME, 4),
              Goal.ratio(Work.THROUGHPUT, PlainInsert.NAME, 1.5),
              Goal.ratio(Work.P99, StockEngine.NAME, 4),
              Goal.atMost(Work.FLUSHES, 0.05));
      case 256 ->
          List.of(
              Goal.ratio(Work.THROUGHPUT, StockEngine.NAME, 5),
              Goal.ratio(Work.THROUGHPUT, PlainInsert.NAME, 1.5));
      default -> List.of();
    };
  }
}
