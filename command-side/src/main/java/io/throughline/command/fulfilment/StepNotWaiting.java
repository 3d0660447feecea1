package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.StepId;

/** The step is not one that somebody could do anything about. */
public final class StepNotWaiting extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  StepNotWaiting(StepId id) {
    super(
        "step-not-waiting",
        id
            + " is not parked, nor under way where that is enough: look at the order's exceptions"
            + " and pendingSteps.");
  }
}
