package io.throughline.cli;

import io.throughline.bench.Suites;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Machine;
import io.throughline.bench.harness.Report;
import io.throughline.bench.harness.Suite;
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

/** Measures beside peers, in one run. */
@Command(
    name = "bench",
    description = "Measure beside peers in one run; what counts is the ratio.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer>, BeginsAnew {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUITE", description = "One of those below.")
  private String name;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often everybody has a turn; 7 unless given.")
  private @Nullable Integer rounds;

  @Option(names = "--quick", description = "A few minutes: to see a trend, not to believe it.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only the cases with this in their name.")
  private String only = "";

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Write a flight recording of ours, at 64 commands at a time.")
  private @Nullable Path profile;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the figures there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws Exception {
    var suite = Named.find(Suites.ALL, Suite::name, name, "suite", spec);
    var effort = effort();
    var machine = Machine.here();
    var out = spec.commandLine().getOut();
    try (var line = new StatusLine(out)) {
      var findings = suite.run(effort, line::show);
      if (findings.results().isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "No case of " + name + " has '" + only + "' in its name");
      }
      line.clear();
      var found = new Report(suite.name(), machine, suite.parameters(effort), findings);
      out.print(BenchTable.of(found));
      out.flush();
      if (report != null) {
        ReportFile.write(found, report);
      }
    }
    return ExitCode.OK;
  }

  private Effort effort() {
    var effort = (quick ? Effort.QUICK : Effort.WHOLE).only(only);
    if (profile != null) {
      effort = effort.profile(profile);
    }
    if (rounds == null) {
      return effort;
    }
    if (rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rounds must be at least 1, not " + rounds);
    }
    return effort.rounds(rounds);
  }
}
