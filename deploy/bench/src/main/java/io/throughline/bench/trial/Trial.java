package io.throughline.bench.trial;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A way of trying to break something that must hold. */
public interface Trial {
  String BROKEN = "broken";

  String name();

  /** In a sentence, for {@code trial --help}. */
  String description();

  /** How often it is tried where nobody says. */
  int usualCount();

  /**
   * @param count how often; what that counts is the trial's own to say
   * @param seed the same seed tries the same
   * @param folder where a trial that was interrupted finds what it left; it may be empty
   */
  record Terms(int count, long seed, Path folder, Consumer<String> progress) {}

  /**
   * Tries.
   *
   * @return what was seen, for the report: {@code broken} counts what did not hold
   */
  Map<String, Object> run(Terms terms) throws Exception;

  /** Whether everything held. */
  static boolean held(Map<String, Object> seen) {
    return seen.getOrDefault(BROKEN, 0) instanceof Number broken && broken.longValue() == 0;
  }
}
