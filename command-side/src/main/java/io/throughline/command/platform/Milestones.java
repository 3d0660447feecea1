package io.throughline.command.platform;

import java.time.Duration;

/** One timer for each business milestone. */
public interface Milestones {

  /**
   * @param milestone {@code accepted}, {@code shipped}, {@code invoiced}, {@code paid}, {@code
   *     completed}, …
   * @param sinceSubmitted business time since the order was submitted
   */
  void reached(String milestone, Duration sinceSubmitted);
}
