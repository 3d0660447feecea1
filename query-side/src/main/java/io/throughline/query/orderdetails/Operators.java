package io.throughline.query.orderdetails;

import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.event.OperatorEvent.OrderResumed;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OperatorEvent.StepRerouted;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.event.OperatorEvent.StepSkipped;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.orderdetails.OrderDetails.Hold;
import java.util.List;

/** What operators did to an order. */
final class Operators {
  private Operators() {}

  static void apply(Draft draft, OperatorEvent event) {
    switch (event) {
      case OrderPaused paused -> draft.pause = new Hold(paused.reason(), paused.at());
      case OrderResumed _ -> draft.pause = null;
      case StepRetried retried -> freed(draft, retried.stepId(), retried.closed());
      case StepSkipped skipped -> freed(draft, skipped.stepId(), skipped.closed());
      case StepRerouted rerouted -> freed(draft, rerouted.stepId(), rerouted.closed());
      case PayloadInjected injected -> freed(draft, injected.stepId(), injected.closed());
      case ExceptionOverdue _ -> {} // whoever is late, it waits for the same
    }
  }

  private static void freed(Draft draft, StepId step, List<ExceptionId> closed) {
    draft.pendingSteps.removeIf(it -> it.stepId().equals(step));
    draft.exceptions.removeIf(it -> closed.contains(it.exceptionId()));
  }
}
