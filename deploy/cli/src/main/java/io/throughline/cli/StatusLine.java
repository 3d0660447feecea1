package io.throughline.cli;

import java.io.PrintWriter;

/** What a long command is at: one line that is written over, on a terminal only. */
final class StatusLine implements AutoCloseable {
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean isTerminal = System.console() != null && System.console().isTerminal();

  StatusLine(PrintWriter out) {
    this.out = out;
  }

  synchronized void show(String text) {
    if (isTerminal) {
      var shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
      out.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
      out.flush();
    }
  }

  synchronized void clear() {
    if (isTerminal) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
