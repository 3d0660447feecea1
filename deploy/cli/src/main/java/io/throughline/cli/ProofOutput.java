package io.throughline.cli;

import io.throughline.command.eventstore.audit.AuditRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** A proof goes to a file, or alone to the output, so that it can be piped. */
final class ProofOutput {

  private ProofOutput() {}

  static int write(byte[] proof, @Nullable Path file, CommandSpec spec) {
    var text = new String(proof, StandardCharsets.UTF_8) + "\n";
    var out = spec.commandLine().getOut();
    if (file == null) {
      out.print(text);
    } else {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new AuditRefused("The proof cannot be written to " + file + ": " + e, e);
      }
      out.println("The proof is in " + file + ".");
      out.println("Check it: ./throughline audit verify --proof " + file + " --key FILE");
    }
    out.flush();
    return ExitCode.OK;
  }
}
