package io.throughline.bench.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Medians, and how far to trust them. */
final class Medians {
  private static final int RESAMPLES = 2_000;

  private Medians() {}

  static double of(double[] figures) {
    var sorted = figures.clone();
    Arrays.sort(sorted);
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The bootstrap interval: where the medians of resampled rounds lie, but for 2.5 % on each side.
   */
  static List<Double> interval(double[] figures) {
    var random = new Random(figures.length);
    var medians = new double[RESAMPLES];
    for (var i = 0; i < RESAMPLES; i++) {
      var sample = new double[figures.length];
      for (var j = 0; j < sample.length; j++) {
        sample[j] = figures[random.nextInt(figures.length)];
      }
      medians[i] = of(sample);
    }
    Arrays.sort(medians);
    return List.of(medians[(int) (RESAMPLES * 0.025)], medians[(int) (RESAMPLES * 0.975)]);
  }
}
