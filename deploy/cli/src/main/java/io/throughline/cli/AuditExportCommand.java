package io.throughline.cli;

import io.throughline.command.eventstore.audit.AuditedLog;
import io.throughline.command.eventstore.audit.Export;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands the log out to somebody who does not trust us. */
@Command(
    name = "export",
    description = "Write a pack: events that prove themselves to whoever has the public key.",
    mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LogOption log;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "I",
      defaultValue = "1",
      description = "The first event; ${DEFAULT-VALUE} unless given.")
  private long from;

  @Option(
      names = "--to",
      paramLabel = "J",
      description = "The last one; the last that a checkpoint covers unless given.")
  private @Nullable Long to;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what was exported there, as JSON.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    return log.open(this::export);
  }

  private int export(AuditedLog audited) throws SQLException, IOException {
    var out = spec.commandLine().getOut();
    Export.Exported exported;
    try (var display = AuditDisplay.to(out)) {
      exported =
          Export.to(
              folder,
              audited,
              from,
              to == null ? OptionalLong.empty() : OptionalLong.of(to),
              display);
    }
    out.printf(
        "Events %,d to %,d and %,d checkpoints are in %s.%n",
        exported.from(), exported.to(), exported.checkpoints(), folder);
    if (exported.uncovered() > 0) {
      out.printf("%,d at the log's end no checkpoint covers yet.%n", exported.uncovered());
    }
    out.println("Check it: ./throughline audit verify --pack " + folder + " --key FILE");
    out.flush();
    if (report != null) {
      ReportFile.write(exported, report);
    }
    return ExitCode.OK;
  }
}
