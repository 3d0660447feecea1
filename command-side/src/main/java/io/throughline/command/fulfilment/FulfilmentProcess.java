package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CloseSalesOrder;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from where an order is: an end, if it has come to one, and the steps that are due.
 * Pure.
 */
final class FulfilmentProcess {
  /** What to do instead of cancelling. */
  static final String HOW = ": ask for a return, POST /api/v1/orders/{orderId}/return.";

  private FulfilmentProcess() {}

  /**
   * @param at business time (UTC)
   */
  static List<FulfilmentEvent> react(FulfilmentState state, Instant at) {
    var reactions = new ArrayList<FulfilmentEvent>();
    var now = state;
    for (var next = next(now, at); !next.isEmpty(); next = next(now, at)) {
      for (var event : next) {
        now = now.evolve(event);
      }
      reactions.addAll(next);
    }
    return reactions;
  }

  private static List<? extends FulfilmentEvent> next(FulfilmentState state, Instant at) {
    var turn = turn(state, at);
    if (turn.isPresent()) {
      return List.of(turn.get());
    }
    var back = ReturnDueSteps.turn(state, at);
    if (back.isPresent()) {
      return List.of(back.get());
    }
    var change = ChangeTurn.of(state, at);
    if (!change.isEmpty()) {
      return change;
    }
    var counted = ParcelTurn.of(state, at);
    if (!counted.isEmpty()) {
      return counted;
    }
    var delivered = DeliveryTurn.of(state);
    if (!delivered.isEmpty()) {
      return delivered;
    }
    var followed = CountChanges.turn(state, at);
    if (!followed.isEmpty()) {
      return followed;
    }
    var pointless = Deposits.pointless(state, at);
    if (!pointless.isEmpty()) {
      return pointless;
    }
    var recurring = SubscriptionTurn.of(state, at);
    return recurring.isEmpty() ? requests(state, at) : recurring;
  }

  private static Optional<FulfilmentEvent> turn(FulfilmentState state, Instant at) {
    return switch (state.phase()) {
      case RUNNING ->
          isComplete(state)
              ? Optional.of(
                  new FulfilmentCompleted(
                      state.orderId(), state.customerId(), pointless(state), at))
              : Optional.empty();
      case CANCELLING -> {
        if (state.anythingStays()) {
          yield PartialCancellation.isPossible(state)
              ? PartialCancellation.turn(state, at)
              : Optional.of(tooLate(state, at));
        }
        yield isUndone(state)
            ? Optional.of(
                new FulfilmentCancelled(
                    state.orderId(),
                    state.customerId(),
                    state.cancellationReason(),
                    state.exceptions().ids(),
                    at))
            : Optional.empty();
      }
      case COMPLETED, CANCELLED -> Optional.empty();
    };
  }

  /** A completed order has nothing to wait for any more but for goods that come back. */
  private static List<ExceptionId> pointless(FulfilmentState state) {
    return state.exceptions().open().entrySet().stream()
        .filter(it -> state.returns().about(it.getValue().stepId()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  static CancellationRefused tooLate(FulfilmentState state, Instant at) {
    return new CancellationRefused(state.orderId(), state.customerId(), whyTooLate(state), at);
  }

  static String whyTooLate(FulfilmentState state) {
    if (state.phase() == Phase.COMPLETED) {
      return "The order is completed; its goods can only be returned" + HOW;
    }
    return state.subscriptions().all().anyMatch(it -> state.stays(it.lineId()))
        ? "What is left of the order are subscriptions, which are cancelled one by one, and goods"
            + " that have left, which can only be returned"
            + HOW
        : "All goods have left the warehouses; they can only be returned" + HOW;
  }

  private static boolean isComplete(FulfilmentState state) {
    return state.books().erpOrderId() != null
        && state.shipments().active().allMatch(Counts::isSettled)
        && !Deposits.isAnyLeft(state)
        && state.steps().pending(Step.CheckDeposit.class::isInstance).findAny().isEmpty()
        && SubscriptionTurn.areGoodsSettled(state)
        && SubscriptionTurn.isComplete(state);
  }

  private static boolean isUndone(FulfilmentState state) {
    var steps = state.steps();
    return steps.pending(DueSteps::hasEffect).findAny().isEmpty()
        && state.shipments().active().findAny().isEmpty()
        && Deposits.isUndone(state)
        && (!steps.wasRequested(state.idOf(new CreateSalesOrder()))
            || steps.isDone(state.idOf(new CloseSalesOrder())));
  }

  private static List<StepRequested> requests(FulfilmentState state, Instant at) {
    return DueSteps.of(state, at).stream()
        .map(
            step -> {
              var id = state.idOf(step);
              return new StepRequested(
                  state.orderId(), state.customerId(), id, step, state.steps().nextRound(id), at);
            })
        .toList();
  }
}
