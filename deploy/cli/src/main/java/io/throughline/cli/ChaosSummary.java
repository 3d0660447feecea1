package io.throughline.cli;

import io.throughline.local.chaos.ChaosReport;
import io.throughline.local.chaos.Invariant;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads at the end: what was done to the run, and what held. */
final class ChaosSummary {
  private static final int SHOWN = 5;

  private ChaosSummary() {}

  static String of(ChaosReport report) {
    var text = new StringBuilder();
    heading(text, "What was done to it");
    line(
        text,
        "Kills",
        "%d; commands were taken again after at most %.1f s"
            .formatted(report.kills().count(), report.kills().longestSecondsToCommands()));
    line(
        text,
        "Faults",
        report.faults().entrySet().stream()
            .map(fault -> "%,d %s".formatted(fault.getValue(), words(fault.getKey())))
            .collect(Collectors.joining(", ")));
    heading(text, "What became of the orders");
    var states = report.demo().orders().byState();
    line(
        text,
        "Orders",
        states.entrySet().stream()
            .map(state -> "%,d %s".formatted(state.getValue(), words(state.getKey())))
            .collect(Collectors.joining(", ")));
    var pace = report.pace();
    line(
        text,
        "Pace",
        String.format(
            Locale.ROOT,
            "%.1f orders a second, at %.1f ERP calls each; %d permits of %d ms allow %.1f (%.2f of"
                + " it)",
            pace.ordersPerSecond(),
            pace.erpCallsPerOrder(),
            report.demo().parameters().permits(),
            report.demo().parameters().latencyMs(),
            pace.limitPerSecond(),
            pace.ratio()));
    if (!report.unfinished().isEmpty()) {
      unfinished(text, report);
    }
    heading(text, "What must hold");
    report.invariants().forEach(invariant -> invariant(text, invariant));
    text.append(
        switch (report.ending()) {
          case FINISHED -> "";
          case STALLED -> "\nIt STALLED: for minutes nothing moved.\n";
          case INTERRUPTED -> "\nStopped before the end: what is above is what is known so far.\n";
        });
    return text.toString();
  }

  private static void unfinished(StringBuilder text, ChaosReport report) {
    heading(text, "What is not finished");
    report.unfinished().stream()
        .limit(SHOWN)
        .forEach(it -> line(text, it.order(), words(it.state()) + ": " + it.waitsFor()));
    if (report.unfinished().size() > SHOWN) {
      text.append("  … and more; the report names them\n");
    }
  }

  private static void invariant(StringBuilder text, Invariant invariant) {
    var broken = invariant.broken();
    text.append(
        String.format(
            Locale.ROOT,
            "  %-6s %s (%,d checked)%n",
            broken.isEmpty() ? "holds" : "BROKEN",
            invariant.name(),
            invariant.checked()));
    broken.stream().limit(SHOWN).forEach(it -> text.append("         ").append(it).append('\n'));
    if (broken.size() > SHOWN) {
      text.append("         … and ").append(broken.size() - SHOWN).append(" more\n");
    }
  }

  private static void heading(StringBuilder text, String title) {
    text.append('\n').append(title).append('\n').append("─".repeat(title.length())).append('\n');
  }

  private static void line(StringBuilder text, String what, String words) {
    text.append(String.format(Locale.ROOT, "  %-8s %s%n", what, words));
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
