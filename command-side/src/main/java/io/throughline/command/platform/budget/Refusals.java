package io.throughline.command.platform.budget;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an account's 429s mean. A single one concerns its own call: a gateway hiccups. Several in a
 * row, or one that asks for a longer pause, concern everybody.
 */
final class Refusals {
  private static final int IN_A_ROW = 3;
  private static final Duration MEANT = Duration.ofSeconds(2);

  /** A Retry-After of hours is looked at again after so long. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private int inARow;
  private boolean everybodys;
  private Duration pause = Duration.ZERO;

  synchronized void answered() {
    inARow = 0;
  }

  /** Whether it concerns everybody. */
  synchronized boolean refused(@Nullable Duration retryAfter) {
    inARow++;
    var asked = retryAfter == null ? Duration.ZERO : retryAfter;
    if (inARow < IN_A_ROW && asked.compareTo(MEANT) <= 0) {
      return false;
    }
    everybodys = true;
    var bounded = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    pause = bounded.compareTo(pause) > 0 ? bounded : pause;
    return true;
  }

  /** How long nobody is to call, as far as the other nodes have not been told. */
  synchronized Duration pause() {
    return pause;
  }

  /** What to tell the other nodes. */
  record News(boolean refused, Duration pause) {}

  synchronized News take() {
    var news = new News(everybodys, pause);
    everybodys = false;
    pause = Duration.ZERO;
    return news;
  }

  synchronized void putBack(News news) {
    everybodys |= news.refused();
    pause = news.pause().compareTo(pause) > 0 ? news.pause() : pause;
  }
}
