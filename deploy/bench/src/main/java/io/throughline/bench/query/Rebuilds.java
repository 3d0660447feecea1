package io.throughline.bench.query;

import io.throughline.bench.harness.Child;
import io.throughline.bench.harness.Comparison;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The rebuild and its peers, in one JVM with a heap of 512 MB. */
final class Rebuilds implements AutoCloseable {
  static final String NAME = "rebuild";
  static final int HEAP_MB = 512;
  private static final Metric EVENTS = new Metric("events", "1/s", true);
  private static final Metric DOCUMENTS = new Metric("documents", "1/s", true);
  private static final Metric ALIVE = new Metric("heap", "MB after GC, peak", false);
  private static final String ONE_BY_ONE = "one by one";
  private static final String BULK_WRITE = "bulk write";

  private record Done(double events, double documents, double seconds, double bytes) {
    static Done of(String line) {
      var parts = line.split(" ");
      return new Done(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]));
    }
  }

  private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Child program;
  private final int single;

  /**
   * @param single how many events the one who takes them one by one has in a round
   */
  Rebuilds(Servers servers, int single) throws IOException {
    this.single = single;
    this.program =
        Child.start(
            RebuildProgram.class,
            List.of("-Xmx" + HEAP_MB + "m", "-XX:+UseSerialGC"),
            answers::add,
            servers.mongoUri(),
            servers.bootstrapServers());
  }

  Comparison comparison() {
    return new Comparison(
        NAME,
        contender(
            "ours",
            "fold",
            done ->
                Map.of(
                    EVENTS, done.events() / done.seconds(),
                    DOCUMENTS, done.documents() / done.seconds(),
                    ALIVE, done.bytes() / (1 << 20))),
        List.of(
            contender(
                ONE_BY_ONE,
                "single " + single,
                done -> Map.of(EVENTS, done.events() / done.seconds())),
            contender(
                BULK_WRITE, "raw", done -> Map.of(DOCUMENTS, done.documents() / done.seconds()))),
        List.of(
            Goal.ratio(EVENTS, ONE_BY_ONE, 20),
            Goal.ratio(DOCUMENTS, BULK_WRITE, 0.3),
            Goal.atMost(ALIVE, HEAP_MB)));
  }

  private Contender contender(
      String name, String request, Function<Done, Map<Metric, Double>> figures) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<Metric, Double> round() throws Exception {
        return figures.apply(ask(request));
      }
    };
  }

  private Done ask(String request) throws IOException, InterruptedException {
    program.say(request);
    while (program.isAlive()) {
      var answer = answers.poll(1, TimeUnit.SECONDS);
      if (answer != null) {
        return Done.of(answer);
      }
    }
    throw new IllegalStateException("The rebuild ended: " + program.lastWords());
  }

  @Override
  public void close() {
    program.close();
  }
}
