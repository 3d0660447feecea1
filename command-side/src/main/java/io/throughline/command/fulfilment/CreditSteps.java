package io.throughline.command.fulfilment;

import io.throughline.command.customer.Successors;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.ErpCredits.Application;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.OpenCredit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries out the steps about what subscriptions' credits are used for. */
@Component
class CreditSteps {
  private final BusinessClock clock;
  private final Successors successors;

  CreditSteps(BusinessClock clock, Successors successors) {
    this.clock = clock;
    this.successors = successors;
  }

  StepOutcome perform(Step.CreditStep step, Erp erp, FulfilmentState state) {
    var credit =
        state
            .subscriptions()
            .find(step.lineId())
            .flatMap(line -> line.credit(step.creditId()))
            .orElseThrow();
    return switch (step) {
      case Step.ApplyCredit apply ->
          StepOutcome.of(
              Dependency.ERP,
              erp.applyCredit(apply.creditId(), apply.billId()),
              now -> new Answered(applied(apply, credit, now, state)));
      case Step.RefundSubscriptionCredit refund -> refund(refund, credit, erp, state);
    };
  }

  /** What is new of it: whichever try it was that the ERP carried out. */
  private CreditApplied applied(
      Step.ApplyCredit step, OpenCredit credit, Application now, FulfilmentState state) {
    return new CreditApplied(
        state.orderId(),
        state.customerId(),
        state.idOf(step),
        step.lineId(),
        step.creditId(),
        step.billId(),
        now.applied().minus(credit.on(step.billId())),
        now.left(),
        now.remaining(),
        clock.instant());
  }

  private StepOutcome refund(
      Step.RefundSubscriptionCredit step, OpenCredit credit, Erp erp, FulfilmentState state) {
    if (!state.money().covers(credit.left())) {
      return notPaid(step, credit);
    }
    return StepOutcome.of(
        Dependency.ERP,
        erp.refundCredit(successors.of(state.customerId()), step.creditId(), credit.left()),
        refund ->
            new Answered(
                new CreditRefunded(
                    state.orderId(),
                    state.customerId(),
                    state.idOf(step),
                    step.lineId(),
                    step.creditId(),
                    refund.refundId(),
                    refund.amount(),
                    clock.instant())));
  }

  /** The invoices were settled in the ERP by something else than payments. */
  private static Refused notPaid(Step.RefundSubscriptionCredit step, OpenCredit credit) {
    var message =
        "Of the credit " + credit.creditId() + " " + credit.left() + " is left, and less was paid.";
    return new Refused(
        Dependency.ERP,
        List.of(
            Finding.of(
                Cause.REFUND_REFUSED,
                step.lineId(),
                message,
                Map.of(
                    Condition.CREDIT, credit.creditId().value(),
                    Condition.LEFT, credit.left().amount().toPlainString(),
                    Condition.CURRENCY, credit.left().currency().getCurrencyCode()))),
        message);
  }
}
