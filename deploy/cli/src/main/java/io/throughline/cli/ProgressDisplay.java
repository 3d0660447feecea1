package io.throughline.cli;

import io.throughline.local.demo.DemoListener;
import io.throughline.local.demo.DemoProgress;
import io.throughline.local.demo.Submission.Refusal;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bar and counts by state: drawn over itself on a terminal; elsewhere a plain line now and then,
 * when something has changed.
 */
final class ProgressDisplay implements DemoListener {
  private static final int BAR = 30;
  private static final long SECONDS_BETWEEN_LINES = 5;
  private static final int SHOWN_REFUSALS = 10;

  /** Back to the line's beginning, and clear it. */
  private static final String OVER = "\r\u001B[2K";

  private final PrintWriter out;
  private final boolean onTerminal;
  private @Nullable DemoProgress last;
  private int refusals;

  ProgressDisplay(PrintWriter out, boolean onTerminal) {
    this.out = out;
    this.onTerminal = onTerminal;
  }

  static ProgressDisplay to(PrintWriter out) {
    var console = System.console();
    return new ProgressDisplay(out, console != null && console.isTerminal());
  }

  @Override
  public void begins(String part) {
    out.println(part);
    out.flush();
  }

  @Override
  public void progresses(DemoProgress progress) {
    if (onTerminal) {
      out.print(OVER + bar(progress) + "  " + counts(progress));
      if (progress.isDone()) {
        out.println();
      }
    } else if (isWorthALine(progress)) {
      last = progress;
      out.println(counts(progress));
    }
    out.flush();
  }

  private boolean isWorthALine(DemoProgress progress) {
    if (last == null) {
      return true;
    }
    var changed =
        progress.submitted() != last.submitted() || !progress.byState().equals(last.byState());
    var since = progress.elapsed().minus(last.elapsed()).toSeconds();
    return changed && (progress.isDone() || since >= SECONDS_BETWEEN_LINES);
  }

  private static String bar(DemoProgress progress) {
    var full = progress.orders() == 0 ? BAR : BAR * progress.finished() / progress.orders();
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String counts(DemoProgress progress) {
    var states =
        progress.byState().entrySet().stream()
            .map(
                state ->
                    state.getValue()
                        + " "
                        + state.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%3d s  %d of %d finished  %s",
        progress.elapsed().toSeconds(),
        progress.finished(),
        progress.orders(),
        states.isEmpty() ? progress.submitted() + " submitted" : states);
  }

  @Override
  public void refused(Refusal refusal) {
    refusals++;
    if (refusals <= SHOWN_REFUSALS) {
      out.println(
          "  Not taken: " + refusal.id() + ": " + refusal.status() + " " + refusal.detail());
    } else if (refusals == SHOWN_REFUSALS + 1) {
      out.println("  … and more");
    }
    out.flush();
  }
}
