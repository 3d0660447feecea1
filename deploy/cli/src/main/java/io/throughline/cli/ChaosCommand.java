package io.throughline.cli;

import io.throughline.local.chaos.Chaos;
import io.throughline.local.chaos.ChaosTerms;
import io.throughline.local.demo.OwnOrders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has orders travel while everything goes wrong, and holds the books against the views. */
@Command(
    name = "chaos",
    description =
        "Hand orders to a run that is killed again and again while calls go wrong; exits with 1 if"
            + " anything was lost, doubled or left to nobody.",
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer>, BeginsAnew {
  private static final double A_DAY_IN_TWO_SECONDS = 43_200;

  @Spec private CommandSpec spec;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many orders; ${DEFAULT-VALUE} unless given.")
  private int orders;

  @Option(
      names = "--faults",
      paramLabel = "RATE",
      defaultValue = "0.2",
      description = "The share of simulated calls that go wrong; ${DEFAULT-VALUE} unless given.")
  private double faults;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "Decides the orders, the faults and the moments of the kills; ${DEFAULT-VALUE} unless"
              + " given.")
  private long seed;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often the run is killed with kill -9; ${DEFAULT-VALUE} unless given.")
  private int kills;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      defaultValue = "10ms",
      converter = Durations.class,
      description = "Of a simulated call; ${DEFAULT-VALUE} unless given.")
  private Duration latency = Duration.ZERO;

  @Option(
      names = "--permits",
      paramLabel = "N",
      defaultValue = "15",
      description = "ERP calls that the account takes at a time; ${DEFAULT-VALUE} unless given.")
  private int permits;

  @Option(
      names = "--clock-rate",
      paramLabel = "X",
      description = "Business seconds in one second; a day in two seconds unless given.")
  private double clockRate = A_DAY_IN_TWO_SECONDS;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the run keeps its data; what an earlier one left there is deleted.")
  private @Nullable Path data;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of it there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    checkOptions();
    var folder = data != null ? data : DataOption.usual().resolveSibling(".chaos");
    RunLog.to(folder.resolve("chaos.log"));
    var out = spec.commandLine().getOut();
    var _ = Interruption.watch();
    var outcome =
        Chaos.run(
            new ChaosTerms(
                orders, faults, seed, latency, permits, kills, clockRate, folder.toAbsolutePath()),
            ProgressDisplay.to(out));
    if (report != null) {
      ReportFile.write(outcome.report(), report);
    }
    out.print(ChaosSummary.of(outcome.report()));
    out.flush();
    return switch (outcome.report().ending()) {
      case INTERRUPTED -> Interruption.EXIT_CODE;
      case FINISHED, STALLED -> outcome.report().holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    };
  }

  private void checkOptions() {
    require(orders >= OwnOrders.PARKED, "--orders must be at least " + OwnOrders.PARKED, orders);
    require(faults >= 0 && faults <= 0.9, "--faults must be between 0 and 0.9", faults);
    require(kills >= 0, "--kills must be 0 or more", kills);
    require(latency.toMillis() >= 1, "--latency must be at least 1ms", latency.toMillis() + "ms");
    require(permits >= 1, "--permits must be at least 1", permits);
    require(
        clockRate >= 1 && clockRate <= 1_000_000,
        "--clock-rate must be between 1 and 1000000",
        clockRate);
  }

  private void require(boolean holds, String rule, Object given) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule + ", not " + given);
    }
  }
}
