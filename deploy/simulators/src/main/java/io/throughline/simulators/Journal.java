package io.throughline.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a simulated system did, a line of JSON each. A line is handed to the operating system before
 * anybody is answered, so it survives the death of the process; a line that was torn by it was
 * never answered, and is dropped.
 *
 * @param <E> the family of entries
 */
public final class Journal<E> implements AutoCloseable {
  private final JsonMapper json = JsonMapper.builder().build();
  private final Path file;
  private final Class<E> type;
  private final FileChannel channel;

  public Journal(Path file, Class<E> type) {
    this.file = file;
    this.type = type;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives every entry that was written, in order, and makes ready to append. Called once, first.
   */
  public void replay(Consumer<E> reader) {
    try {
      var bytes = Files.readAllBytes(file);
      var end = 0;
      var number = 0;
      for (var i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          reader.accept(entry(new String(bytes, end, i - end, StandardCharsets.UTF_8), ++number));
          end = i + 1;
        }
      }
      channel.truncate(end).position(end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private E entry(String line, int number) {
    try {
      return json.readValue(line, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "Line " + number + " of the journal " + file + " is damaged; start on a fresh folder.",
          e);
    }
  }

  /** When this returns, the entry outlives the process; when it throws, nothing was written. */
  public synchronized void append(E entry) {
    var line =
        ByteBuffer.wrap(
            (json.writerFor(type).writeValueAsString(entry) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    try {
      var before = channel.position();
      try {
        while (line.hasRemaining()) {
          channel.write(line);
        }
      } catch (IOException e) {
        channel.truncate(before); // else the next entry would continue half a line
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written.", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
