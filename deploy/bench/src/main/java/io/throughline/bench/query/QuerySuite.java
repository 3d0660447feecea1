package io.throughline.bench.query;

import io.throughline.bench.harness.Cpu;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Findings;
import io.throughline.bench.harness.Interleaved;
import io.throughline.bench.harness.Others;
import io.throughline.bench.harness.Result;
import io.throughline.bench.harness.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Views: how fast they are folded anew, and how late they are. */
public final class QuerySuite implements Suite {
  private static final int ORDERS = 100_000;
  private static final int OPEN = 5_000;
  private static final int SINGLE = 10_000;
  private static final int BURST = 20_000;

  /** The views twice, as a server in memory holds them: for a rebuild and for its peer. */
  private static final int STORE_MB = 10_000;

  private static final int EVENTS_OF_ONE = 10_000;
  private static final int READ = 2_000;
  private static final List<String> CASES =
      List.of(Rebuilds.NAME, EventToView.NAME, AsOfQuestions.NAME, Reads.ORDER, Reads.LIST);

  /** A tail is not seen in less. */
  private static final Duration ROUND = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "query";
  }

  @Override
  public String description() {
    return "Rebuilding views, how late they are, how fast they answer, and how they were";
  }

  @Override
  public Map<String, Object> parameters(Effort effort) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("rounds", effort.rounds());
    parameters.put("store", Servers.storeName());
    parameters.put("orders", effort.scaled(ORDERS));
    parameters.put("openOrders", effort.scaled(OPEN));
    parameters.put("eventsOfAnOrder", OrderStory.SHORT);
    parameters.put("eventsOfEachTenthOrder", OrderStory.LONG);
    parameters.put("eventsOneByOne", effort.scaled(SINGLE));
    parameters.put("eventsOfOneOrder", effort.scaled(EVENTS_OF_ONE));
    parameters.put("ordersRead", effort.scaled(READ));
    parameters.put("callers", Reads.CALLERS);
    parameters.put("heapMb", Rebuilds.HEAP_MB);
    return parameters;
  }

  @Override
  public Findings run(Effort effort, Consumer<String> progress) throws Exception {
    if (CASES.stream().noneMatch(effort::includes)) {
      return new Findings(null, null, List.of());
    }
    var others = new Others();
    progress.accept("Starting Kafka and the store");
    var results = new ArrayList<Result>();
    var interleaved = new Interleaved(effort.rounds(), progress);
    others.begin();
    var before = Cpu.ofThisJvm();
    if (effort.includes(EventToView.NAME)) {
      results.addAll(late(effort, interleaved));
      others.end(Cpu.ofThisJvm().minus(before));
    }
    if (effort.includes(Rebuilds.NAME)) {
      results.addAll(rebuilds(effort, interleaved, progress));
    }
    if (effort.includes(AsOfQuestions.NAME)) {
      results.addAll(past(effort, interleaved));
    }
    if (effort.includes(Reads.ORDER) || effort.includes(Reads.LIST)) {
      results.addAll(reads(effort, interleaved));
    }
    return new Findings(null, others.share(), results);
  }

  private static List<Result> late(Effort effort, Interleaved interleaved) throws Exception {
    var round = effort.scale() < 1 ? effort.round() : ROUND;
    try (var servers = Servers.start(storeMb(effort));
        var topic = new EventTopic(servers.bootstrapServers());
        var ours =
            new EventToView(servers, topic, effort.scaled(OPEN), effort.scaled(BURST), round)) {
      return interleaved.run(ours.comparison());
    }
  }

  private static List<Result> rebuilds(
      Effort effort, Interleaved interleaved, Consumer<String> progress) throws Exception {
    try (var servers = Servers.start(storeMb(effort));
        var topic = new EventTopic(servers.bootstrapServers())) {
      topic.fill(
          effort.scaled(ORDERS),
          effort.scaled(OPEN),
          events -> progress.accept("%,d events published".formatted(events)));
      try (var rebuilds = new Rebuilds(servers, effort.scaled(SINGLE))) {
        return interleaved.run(rebuilds.comparison());
      }
    }
  }

  private static List<Result> past(Effort effort, Interleaved interleaved) throws Exception {
    try (var servers = Servers.start(storeMb(effort));
        var topic = new EventTopic(servers.bootstrapServers());
        var questions =
            new AsOfQuestions(servers, topic, effort.scaled(EVENTS_OF_ONE), effort.round())) {
      return interleaved.run(questions.comparison());
    }
  }

  private static List<Result> reads(Effort effort, Interleaved interleaved) throws Exception {
    var results = new ArrayList<Result>();
    try (var reads = new Reads(storeMb(effort), effort.scaled(READ), effort.round())) {
      if (effort.includes(Reads.ORDER)) {
        results.addAll(interleaved.run(reads.order()));
      }
      if (effort.includes(Reads.LIST)) {
        results.addAll(interleaved.run(reads.list()));
      }
    }
    return results;
  }

  private static int storeMb(Effort effort) {
    return effort.scale() < 1 ? STORE_MB / 10 : STORE_MB;
  }
}
