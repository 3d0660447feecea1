package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditLeftOnAccount;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A care plan of 30.00 a month, 35.70 with tax, from 31 March on. */
class SubscriptionCreditTest {
  private static final LineId CARE = new LineId("9");

  /** The first period is invoiced and, as the case may be, paid. */
  private static World care(boolean paid) {
    var terms = new SubscriptionTerms(BillingPeriod.MONTH, 3, null, true);
    var world =
        World.started(
            World.sale().withLines(List.of(World.line(CARE, "CARE", 12).withSubscription(terms))));
    while (world.all(PeriodInvoiced.class).isEmpty()) {
      world.answer(world.pending().getFirst());
    }
    return paid ? world.answerAll() : world;
  }

  private static World wish(World world, SubscriptionWish wish) {
    return world.send(new ChangeSubscription(ORDER, CARE, wish, "user-7", world.now()));
  }

  private static World fewer(World world, int quantity) {
    wish(world, new SubscriptionWish.Change(quantity, null, null, new Effect.OnDay(null)));
    return world
        .answer(world.next(Step.CheckSubscriptionChange.class))
        .answer(world.next(Step.AdjustPeriod.class));
  }

  private static World cancelled(World world) {
    wish(world, new SubscriptionWish.Cancel("They close.", new Effect.OnDay(null)));
    return world.answer(world.next(Step.AdjustPeriod.class));
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  @Test
  void whatIsPaidAlreadyLessensTheNextInvoice() {
    var world = fewer(care(true).on("2026-04-20"), 6);
    assertThat(world.pending()).noneMatch(Step.CreditStep.class::isInstance);

    world.on("2026-04-30").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();

    assertThat(world.all(CreditApplied.class))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.amount()).isEqualTo(dollars("5.95"));
              assertThat(it.left()).isEqualTo(dollars("0.00"));
              assertThat(it.remaining()).isEqualTo(dollars("11.90"));
            });
    assertThat(world.all(BillPaid.class).getLast().amount()).isEqualTo(dollars("11.90"));
    assertThat(world.all(CreditRefunded.class)).isEmpty();
    assertThat(world.ledger().money().due()).isEqualTo(dollars("0.00"));
  }

  @Test
  void whatIsNotPaidYetIsOwedLess() {
    var world = fewer(care(false).on("2026-04-20"), 6);
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();

    assertThat(world.all(CreditApplied.class))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.billId())
                    .isEqualTo(world.all(PeriodInvoiced.class).getFirst().billId()));
    assertThat(world.all(BillPaid.class).getFirst().amount()).isEqualTo(dollars("29.75"));
  }

  @Test
  void whatWasPaidInTheMeantimeIsNotLessenedAndTheCreditWaitsForTheNext() {
    var world = fewer(care(false).on("2026-04-20"), 6);
    world
        .answer(world.next(Step.CheckBillPayment.class))
        .answer(world.next(Step.ApplyCredit.class));
    assertThat(world.all(CreditApplied.class).getFirst().amount()).isEqualTo(dollars("0.00"));

    world.on("2026-04-30").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();

    assertThat(world.all(CreditApplied.class).getLast().amount()).isEqualTo(dollars("5.95"));
  }

  @Test
  void aCreditThatIsMoreThanAnInvoiceGoesOnToTheNext() {
    var world =
        fewer(care(true).on("2026-03-31"), 1); // 27.50 of 30.00, and 2.50 a month from now on

    world.on("2026-04-30").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();
    world.on("2026-05-31").answerWaits().answer(world.next(Step.InvoicePeriod.class));
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();

    assertThat(world.all(CreditApplied.class))
        .extracting(CreditApplied::amount)
        .containsExactly(dollars("2.98"), dollars("2.98"));
    assertThat(world.all(CreditApplied.class).getLast().left()).isEqualTo(dollars("26.77"));
    assertThat(world.all(BillPaid.class))
        .extracting(BillPaid::amount)
        .containsExactly(dollars("35.70"), dollars("0.00"), dollars("0.00"));
  }

  @Test
  void whereNoInvoiceWillComeItIsPaidBackAndOnlyThenTheOrderEnds() {
    var world = cancelled(care(true).on("2026-04-20"));
    var refund = world.next(Step.RefundSubscriptionCredit.class);
    assertThat(world.all(FulfilmentCompleted.class)).isEmpty();

    world.answer(refund).answerAll();

    assertThat(world.all(CreditRefunded.class))
        .singleElement()
        .satisfies(it -> assertThat(it.amount()).isEqualTo(dollars("11.90"))); // 10 of 30 days
    assertThat(world.all(CreditApplied.class)).isEmpty();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.ledger().money().onAccount()).isEqualTo(dollars("0.00"));
  }

  @Test
  void whatIsCancelledBeforeItIsPaidIsOwedLessAndNothingIsPaidBack() {
    var world = cancelled(care(false).on("2026-04-20"));
    world.answer(world.next(Step.ApplyCredit.class)).answerAll();

    assertThat(world.all(CreditApplied.class)).hasSize(1);
    assertThat(world.all(CreditRefunded.class)).isEmpty();
    assertThat(world.all(BillPaid.class).getFirst().amount()).isEqualTo(dollars("23.80"));
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  /** It may have been carried out: whatever is due meanwhile, that is found out first. */
  @Test
  void whatNobodyAnsweredIsAskedForAgainAsItWas() {
    var world = cancelled(care(true).on("2026-04-20"));
    var refund = world.next(Step.RefundSubscriptionCredit.class);
    world.parked(refund, Cause.ERP_UNAVAILABLE);

    mended(world, Remedy.RETRY);

    assertThat(world.pending()).containsOnlyOnce(refund);
    world.answerAll();
    assertThat(world.all(CreditRefunded.class)).hasSize(1);
  }

  @Test
  void financeMayLeaveItOnAccountWhereTheErpWillNotPayItBack() {
    var world = cancelled(care(true).on("2026-04-20"));
    world.parked(world.next(Step.RefundSubscriptionCredit.class), Cause.REFUND_REFUSED);

    mended(world, Remedy.LEAVE_ON_ACCOUNT).answerAll();

    assertThat(world.all(CreditLeftOnAccount.class)).hasSize(1);
    assertThat(world.all(CreditRefunded.class)).isEmpty();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.ledger().money().onAccount()).isEqualTo(dollars("11.90"));
  }

  @Test
  void aCreditThatTheErpRefusedIsTriedAgain() {
    var world = fewer(care(false).on("2026-04-20"), 6);
    var apply = world.next(Step.ApplyCredit.class);
    world.parked(apply, Cause.CREDIT_REFUSED);

    mended(world, Remedy.RETRY);

    assertThat(world.pending()).contains(apply);
    world.answer(apply).answerAll();
    assertThat(world.all(CreditApplied.class)).hasSize(1);
    assertThat(world.all(ChangeCredited.class)).hasSize(1);
  }

  private static World mended(World world, Remedy remedy) {
    var open = world.state().exceptions().ids().getFirst();
    return world.send(
        new ApplyRemedy(open, remedy, Map.of(), "user-7", remedy.roles(), world.now()));
  }
}
