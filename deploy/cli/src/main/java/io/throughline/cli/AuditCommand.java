package io.throughline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What finance asks of the log. */
@Command(
    name = "audit",
    description = "Prove that the record is complete and unaltered.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditVerifyCommand.class,
      AuditExportCommand.class,
      AuditProveCommand.class,
      AuditConsistencyCommand.class,
      AuditKeyCommand.class
    })
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
