package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long after a command was answered a processor in another JVM has seen its event: that JVM
 * prints a line then, and the line's way through the pipe counts.
 */
final class Notice implements Contender, AutoCloseable {
  static final Metric P50 = new Metric("seen after p50", "ms", false);
  static final Metric P99 = new Metric("seen after p99", "ms", false);
  private final Engine engine;
  private final Process other;
  private final BufferedReader seen;
  private final int appends;
  private int created;

  /**
   * @param appends in a round, one after the other
   */
  Notice(Engine engine, String url, int appends) throws IOException {
    this.engine = engine;
    this.appends = appends;
    this.other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NoticeProgram.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.seen =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "throughline";
  }

  @Override
  public Map<Metric, Double> round() throws IOException {
    var latency = new Histogram(3);
    for (var i = 0; i < appends; i++) {
      var order = "N-" + created++;
      engine.create(order);
      var answered = System.nanoTime();
      await(order);
      latency.recordValue(Math.max(1, System.nanoTime() - answered));
    }
    var measured = new LinkedHashMap<Metric, Double>();
    measured.put(P50, latency.getValueAtPercentile(50) / 1e6);
    measured.put(P99, latency.getValueAtPercentile(99) / 1e6);
    return measured;
  }

  private void await(String order) throws IOException {
    for (var line = seen.readLine(); !order.equals(line); line = seen.readLine()) {
      if (line == null) {
        throw new IOException("The reading JVM has ended.");
      }
    }
  }

  @Override
  public void close() {
    other.destroyForcibly();
  }
}
