package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.Step;
import org.springframework.stereotype.Component;

/** Carries a step out: asks whoever's it is, and says what came of it. */
@Component
class StepPerformer {
  private final ErpSteps erp;
  private final CarrierSteps carrier;
  private final OwnSteps own;

  StepPerformer(ErpSteps erp, CarrierSteps carrier, OwnSteps own) {
    this.erp = erp;
    this.carrier = carrier;
    this.own = own;
  }

  StepOutcome perform(Step step, FulfilmentState state) {
    return switch (step) {
      case Step.ErpStep erps -> erp.perform(erps, state);
      case Step.CarrierStep carriers -> carrier.perform(carriers, state);
      case Step.OwnStep ours -> own.perform(ours, state);
    };
  }
}
