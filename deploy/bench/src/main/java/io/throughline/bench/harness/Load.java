package io.throughline.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * So many callers, each of whom sends the next call when the last one is answered.
 *
 * @param callers virtual threads
 * @param duration of a round, wall time
 */
public record Load(int callers, Duration duration) {
  private static final long HIGHEST = Duration.ofMinutes(1).toNanos();

  /** One call, of caller {@code caller}, its {@code number}-th of this round. */
  public interface Call {
    void make(int caller, int number) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param latency in nanoseconds
   */
  public record Outcome(long calls, double seconds, Histogram latency) {

    public double perSecond() {
      return calls / seconds;
    }

    public double milliseconds(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e6;
    }
  }

  public Outcome run(Call call) throws Exception {
    var begun = System.nanoTime();
    var end = begun + duration.toNanos();
    var histograms = new ArrayList<Future<Histogram>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var caller = 0; caller < callers; caller++) {
        var number = caller;
        histograms.add(threads.submit(() -> callUntil(end, number, call)));
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    var latency = new Histogram(HIGHEST, 3);
    for (var each : results(histograms)) {
      latency.add(each);
    }
    return new Outcome(latency.getTotalCount(), seconds, latency);
  }

  private static Histogram callUntil(long end, int caller, Call call) throws Exception {
    var latency = new Histogram(HIGHEST, 3);
    var now = System.nanoTime();
    for (var number = 0; now < end; number++) {
      call.make(caller, number);
      var done = System.nanoTime();
      latency.recordValue(Math.min(done - now, HIGHEST));
      now = done;
    }
    return latency;
  }

  private static List<Histogram> results(List<Future<Histogram>> futures) throws Exception {
    var results = new ArrayList<Histogram>();
    for (var future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return results;
  }
}
