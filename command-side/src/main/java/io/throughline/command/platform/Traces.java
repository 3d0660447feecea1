package io.throughline.command.platform;

import java.util.Optional;
import java.util.function.Supplier;

/** The W3C trace that work belongs to. */
public interface Traces {

  /** The current traceparent, if there is a trace. */
  Optional<String> current();

  /** The current trace's id alone, 32 hex digits, as every log line shows it. */
  default Optional<String> currentId() {
    return current().map(traceparent -> traceparent.split("-")[1]);
  }

  /** Does the work in a span of its own below {@code traceparent}; without one, in a new trace. */
  <R> R within(Optional<String> traceparent, String name, Supplier<R> work);
}
