package io.throughline.cli;

import io.throughline.bench.harness.Database;
import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Report;
import io.throughline.bench.harness.Result;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A suite's figures for people: a heading a case, a line a metric and peer, goals at the end. */
final class BenchTable {
  /** From here on, what else runs changes the ratios. */
  private static final double QUIET = 0.1;

  private BenchTable() {}

  static String of(Report report) {
    var text = new StringBuilder(machine(report));
    var heading = "";
    for (var result : report.results()) {
      if (!result.name().equals(heading)) {
        heading = result.name();
        text.append('\n').append(heading).append('\n');
      }
      text.append(line(result)).append('\n');
    }
    return text.append(goals(report)).toString();
  }

  private static String machine(Report report) {
    var machine = report.machine().machine();
    var postgres = report.machine().postgres();
    return String.format(
            Locale.ROOT,
            "%s: %d processors, %,d MB; %s%s%n",
            report.suite(),
            machine.processors(),
            machine.memoryMb(),
            machine.java(),
            postgres == null ? "" : on(postgres))
        + others(report.machine().others());
  }

  private static String on(Database postgres) {
    return String.format(
        Locale.ROOT,
        "; PostgreSQL %s, fsync %s, a flush %.0f µs",
        postgres.version(),
        postgres.settings().get("fsync"),
        postgres.flushMicros());
  }

  private static String others(@Nullable Double share) {
    return share == null || share < QUIET
        ? ""
        : String.format(
            Locale.ROOT,
            "Other programs had %.0f %% of the processors meanwhile: measure again when they are"
                + " quiet.%n",
            100 * share);
  }

  private static String line(Result result) {
    return String.format(
            Locale.ROOT,
            "  %-14s %10s %-20s%s%s",
            result.metric(),
            figure(result.value()),
            result.unit(),
            peer(result),
            goal(result.goal(), result.met()))
        .stripTrailing();
  }

  private static String peer(Result result) {
    if (result.peer() == null || result.peerValue() == null) {
      return "";
    }
    var own = String.format(Locale.ROOT, " %-17s %10s", result.peer(), figure(result.peerValue()));
    return result.ratio() == null || result.ci95() == null
        ? own
        : own
            + String.format(
                Locale.ROOT,
                "  x %5.2f [%.2f, %.2f]",
                result.ratio(),
                result.ci95().getFirst(),
                result.ci95().getLast());
  }

  /** Three digits that count. */
  private static String figure(double figure) {
    var digits = figure >= 100 ? 0 : figure >= 10 ? 1 : figure >= 1 ? 2 : 4;
    return String.format(Locale.ROOT, "%,." + digits + "f", figure);
  }

  private static String goal(@Nullable Goal goal, @Nullable Boolean met) {
    return goal == null || met == null
        ? ""
        : String.format(
            Locale.ROOT,
            "  %s (goal %s %.2f)",
            met ? "reached" : "MISSED",
            goal.op(),
            goal.bound());
  }

  private static String goals(Report report) {
    var with = report.results().stream().filter(result -> result.met() != null).toList();
    var reached = with.stream().filter(result -> Boolean.TRUE.equals(result.met())).count();
    return with.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%n%d of %d goals reached%n", reached, with.size());
  }
}
