package io.throughline.bench.harness;

import java.nio.file.Path;
import jdk.jfr.Recording;

/** A flight recording of rounds that do not count: where processor time goes in this JVM. */
public final class Profile {
  private static final int ROUNDS = 8;

  private Profile() {}

  /**
   * Lets a contender, warm by now, work for a few more rounds.
   *
   * @param file for {@code jfr view cpu-time-hot-methods} and Mission Control
   */
  public static void of(Contender contender, Path file) throws Exception {
    try (var recording = new Recording()) {
      recording.enable("jdk.CPUTimeSample").with("throttle", "1 ms").withStackTrace();
      recording.enable("jdk.CPULoad").with("period", "1 s");
      recording.enable("jdk.GarbageCollection");
      recording.start();
      for (var round = 0; round < ROUNDS; round++) {
        contender.round();
      }
      recording.stop();
      recording.dump(file);
    }
  }
}
