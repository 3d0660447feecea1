package io.throughline.command.eventstore.notary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A folder with a file for each checkpoint, named by its size in nineteen digits. */
public final class CheckpointFolder implements CheckpointPlace {
  private static final Pattern NAME = Pattern.compile("([0-9]{19})\\.checkpoint");
  private static final int LONGEST_NOTE = 65_536;

  private final Path folder;

  /**
   * @param folder made when the first checkpoint is written
   */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /** The file's name for a checkpoint of this size. */
  public static String fileName(long size) {
    return "%019d.checkpoint".formatted(size);
  }

  @Override
  public SortedSet<Long> sizes() throws IOException {
    if (!Files.exists(folder)) {
      return Collections.emptySortedSet();
    }
    var sizes = new TreeSet<Long>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          sizes.add(Long.parseLong(name.group(1)));
        }
      }
    }
    return sizes;
  }

  @Override
  public Optional<String> read(long size) throws IOException {
    var file = folder.resolve(fileName(size));
    try {
      if (Files.size(file) > LONGEST_NOTE) {
        throw new IOException(file + " is too long for a checkpoint");
      }
      // bytes that are no UTF-8 become a character that no signature fits
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public void write(long size, String note) throws IOException {
    var known = read(size);
    if (known.isPresent()) {
      if (!known.get().equals(note)) {
        throw new IOException("another checkpoint of " + size + " events is in " + folder);
      }
      return;
    }
    Files.createDirectories(folder);
    var unfinished = folder.resolve(fileName(size) + ".next");
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, folder.resolve(fileName(size)), StandardCopyOption.ATOMIC_MOVE);
    try (var directory = FileChannel.open(folder)) {
      directory.force(true); // the new name too must outlast a power failure
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
