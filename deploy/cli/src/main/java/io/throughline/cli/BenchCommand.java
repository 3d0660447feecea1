package io.throughline.cli;

import io.throughline.bench.Suites;
import io.throughline.bench.harness.Effort;
import io.throughline.bench.harness.Machine;
import io.throughline.bench.harness.Report;
import io.throughline.bench.harness.Suite;
import java.nio.file.Path;
import java.util.Iterator;
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
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Listed by {@code --help}. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Suites.ALL.stream().map(Suite::name).iterator();
    }
  }

  @Parameters(
      paramLabel = "SUITE",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
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
      names = "--report",
      paramLabel = "FILE",
      description = "Write the figures there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws Exception {
    var suite =
        Suites.ALL.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "There is no suite " + name + ", only " + String.join(", ", new Names())));
    var effort = (quick ? Effort.QUICK : Effort.WHOLE).only(only);
    if (rounds != null) {
      if (rounds < 1) {
        throw new ParameterException(
            spec.commandLine(), "--rounds must be at least 1, not " + rounds);
      }
      effort = effort.rounds(rounds);
    }
    var machine = Machine.here();
    var out = spec.commandLine().getOut();
    try (var line = new StatusLine(out)) {
      var results = suite.run(effort, line::show);
      line.clear();
      out.print(BenchTable.of(results));
      out.flush();
      if (report != null) {
        ReportFile.write(
            new Report(suite.name(), machine, suite.parameters(effort), results), report);
      }
    }
    return ExitCode.OK;
  }
}
