package io.throughline.bench.harness;

import java.util.Map;
import java.util.function.Consumer;

/** Comparisons that belong together and share what they run on. */
public interface Suite {

  String name();

  /** In a sentence, for {@code bench --help}. */
  String description();

  /** Measures. Takes as long as {@code effort} allows. */
  Findings run(Effort effort, Consumer<String> progress) throws Exception;

  /** What the figures depend on, for the report. */
  Map<String, Object> parameters(Effort effort);
}
