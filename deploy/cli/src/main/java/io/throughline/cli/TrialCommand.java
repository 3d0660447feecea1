package io.throughline.cli;

import io.throughline.bench.Trials;
import io.throughline.bench.trial.Trial;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries to break what must hold. */
@Command(
    name = "trial",
    description = "Try to break what must hold; exits with 1 if something did not.",
    mixinStandardHelpOptions = true)
final class TrialCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "One of those below.")
  private String name;

  @Option(names = "--count", paramLabel = "N", description = "How often; each trial has its usual.")
  private @Nullable Integer count;

  @Option(names = "--seed", paramLabel = "S", description = "The same seed tries the same; 1.")
  private long seed = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where a trial that was interrupted goes on from.")
  private @Nullable Path data;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what was seen there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws Exception {
    var trial = Named.find(Trials.ALL, Trial::name, name, "trial", spec);
    var tries = count == null ? trial.usualCount() : count;
    if (tries < 1) {
      throw new ParameterException(spec.commandLine(), "--count must be at least 1, not " + tries);
    }
    var folder = data != null ? data : DataOption.usual().resolveSibling(".trial-" + name);
    var out = spec.commandLine().getOut();
    try (var line = new StatusLine(out)) {
      var seen = trial.run(new Trial.Terms(tries, seed, folder, line::show));
      line.clear();
      seen.forEach((what, figure) -> out.printf("  %-32s %s%n", what, figure));
      out.flush();
      if (report != null) {
        ReportFile.write(seen, report);
      }
      return Trial.held(seen) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
