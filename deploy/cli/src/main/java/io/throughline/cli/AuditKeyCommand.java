package io.throughline.cli;

import io.throughline.local.LocalLog;
import io.throughline.verifier.GivenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the public key and nothing else. The run need not be up. */
@Command(
    name = "key",
    description = "Print the public key of a local run's notary.",
    mixinStandardHelpOptions = true)
final class AuditKeyCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public void run() {
    var key = GivenFile.key(LocalLog.publicKey(data.directory()));
    spec.commandLine().getOut().println(key);
  }
}
