package io.throughline.command.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is left of a state when it was written as a snapshot and read again. */
public final class SnapshotCopy {
  private static final Map<Class<?>, SnapshotFormat> FORMATS = new ConcurrentHashMap<>();

  private SnapshotCopy() {}

  @SuppressWarnings("unchecked")
  public static <T> T of(T state) {
    var format =
        FORMATS.computeIfAbsent(state.getClass(), type -> new SnapshotFormat(Map.of("it", type)));
    return (T) format.read("it", format.write(state)).orElseThrow();
  }
}
