package io.throughline.cli;

import io.throughline.bench.Suites;
import io.throughline.bench.Trials;
import io.throughline.bench.harness.Suite;
import io.throughline.bench.trial.Trial;
import io.throughline.command.eventstore.audit.AuditRefused;
import io.throughline.kernel.jvm.Carriers;
import io.throughline.kernel.proof.ProofRefused;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.input.InputRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code throughline}, with a class for each of its commands. */
@Command(
    name = "throughline",
    description = "One line from the Salesforce quote to the ERP invoice.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      TokenCommand.class,
      AuditCommand.class,
      ReplayCommand.class,
      HistoryCommand.class,
      BenchCommand.class,
      TrialCommand.class,
      ChaosCommand.class
    })
public final class Throughline implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    Carriers.keepMoving();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return listing(new CommandLine(new Throughline()))
        .setParameterExceptionHandler(
            (refused, _) ->
                badlyAsked(refused.getCommandLine(), String.valueOf(refused.getMessage())))
        .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line));
  }

  private static CommandLine listing(CommandLine line) {
    Named.list(line, "bench", Suites.ALL, Suite::name, Suite::description);
    Named.list(line, "trial", Trials.ALL, Trial::name, Trial::description);
    return line;
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }

  private static int badlyAsked(CommandLine line, String message) {
    line.getErr()
        .println(
            "throughline: "
                + sentence(message)
                + " See "
                + line.getCommandSpec().qualifiedName()
                + " --help.");
    return ExitCode.USAGE;
  }

  private static int failed(Exception failure, CommandLine line) {
    if (Interruption.hasHappened()) {
      line.getErr().println(Interruption.told(line.getCommandSpec().userObject()));
      return Interruption.EXIT_CODE;
    }
    var message =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    line.getErr().println("throughline: " + sentence(message));
    return switch (failure) {
      case InputRefused _ -> ExitCode.USAGE;
      case LocalRunRefused _, AuditRefused _, ProofRefused _ -> ExitCode.SOFTWARE;
      default -> {
        RunLog.note(failure);
        yield ExitCode.SOFTWARE;
      }
    };
  }

  private static String sentence(String message) {
    var line = message.lines().findFirst().orElse("").strip();
    return line.matches(".*[.!?…]") ? line : line + ".";
  }
}
