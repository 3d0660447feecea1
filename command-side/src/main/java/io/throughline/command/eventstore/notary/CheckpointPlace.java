package io.throughline.command.eventstore.notary;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where checkpoints are kept, out of reach of whoever can write to the database. Each is an object
 * of its own under its size, written once and never changed: a folder will do, and so will a bucket
 * of an object store.
 */
public interface CheckpointPlace {

  /** The sizes of all checkpoints that are there. */
  SortedSet<Long> sizes() throws IOException;

  /** A checkpoint's note, exactly as it was written. */
  Optional<String> read(long size) throws IOException;

  /**
   * Keeps a note for good: when this returns, it is there after a power failure too. To write the
   * same again does nothing.
   *
   * @throws IOException if it cannot, or another note of that size is there
   */
  void write(long size, String note) throws IOException;

  /** For people: where it is. */
  @Override
  String toString();
}
