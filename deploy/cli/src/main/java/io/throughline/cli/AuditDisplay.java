package io.throughline.cli;

import io.throughline.command.eventstore.audit.AuditProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** How far an audit is: drawn over itself on a terminal, a line every few seconds elsewhere. */
final class AuditDisplay implements AuditProgress, AutoCloseable {
  private static final int BAR = 30;
  private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;
  private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000L;
  private static final long COUNTED = 10_000;

  /** Back to the line's beginning, and clear it. */
  private static final String OVER = "\r\u001B[2K";

  private final PrintWriter out;
  private final boolean onTerminal;
  private final long begun = System.nanoTime();
  private long shown = begun;
  private boolean drawn;

  AuditDisplay(PrintWriter out, boolean onTerminal) {
    this.out = out;
    this.onTerminal = onTerminal;
  }

  static AuditDisplay to(PrintWriter out) {
    var console = System.console();
    return new AuditDisplay(out, console != null && console.isTerminal());
  }

  @Override
  public void at(long done, long of) {
    if (isDue()) {
      var share = of == 0 ? 1 : (double) done / of;
      var full = (int) Math.round(BAR * share);
      var bar = onTerminal ? "█".repeat(full) + "░".repeat(BAR - full) + "  " : "";
      show(String.format(Locale.ROOT, "%s%,d of %,d events", bar, done, of));
    }
  }

  /** Where it is not known how many there are. */
  void counted(long done) {
    if (done % COUNTED == 0 && isDue()) {
      show(String.format(Locale.ROOT, "%,d events", done));
    }
  }

  private boolean isDue() {
    var now = System.nanoTime();
    var due = now - shown >= (onTerminal ? NANOS_BETWEEN_DRAWINGS : NANOS_BETWEEN_LINES);
    if (due) {
      shown = now;
    }
    return due;
  }

  private void show(String text) {
    var seconds = (shown - begun) / 1_000_000_000L;
    if (onTerminal) {
      out.print(OVER + text + "  " + seconds + " s");
      drawn = true;
    } else {
      out.println("  " + seconds + " s  " + text);
    }
    out.flush();
  }

  @Override
  public void close() {
    if (drawn) {
      out.print(OVER);
      out.flush();
    }
  }
}
