package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.erp.HeldErps;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditStepsTest {
  private static final LineId CARE = new LineId("9");

  @Test
  void noMoreIsPaidBackThanWasPaidAndTheErpIsNotAsked() {
    var terms = new SubscriptionTerms(BillingPeriod.MONTH, 3, null, true);
    var world =
        World.started(
            World.sale().withLines(List.of(World.line(CARE, "CARE", 12).withSubscription(terms))));
    while (world.pending().stream().noneMatch(Step.CheckBillPayment.class::isInstance)) {
      world.answer(world.pending().getFirst());
    }
    settledOtherwise(world, world.next(Step.CheckBillPayment.class));
    world.on("2026-04-20");
    var cancel = new SubscriptionWish.Cancel("They close.", new Effect.OnDay(null));
    world.send(new ChangeSubscription(ORDER, CARE, cancel, "user-7", world.now()));
    world.answer(world.next(Step.AdjustPeriod.class));

    var erps = new HeldErps();
    var outcome =
        new CreditSteps(BusinessClock.realTime(), null)
            .perform(
                world.next(Step.RefundSubscriptionCredit.class),
                erps.erps().at("held"),
                world.state());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            it ->
                assertThat(it.findings())
                    .singleElement()
                    .satisfies(
                        finding -> {
                          assertThat(finding.cause()).isEqualTo(Cause.REFUND_REFUSED);
                          assertThat(finding.values()).containsEntry("left", "11.90");
                        }));
    assertThat(erps.asked()).isEmpty();
  }

  /** The ERP has no more due, and knows of no payment: a journal entry, say. */
  private static void settledOtherwise(World world, Step.CheckBillPayment check) {
    var paid = (BillPaid) world.fact(check);
    world.send(new RecordAnswer(SubscriptionFacts.paid(paid, Money.of("0.00", "USD"))));
  }
}
