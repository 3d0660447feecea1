package io.throughline.command.fulfilment;

import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.StepId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parked exceptions that wait for a person.
 *
 * @param applied what was done about those that were mended
 * @param count all there ever were
 * @param accepted steps whose amounts stand although something else was agreed
 */
record Exceptions(
    Map<ExceptionId, Parked> open,
    Map<ExceptionId, Remedy> applied,
    int count,
    Set<StepId> accepted) {

  static final Exceptions NONE = new Exceptions(Map.of(), Map.of(), 0, Set.of());

  record Parked(StepId stepId, Cause cause, List<Remedy> remedies) {}

  Optional<Parked> find(ExceptionId id) {
    @Nullable Parked parked = open.get(id);
    return Optional.ofNullable(parked);
  }

  /** Whether the exception was mended just so: then a command to do it is a retry. */
  boolean isMendedBy(ExceptionId id, Remedy remedy) {
    return applied.get(id) == remedy;
  }

  List<ExceptionId> ids() {
    return List.copyOf(open.keySet());
  }

  Exceptions with(FulfilmentParked event) {
    var exceptions = new LinkedHashMap<>(open);
    exceptions.put(
        event.exceptionId(), new Parked(event.stepId(), event.cause(), event.remedies()));
    return new Exceptions(Collections.unmodifiableMap(exceptions), applied, count + 1, accepted);
  }

  Exceptions mended(ExceptionId id, Remedy remedy) {
    var exceptions = new LinkedHashMap<>(open);
    exceptions.remove(id);
    var remedies = new LinkedHashMap<>(applied);
    remedies.put(id, remedy);
    return new Exceptions(
        Collections.unmodifiableMap(exceptions),
        Collections.unmodifiableMap(remedies),
        count,
        remedy == Remedy.ACCEPT_AMOUNT ? withAccepted(id) : accepted);
  }

  private Set<StepId> withAccepted(ExceptionId id) {
    return Stream.concat(accepted.stream(), find(id).map(Parked::stepId).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The open exceptions that a step waits for. */
  List<ExceptionId> about(StepId stepId) {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().stepId().equals(stepId))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Facts have made them pointless. */
  Exceptions without(List<ExceptionId> settled) {
    var exceptions = new LinkedHashMap<>(open);
    settled.forEach(exceptions::remove);
    return new Exceptions(Collections.unmodifiableMap(exceptions), applied, count, accepted);
  }

  Exceptions closed() {
    return new Exceptions(Map.of(), applied, count, accepted);
  }
}
