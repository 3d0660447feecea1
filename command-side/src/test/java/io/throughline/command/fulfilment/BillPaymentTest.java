package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step.CheckBillPayment;
import io.throughline.kernel.subscription.UnpaidBill;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A care plan for one month, of 30.00, 35.70 with tax. */
class BillPaymentTest {
  private static final LineId CARE = new LineId("9");
  private static final BillId P1 = BillId.ofPeriod(ORDER, CARE, 1);
  private static final CheckBillPayment CHECK = new CheckBillPayment(CARE, P1);

  private static World invoiced() {
    var terms = new SubscriptionTerms(BillingPeriod.MONTH, 1, null, false);
    var world =
        World.started(
            World.sale().withLines(List.of(World.line(CARE, "CARE", 12).withSubscription(terms))));
    while (world.all(PeriodInvoiced.class).isEmpty()) {
      world.answer(world.pending().getFirst());
    }
    return world;
  }

  /** The term is over, and all of it is paid. */
  private static World completed() {
    return told(invoiced(), "35.70").answerAll().on("2026-04-30").answerWaits().answerAll();
  }

  private static World told(World world, String paid) {
    return told(world, dollars(paid));
  }

  private static World told(World world, Money paid) {
    return world.send(
        new TakeBillPayments(ORDER, P1, "3001", paid, dollars("35.70").minus(paid), world.now()));
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  private static World mended(World world, Remedy remedy) {
    var open = world.state().exceptions().ids().getFirst();
    return world.send(
        new ApplyRemedy(open, remedy, Map.of(), "user-7", remedy.roles(), world.now()));
  }

  @Test
  void whatIsPaidInPartsIsTakenPartByPartHoweverOftenItIsTold() {
    var world = invoiced();

    told(told(told(told(world, "10.00"), "10.00"), "30.00"), "35.70");

    assertThat(world.all(BillPartlyPaid.class))
        .extracting(BillPartlyPaid::amount)
        .containsExactly(dollars("10.00"), dollars("20.00"));
    assertThat(world.all(BillPaid.class))
        .singleElement()
        .satisfies(it -> assertThat(it.amount()).isEqualTo(dollars("5.70")));
    assertThat(world.pending()).doesNotContain(CHECK);
  }

  @Test
  void aPartThatIsTakenBackIsFinancesAndIsSettledWhenItIsPaidAnew() {
    var world = told(told(invoiced(), "30.00"), "10.00");
    assertThat(world.all(BillPaymentReversed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.amount()).isEqualTo(dollars("20.00")));
    world.parked(CHECK, Cause.PAYMENT_REVERSED);

    told(world, "35.70");

    assertThat(world.all(BillPaid.class).getFirst().closed()).hasSize(1);
    assertThat(world.state().exceptions().open()).isEmpty();
  }

  @Test
  void whatIsTakenBackWhenTheOrderIsCompletedIsAskedForAnew() {
    var world = completed();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);

    told(world, "0.00");

    assertThat(world.all(BillPaymentReversed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.amount()).isEqualTo(dollars("35.70")));
    var again = new CheckBillPayment(CARE, P1, 1);
    assertThat(world.pending()).contains(again);
    world.parked(again, Cause.PAYMENT_REVERSED);
    mended(world, Remedy.RETRY);
    assertThat(world.pending()).contains(again);
    told(world, "35.70");
    assertThat(world.pending()).doesNotContain(again);
    assertThat(world.ledger().money().due()).isEqualTo(dollars("0.00"));
  }

  @Test
  void whatIsHandedToCollectionsIsDueAndNobodyWaitsForIt() {
    var world = told(told(invoiced(), "35.70"), "0.00");
    var again = new CheckBillPayment(CARE, P1, 1);
    world.parked(again, Cause.PAYMENT_REVERSED);

    mended(world, Remedy.HAND_TO_COLLECTIONS).answerAll();

    assertThat(world.pending()).doesNotContain(again);
    world.on("2026-04-30").answerWaits().answerAll();
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.ledger().money().due()).isEqualTo(dollars("35.70"));
    told(world, "35.70");
    assertThat(world.ledger().money().due()).as("paid after all").isEqualTo(dollars("0.00"));
  }

  @Test
  void whatTheErpSaysOfAnInvoiceThatWeDoNotKnowOfIsNoNews() {
    var world = invoiced();
    var known = world.events.size();

    world.send(
        new TakeBillPayments(
            ORDER,
            BillId.ofPeriod(ORDER, CARE, 2),
            "3002",
            dollars("0.00"),
            dollars("35.70"),
            world.now()));

    assertThat(world.events).hasSize(known);
  }

  @Test
  void whateverIsPaidAndTakenBackWhatIsKnownIsWhatTheErpSays() {
    for (var seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var world = random.nextBoolean() ? invoiced() : completed();
      var paid = world.ledger().money().paid();
      for (var move = 0; move < 25; move++) {
        switch (random.nextInt(4)) {
          case 0 -> {
            var asked =
                world.pending().stream().filter(CheckBillPayment.class::isInstance).findFirst();
            asked.ifPresent(it -> world.parked(it, Cause.PAYMENT_REVERSED));
          }
          case 1 -> {
            if (!world.state().exceptions().ids().isEmpty()) {
              mended(world, random.nextBoolean() ? Remedy.RETRY : Remedy.HAND_TO_COLLECTIONS);
            }
          }
          default -> {
            paid = dollars(List.of("0.00", "10.00", "20.00", "35.70").get(random.nextInt(4)));
            told(world, paid);
          }
        }
        var due = dollars("35.70").minus(paid);
        assertThat(world.ledger().money().paid()).as("seed %s", seed).isEqualTo(paid);
        assertThat(world.ledger().money().due()).as("seed %s", seed).isEqualTo(due);
        var bill = world.state().subscriptions().find(CARE).flatMap(it -> it.unpaid(P1));
        assertThat(bill.map(UnpaidBill::due).orElse(dollars("0.00")))
            .as("seed %s", seed)
            .isEqualTo(due);
      }
    }
  }
}
