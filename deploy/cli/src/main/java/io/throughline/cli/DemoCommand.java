package io.throughline.cli;

import io.throughline.local.LocalRun;
import io.throughline.local.demo.Demo;
import io.throughline.local.demo.OwnOrders;
import io.throughline.local.input.Input;
import io.throughline.local.input.InputReader;
import io.throughline.local.input.Mapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs orders through the whole line, shows how they travel, and serves on. */
@Command(
    name = "demo",
    description =
        "Run orders through the whole line and serve until Ctrl-C; a day of business passes in two"
            + " seconds.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final double A_DAY_IN_TWO_SECONDS = 43_200;
  private static final int SHOWN_REJECTIONS = 10;
  private static final int USUAL_COUNT = 60;

  @Spec private CommandSpec spec;
  @Mixin private RunOptions options;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "A directory of CSV files; needs --mapping.")
  private @Nullable Path input;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Which file and column gives which field: see docs/input.md.")
  private @Nullable Path mapping;

  @Option(
      names = "--orders",
      paramLabel = "N",
      description = "How many orders the demo makes where there is no --input; 60 unless given.")
  private @Nullable Integer orders;

  @Option(names = "--until-done", description = "Exit when every order is settled or parked.")
  private boolean untilDone;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of the orders there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    var given = readInput();
    var settings = options.settings(A_DAY_IN_TWO_SECONDS);
    var out = spec.commandLine().getOut();
    var interruption = Interruption.watch();
    given.ifPresent(this::showRejections);
    out.println("Starting PostgreSQL, Kafka, the simulators and both applications …");
    out.flush();
    try (var run = LocalRun.start(settings)) {
      out.println(Signposts.toWatch(run));
      out.flush();
      var work = given.orElseGet(() -> OwnOrders.of(count(), options.seed(), run.today()));
      var result = Demo.work(run, work, ProgressDisplay.to(out));
      if (report != null) {
        ReportFile.write(result.report(), report);
      }
      out.print(DemoSummary.of(run, result));
      out.flush();
      if (untilDone) {
        out.println(
            "\nDone. ./throughline up" + Signposts.dataOption(run) + " serves what is there.");
      } else {
        out.println("\nServing until Ctrl-C; everything stays in " + settings.data() + ".");
        out.flush();
        interruption.await();
        out.println("\n" + Stopping.words());
        out.flush();
      }
    }
    return ExitCode.OK;
  }

  /** Where there is none, the demo makes its own once it knows what day it is. */
  private Optional<Input> readInput() {
    if ((input == null) != (mapping == null)) {
      throw new ParameterException(spec.commandLine(), "--input and --mapping go together");
    }
    if (input != null && mapping != null) {
      if (orders != null) {
        throw new ParameterException(
            spec.commandLine(), "--orders is for the demo's own orders, not for --input");
      }
      return Optional.of(InputReader.read(input, Mapping.read(mapping)));
    }
    if (count() < OwnOrders.PARKED) {
      throw new ParameterException(
          spec.commandLine(), "--orders must be at least " + OwnOrders.PARKED + ", not " + count());
    }
    return Optional.empty();
  }

  private int count() {
    return orders == null ? USUAL_COUNT : orders;
  }

  private void showRejections(Input input) {
    var out = spec.commandLine().getOut();
    var rejections = input.rejections();
    if (!rejections.isEmpty()) {
      out.println(
          rejections.size()
              + (rejections.size() == 1 ? " row does" : " rows do")
              + " not fit and stay out:");
      rejections.stream()
          .limit(SHOWN_REJECTIONS)
          .forEach(rejection -> out.println("  " + rejection));
      if (rejections.size() > SHOWN_REJECTIONS) {
        out.println("  … and " + (rejections.size() - SHOWN_REJECTIONS) + " more");
      }
    }
  }
}
