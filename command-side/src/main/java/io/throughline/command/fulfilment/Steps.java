package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps requested for an order, and where each stands; those of its subscriptions only until
 * they are answered.
 */
record Steps(Map<StepId, StepState> byId) {

  static final Steps NONE = new Steps(Map.of());

  /**
   * @param round how often it was requested: 1 at first, one more each time it is set going again
   * @param unsureSince when it was last given up without an answer, and may be carried out all the
   *     same (business time, UTC); null: never
   */
  record StepState(Step step, Status status, int round, @Nullable Instant unsureSince) {

    enum Status {
      /** Somebody is at it. */
      PENDING,
      DONE,
      /** It waits for a person. */
      PARKED,
      /** It may be requested again. */
      OPEN
    }
  }

  Steps requested(StepRequested event) {
    var before = find(event.stepId()).map(StepState::unsureSince).orElse(null);
    return with(event.stepId(), new StepState(event.step(), Status.PENDING, event.round(), before));
  }

  Steps parked(FulfilmentParked event) {
    var parked = as(event.stepId(), Status.PARKED);
    return parked
        .find(event.stepId())
        .filter(_ -> event.cause().leavesUnsure())
        .map(it -> new StepState(it.step(), it.status(), it.round(), event.at()))
        .map(it -> parked.with(event.stepId(), it))
        .orElse(parked);
  }

  Steps as(StepId id, Status status) {
    return find(id)
        .map(
            state ->
                with(id, new StepState(state.step(), status, state.round(), state.unsureSince())))
        .orElse(this);
  }

  /** Of an answered step that nothing can ask for again: an order may live for years. */
  Steps without(StepId id) {
    var steps = new LinkedHashMap<>(byId);
    steps.remove(id);
    return new Steps(Collections.unmodifiableMap(steps));
  }

  Optional<StepState> find(StepId id) {
    @Nullable StepState state = byId.get(id);
    return Optional.ofNullable(state);
  }

  boolean isDue(StepId id) {
    return find(id).map(state -> state.status() == Status.OPEN).orElse(true);
  }

  boolean isPending(StepId id, int round) {
    return find(id)
        .filter(state -> state.status() == Status.PENDING && state.round() == round)
        .isPresent();
  }

  boolean isUnderWay(StepId id) {
    return find(id).filter(state -> state.status() == Status.PENDING).isPresent();
  }

  boolean isDone(StepId id) {
    return find(id).filter(state -> state.status() == Status.DONE).isPresent();
  }

  boolean wasRequested(StepId id) {
    return byId.containsKey(id);
  }

  int nextRound(StepId id) {
    return find(id).map(StepState::round).orElse(0) + 1;
  }

  Stream<StepId> pending(Predicate<Step> which) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().status() == Status.PENDING)
        .filter(entry -> which.test(entry.getValue().step()))
        .map(Map.Entry::getKey);
  }

  /** When such steps were last given up without an answer. */
  Stream<Instant> unsure(Predicate<Step> which) {
    return byId.values().stream()
        .filter(state -> which.test(state.step()))
        .map(StepState::unsureSince)
        .filter(Objects::nonNull);
  }

  private Steps with(StepId id, StepState state) {
    var steps = new LinkedHashMap<>(byId);
    steps.put(id, state);
    return new Steps(Collections.unmodifiableMap(steps));
  }
}
