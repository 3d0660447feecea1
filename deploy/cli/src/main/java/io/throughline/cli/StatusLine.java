package io.throughline.cli;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * What a long command is at: one line that is written over on a terminal; elsewhere a plain line
 * now and then.
 */
final class StatusLine implements AutoCloseable {
  private static final int WIDTH = 100;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);

  private final PrintWriter out;
  private final boolean onTerminal = System.console() != null && System.console().isTerminal();
  private final long begun = System.nanoTime();
  private long lastLine = begun;

  StatusLine(PrintWriter out) {
    this.out = out;
  }

  synchronized void show(String text) {
    var now = System.nanoTime();
    if (onTerminal) {
      var shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
      out.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
    } else if (now - lastLine >= BETWEEN_LINES.toNanos()) {
      lastLine = now;
      out.printf("%4d s  %s%n", Duration.ofNanos(now - begun).toSeconds(), text);
    }
    out.flush();
  }

  synchronized void clear() {
    if (onTerminal) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
