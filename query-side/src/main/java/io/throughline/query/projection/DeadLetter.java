package io.throughline.query.projection;

import java.util.Map;

/**
 * An event that could not be folded, or that has to wait behind one that could not.
 *
 * @param key of the document that waits, or of the order or customer ({@code order/SO-1}) where
 *     nobody can say which documents the event is about
 * @param partition it came from
 * @param owner see {@link Published}
 */
record DeadLetter(
    String key,
    int partition,
    String owner,
    long globalIndex,
    Map<String, String> headers,
    byte[] value,
    String reason) {

  static DeadLetter of(String key, Published published, String reason) {
    return new DeadLetter(
        key,
        published.partition(),
        published.owner(),
        published.globalIndex(),
        published.headers(),
        published.value(),
        reason);
  }
}
