package io.throughline.bench.harness;

import java.util.Map;

/** Somebody who does the work that is measured. */
public interface Contender {

  String name();

  /** Works for a round and says what was measured. */
  Map<Metric, Double> round() throws Exception;
}
