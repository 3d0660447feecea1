package io.throughline.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * A view as it is stored.
 *
 * @param view null before the first event
 * @param globalIndex of the last event folded into it: earlier ones are known already
 * @param trace of that event, W3C traceparent
 * @param bytes roughly what it takes: as it was stored, and the events folded into it since
 */
record Document<V>(String key, @Nullable V view, long globalIndex, String trace, long bytes) {

  static <V> Document<V> none(String key) {
    return new Document<>(key, null, 0, "", 0);
  }
}
