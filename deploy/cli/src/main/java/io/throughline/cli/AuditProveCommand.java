package io.throughline.cli;

import io.throughline.command.eventstore.audit.Proofs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves one event. */
@Command(
    name = "prove",
    description = "Prove that an event stands in the log, for somebody who has nothing else of it.",
    mixinStandardHelpOptions = true)
final class AuditProveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LogOption log;

  @Parameters(
      paramLabel = "EVENT_ID",
      converter = EventIds.class,
      description = "The event's id, a UUID.")
  private UUID eventId;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the proof there.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    return log.open(
        audited -> ProofOutput.write(Proofs.ofEvent(audited, eventId).text(), out, spec));
  }
}
