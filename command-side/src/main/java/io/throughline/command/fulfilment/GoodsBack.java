package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnAnswer;
import io.throughline.kernel.event.ReturnEvent.ReturnChecked;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;
import java.util.function.Function;

/** What goods that come back make of where an order is. Pure. */
final class GoodsBack {
  private GoodsBack() {}

  static FulfilmentState of(FulfilmentState state, ReturnEvent event) {
    var known = state.with(state.returns().evolve(event));
    return switch (event) {
      case ReturnRequested asked -> freed(known, asked.closed());
      case ReturnInspected found -> freed(known, found.closed());
      case ReturnChecked checked -> freed(known, checked.closed());
      case ReturnWithdrawn withdrawn -> freed(known, withdrawn.closed());
      case ReturnAnswer _, ReturnReceived _, ReturnClosed _ -> known;
    };
  }

  /** Nobody is asked any more; the steps are asked for anew, if they are still due. */
  private static FulfilmentState freed(FulfilmentState state, List<ExceptionId> closed) {
    var open = state.steps();
    for (var id : closed) {
      open =
          state
              .exceptions()
              .find(id)
              .map(Exceptions.Parked::stepId)
              .map(openAgain(open))
              .orElse(open);
    }
    return state.with(state.exceptions().without(closed)).with(open);
  }

  private static Function<StepId, Steps> openAgain(Steps steps) {
    return id ->
        steps.find(id).filter(it -> it.status() == Status.PARKED).isPresent()
            ? steps.as(id, Status.OPEN)
            : steps;
  }
}
