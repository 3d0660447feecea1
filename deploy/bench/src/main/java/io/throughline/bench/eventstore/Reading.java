package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Events read again from the first on, and new ones noticed elsewhere. */
final class Reading {
  private static final String NOTICE = "seen in another JVM";
  private static final String REPLAY = "replay";
  private static final int SALES = 300;
  private static final int EVENTS_EACH = 1_000;

  private final Server server;
  private final Effort effort;
  private final Consumer<String> progress;

  Reading(Server server, Effort effort, Consumer<String> progress) {
    this.server = server;
    this.effort = effort;
    this.progress = progress;
  }

  List<Result> run() throws Exception {
    var results = new ArrayList<Result>();
    if (effort.includes(NOTICE)) {
      results.addAll(notice());
    }
    if (effort.includes(REPLAY)) {
      results.addAll(replay());
    }
    return results;
  }

  private List<Result> notice() throws Exception {
    var url = server.newDatabase("notice");
    try (var engine = new OurEngine(url);
        var notice = new Notice(engine, url, effort.scaled(300))) {
      return compare(
          new Comparison(NOTICE, notice, List.of(), List.of(Goal.atMost(Notice.P50, 10))));
    }
  }

  private List<Result> replay() throws Exception {
    var url = server.newDatabase("replay");
    var sales = effort.scaled(SALES);
    var events = sales * EVENTS_EACH;
    try (var engine = new OurEngine(url)) {
      progress.accept("Preparing %,d events to replay".formatted(events));
      engine.prepare(IntStream.range(0, sales).mapToObj(i -> "R-" + i).toList(), EVENTS_EACH);
    }
    try (var replay = new Replay(url, events);
        var scan = new BareScan(url)) {
      return compare(
          new Comparison(
              REPLAY + " of %,d events".formatted(events),
              replay,
              List.of(scan),
              List.of(Goal.ratio(Replay.RATE, scan.name(), 0.6))));
    }
  }

  private List<Result> compare(Comparison comparison) throws Exception {
    server.checkpoint();
    return new Interleaved(effort.rounds(), progress).run(comparison);
  }
}
