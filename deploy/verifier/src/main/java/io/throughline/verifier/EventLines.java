package io.throughline.verifier;

import io.throughline.kernel.pack.HashedEvent;
import io.throughline.kernel.proof.ProofRefused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The events of a pack, one a line, one at a time; each line has its end, the last one too. */
final class EventLines implements AutoCloseable {
  private static final int LONGEST = 64 << 20;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  EventLines(Path file) {
    this.file = file;
    try {
      this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
  }

  /**
   * @return empty after the last one
   */
  Optional<HashedEvent> next() {
    line.reset();
    try {
      var c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      while (c != '\n') {
        if (c < 0 || line.size() == LONGEST) {
          throw new ProofRefused(file + " has a line that does not end");
        }
        line.write(c);
        c = in.read();
      }
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
    return Optional.of(HashedEvent.read(line.toByteArray()));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    }
  }
}
