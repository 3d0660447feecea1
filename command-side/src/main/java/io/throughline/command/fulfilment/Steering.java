package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.event.OperatorEvent.OrderResumed;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OperatorEvent.StepRerouted;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.event.OperatorEvent.StepSkipped;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;

/** Where an order is after operators had their say. Pure. */
final class Steering {
  private Steering() {}

  static FulfilmentState of(FulfilmentState before, OperatorEvent event) {
    var state = before.with(before.interventions().evolve(event));
    return switch (event) {
      case OrderPaused _, OrderResumed _, ExceptionOverdue _ -> state;
      case StepRetried retried -> without(state, retried.closed()).reopened(retried.stepId());
      case PayloadInjected injected ->
          without(state, injected.closed()).reopened(injected.stepId());
      case StepSkipped skipped -> skipped(without(state, skipped.closed()), skipped);
      case StepRerouted rerouted -> rerouted(without(state, rerouted.closed()), rerouted);
    };
  }

  private static FulfilmentState without(FulfilmentState state, List<ExceptionId> closed) {
    return state.with(state.exceptions().without(closed));
  }

  private static FulfilmentState skipped(FulfilmentState state, StepSkipped event) {
    var done = state.with(state.steps().as(event.stepId(), Status.DONE));
    return state.steps().find(event.stepId()).orElseThrow().step()
            instanceof Step.RecordItemFulfilment recorded
        ? done.update(recorded.shipmentId(), Shipment::recordedInErp)
        : done;
  }

  /** An order that goes to another account is checked there like a new one. */
  private static FulfilmentState rerouted(FulfilmentState state, StepRerouted event) {
    return switch (event.detour()) {
      case Detour.ToProvider _ -> state.reopened(event.stepId());
      case Detour.AwayFromWarehouse _ -> {
        var done = state.with(state.steps().as(event.stepId(), Status.DONE));
        yield state.steps().find(event.stepId()).orElseThrow().step()
                instanceof Step.RequestShipment request
            ? done.notFrom(request.shipmentId(), event.at())
            : done;
      }
      case Detour.ToErp _ ->
          state
              .with(ErpBooks.EMPTY)
              .with(
                  state
                      .steps()
                      .as(event.stepId(), Status.OPEN)
                      .as(state.idOf(new Step.ValidateOrder()), Status.OPEN));
    };
  }
}
