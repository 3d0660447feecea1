package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.StepId;

/** What the step finds out or makes is needed later. */
public final class StepNotSkippable extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  StepNotSkippable(StepId id) {
    super(
        "step-not-skippable",
        id + " cannot be skipped: what comes of it is needed. Retry it, or mend its exception.");
  }
}
