package io.throughline.command.fulfilment;

import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.StepId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parked exceptions that wait for a person.
 *
 * @param count all there ever were
 */
record Exceptions(Map<ExceptionId, Parked> open, int count) {

  static final Exceptions NONE = new Exceptions(Map.of(), 0);

  record Parked(StepId stepId, List<Remedy> remedies) {}

  Optional<Parked> find(ExceptionId id) {
    @Nullable Parked parked = open.get(id);
    return Optional.ofNullable(parked);
  }

  List<ExceptionId> ids() {
    return List.copyOf(open.keySet());
  }

  Exceptions with(FulfilmentParked event) {
    var exceptions = new LinkedHashMap<>(open);
    exceptions.put(event.exceptionId(), new Parked(event.stepId(), event.remedies()));
    return new Exceptions(Collections.unmodifiableMap(exceptions), count + 1);
  }

  Exceptions without(ExceptionId id) {
    var exceptions = new LinkedHashMap<>(open);
    exceptions.remove(id);
    return new Exceptions(Collections.unmodifiableMap(exceptions), count);
  }

  Exceptions closed() {
    return new Exceptions(Map.of(), count);
  }
}
