package io.throughline.cli;

import io.throughline.command.eventstore.audit.Proofs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that nothing was changed between two checkpoints. */
@Command(
    name = "consistency",
    description = "Prove that the log was only added to between two checkpoints.",
    mixinStandardHelpOptions = true)
final class AuditConsistencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LogOption log;

  @Parameters(index = "0", paramLabel = "EARLIER", description = "A checkpoint's size.")
  private long earlier;

  @Parameters(index = "1", paramLabel = "LATER", description = "A later checkpoint's size.")
  private long later;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the proof there.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    return log.open(
        audited -> ProofOutput.write(Proofs.ofGrowth(audited, earlier, later).text(), out, spec));
  }
}
