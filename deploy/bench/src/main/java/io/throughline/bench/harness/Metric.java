package io.throughline.bench.harness;

/** Something that a round yields a figure for. */
public record Metric(String name, String unit, boolean higherIsBetter) {

  /** Ours against a peer's, turned so that above 1 is better for us. */
  double ratio(double ours, double peers) {
    return higherIsBetter ? ours / peers : peers / ours;
  }
}
