package io.throughline.cli;

import io.throughline.local.LocalRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves, with no orders but those that people send. */
@Command(
    name = "up",
    description = "Start everything and serve until Ctrl-C; a day of business passes in a minute.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final double A_DAY_A_MINUTE = 1440;

  @Spec private CommandSpec spec;
  @Mixin private RunOptions options;

  @Override
  public Integer call() throws InterruptedException {
    var settings = options.settings(A_DAY_A_MINUTE);
    var out = spec.commandLine().getOut();
    var interruption = Interruption.watch();
    var begun = System.nanoTime();
    out.println("Starting PostgreSQL, Kafka, the simulators and both applications …");
    out.flush();
    try (var run = LocalRun.start(settings)) {
      out.printf("Ready after %.1f s.%n%n", (System.nanoTime() - begun) / 1e9);
      out.print(Signposts.of(run));
      out.println("\nCtrl-C stops it; everything stays in " + settings.data() + ".");
      out.flush();
      interruption.await();
      out.println("\n" + Stopping.words());
      out.flush();
    }
    return ExitCode.OK;
  }
}
