package io.throughline.cli;

import io.throughline.bench.harness.Goal;
import io.throughline.bench.harness.Result;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A suite's figures for people: a heading a case, a line a metric and peer. */
final class BenchTable {
  private BenchTable() {}

  static String of(List<Result> results) {
    var text = new StringBuilder();
    var heading = "";
    for (var result : results) {
      if (!result.name().equals(heading)) {
        heading = result.name();
        text.append('\n').append(heading).append('\n');
      }
      text.append(line(result)).append('\n');
    }
    return text.toString();
  }

  private static String line(Result result) {
    var own =
        String.format(
            Locale.ROOT, "  %-12s %,12.4g %-14s", result.metric(), result.value(), result.unit());
    var peer =
        result.peer() == null || result.ratio() == null || result.ci95() == null
            ? ""
            : String.format(
                Locale.ROOT,
                " %-13s %,12.4g   x %.2f [%.2f, %.2f]",
                result.peer(),
                result.peerValue(),
                result.ratio(),
                result.ci95().getFirst(),
                result.ci95().getLast());
    return own + peer + goal(result.goal(), result.met());
  }

  private static String goal(@Nullable Goal goal, @Nullable Boolean met) {
    return goal == null || met == null
        ? ""
        : String.format(
            Locale.ROOT,
            "   %s (goal %s %s)",
            met ? "reached" : "MISSED",
            goal.op(),
            Double.toString(goal.bound()));
  }
}
