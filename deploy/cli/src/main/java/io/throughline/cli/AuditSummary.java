package io.throughline.cli;

import io.throughline.command.eventstore.audit.Finding;
import io.throughline.command.eventstore.audit.Verdict;
import java.util.Locale;

/** A verdict as a person reads it: the answer first. */
final class AuditSummary {

  private AuditSummary() {}

  static String of(Verdict verdict, double seconds, int shown) {
    var text = new StringBuilder();
    if (verdict.isComplete()) {
      text.append(complete(verdict));
    } else {
      var first = verdict.findings().getFirst().sentence();
      text.append(Character.toUpperCase(first.charAt(0))).append(first.substring(1)).append(".\n");
      verdict.findings().stream()
          .skip(1)
          .limit(shown - 1L)
          .forEach(finding -> text.append("  also ").append(finding.sentence()).append(".\n"));
      if (verdict.found() > shown) {
        text.append(text("  and %,d more.%n", verdict.found() - shown));
      }
    }
    text.append(
        text(
            "%,d events and %,d %s in %.1f s; the last checkpoint covers %,d events.%n",
            verdict.to() - verdict.from() + 1,
            verdict.checkpoints(),
            verdict.checkpoints() == 1 ? "checkpoint" : "checkpoints",
            seconds,
            verdict.covered()));
    return text.toString();
  }

  private static String complete(Verdict verdict) {
    if (verdict.events() == 0) {
      return "Complete: the log is empty, and nothing was ever signed.\n";
    }
    var covered = Math.min(verdict.to(), verdict.covered());
    var signed =
        covered < verdict.from()
            ? text("Nothing of events %,d to %,d is signed yet.%n", verdict.from(), verdict.to())
            : text(
                "Complete: events %,d to %,d are those that were signed.%n",
                verdict.from(), covered);
    return signed
        + (verdict.uncovered() == 0
            ? "Every event of the log is under a checkpoint.\n"
            : text(
                "%,d at the end no checkpoint covers yet; they fit their hashes.%n",
                verdict.uncovered()));
  }

  /** In one word. */
  static String result(Verdict verdict) {
    if (verdict.isComplete()) {
      return "Complete";
    }
    return switch (verdict.findings().getFirst()) {
      case Finding.Truncated _ -> "Truncated";
      case Finding.Unsigned _ -> "Unproven";
      case Finding.Altered _,
          Finding.Rewritten _,
          Finding.HeadMoved _,
          Finding.CopyAltered _,
          Finding.CheckpointSpoiled _,
          Finding.Unreadable _ ->
          "Altered";
    };
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
