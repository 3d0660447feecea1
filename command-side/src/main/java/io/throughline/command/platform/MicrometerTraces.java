package io.throughline.command.platform;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Traces by Micrometer; where they are exported to is configuration. */
@Component
class MicrometerTraces implements Traces {
  private static final String HEADER = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  MicrometerTraces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public Optional<String> current() {
    var context = tracer.currentTraceContext().context();
    if (context == null) {
      return Optional.empty();
    }
    var carrier = new HashMap<String, String>();
    propagator.inject(context, carrier, (headers, name, value) -> carrier.put(name, value));
    return Optional.ofNullable(carrier.get(HEADER));
  }

  @Override
  public <R> R within(Optional<String> traceparent, String name, Supplier<R> work) {
    var carrier = traceparent.map(parent -> Map.of(HEADER, parent)).orElse(Map.of());
    var span = propagator.extract(carrier, Map::get).name(name).start();
    try (var _ = tracer.withSpan(span)) {
      return work.get();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
