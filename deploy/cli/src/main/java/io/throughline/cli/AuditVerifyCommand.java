package io.throughline.cli;

import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.audit.Finding;
import io.throughline.command.eventstore.audit.Verdict;
import io.throughline.command.eventstore.audit.Verification;
import io.throughline.kernel.proof.VerifierKey;
import io.throughline.verifier.GivenFile;
import io.throughline.verifier.PackCheck;
import io.throughline.verifier.ProofCheck;
import io.throughline.verifier.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the whole log, or at what was handed out of it. */
@Command(
    name = "verify",
    description =
        "Walk over the log and say whether it is complete, altered or truncated; or check a pack or"
            + " a proof.",
    mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private LogOption log;

  @Option(names = "--from", paramLabel = "I", description = "The first event to look at; 1.")
  private @Nullable Long from;

  @Option(names = "--to", paramLabel = "J", description = "The last one; the log's end.")
  private @Nullable Long to;

  @Option(names = "--pack", paramLabel = "DIR", description = "Check a pack instead; needs --key.")
  private @Nullable Path pack;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "Check a proof instead; needs --key.")
  private @Nullable Path proof;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what was found there, as JSON.")
  private @Nullable Path report;

  /**
   * What {@code --report} writes.
   *
   * @param result complete, altered, truncated or unproven
   * @param seconds wall time
   */
  private record Written(
      String result,
      long events,
      long from,
      long to,
      int checkpoints,
      long covered,
      long uncovered,
      long found,
      List<String> findings,
      double seconds) {}

  @Override
  public Integer call() throws IOException {
    if (pack != null || proof != null) {
      return checkFile(log.key());
    }
    return log.open(this::verify);
  }

  private int checkFile(@Nullable Path key) {
    if (key == null || log.isDatabase() || (pack != null && proof != null)) {
      throw new ParameterException(
          spec.commandLine(), "Give --key and one of --pack and --proof, and no --url");
    }
    if (from != null || to != null || report != null) {
      throw new ParameterException(
          spec.commandLine(), "--from, --to and --report are for a log, not for a pack or a proof");
    }
    var out = spec.commandLine().getOut();
    var statement = statement(GivenFile.key(key));
    out.println(statement.text());
    return ExitCode.OK;
  }

  private Statement statement(VerifierKey key) {
    if (pack == null) {
      return ProofCheck.of(Objects.requireNonNull(proof), key);
    }
    var display = AuditDisplay.to(spec.commandLine().getOut());
    try (display) {
      return PackCheck.of(pack, key, display::counted);
    }
  }

  private int verify(AuditedLog audited) throws IOException {
    var out = spec.commandLine().getOut();
    var first = from == null ? 1 : from;
    var last = to == null ? Long.MAX_VALUE : to;
    if (first < 1 || last < first) {
      throw new ParameterException(
          spec.commandLine(), "--from is at least 1, and --to not less than --from");
    }
    var begun = System.nanoTime();
    Verdict verdict;
    try (var display = AuditDisplay.to(out)) {
      verdict = Verification.ofSome(audited, first, last, display);
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    out.print(AuditSummary.of(verdict, seconds, SHOWN));
    out.flush();
    if (report != null) {
      ReportFile.write(written(verdict, seconds), report);
    }
    return verdict.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static Written written(Verdict verdict, double seconds) {
    return new Written(
        AuditSummary.result(verdict).toLowerCase(Locale.ROOT),
        verdict.events(),
        verdict.from(),
        verdict.to(),
        verdict.checkpoints(),
        verdict.covered(),
        verdict.uncovered(),
        verdict.found(),
        verdict.findings().stream().map(Finding::sentence).toList(),
        seconds);
  }
}
