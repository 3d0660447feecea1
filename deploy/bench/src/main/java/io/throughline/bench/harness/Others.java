package io.throughline.bench.harness;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches what share of the processors other programs have. Where they have much, ratios come out
 * too low for whoever works with few threads: the system deals out time by the thread.
 */
public final class Others {
  private final com.sun.management.OperatingSystemMXBean os =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
  private final List<Double> shares = new ArrayList<>();
  private long begun;

  /** A round begins. */
  public void begin() {
    os.getCpuLoad(); // it tells the load since it was asked last
    begun = System.nanoTime();
  }

  /**
   * A round has ended.
   *
   * @param own processor time that the round took
   */
  public void end(Duration own) {
    var machine = os.getCpuLoad();
    var ours = (double) own.toNanos() / (System.nanoTime() - begun) / os.getAvailableProcessors();
    shares.add(Math.clamp(machine - ours, 0, 1));
  }

  /** The median of the rounds; null if there were none. */
  public @Nullable Double share() {
    return shares.isEmpty()
        ? null
        : Medians.of(shares.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
