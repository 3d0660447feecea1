package io.throughline.cli;

import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the run is to be: the options that {@code up} and {@code demo} share. */
final class RunOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(names = "--fresh", description = "Delete what earlier runs kept in the data directory.")
  private boolean fresh;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "Decides the demo's own orders and the simulators' chances; ${DEFAULT-VALUE} unless"
              + " given.")
  private long seed;

  @Option(
      names = "--faults",
      paramLabel = "RATE",
      defaultValue = "0",
      description =
          "The share of calls to the simulated ERP and carrier that go wrong, from 0 to 0.9.")
  private double faults;

  @Option(names = "--clock-rate", paramLabel = "X", description = "Business seconds in one second.")
  private @Nullable Double clockRate;

  long seed() {
    return seed;
  }

  double faults() {
    return faults;
  }

  /**
   * @param usualRate of the clock, where none was given
   * @throws ParameterException if a number is out of its range
   */
  LocalSettings settings(double usualRate) {
    var rate = clockRate == null ? usualRate : clockRate;
    if (!(rate >= 1 && rate <= 1_000_000)) {
      throw new ParameterException(
          spec.commandLine(), "--clock-rate must be between 1 and 1000000, not " + rate);
    }
    if (!(faults >= 0 && faults <= 0.9)) {
      throw new ParameterException(
          spec.commandLine(), "--faults must be between 0 and 0.9, not " + faults);
    }
    RunLog.to(data.directory().resolve("throughline.log"));
    return new LocalSettings(data.directory(), fresh, rate, seed, faults, Ports.usualOrFree());
  }
}
