package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A care plan and a support plan of one order, each of 30.00 a month, from 31 March on. */
class CreditElsewhereTest {
  private static final LineId CARE = new LineId("8");
  private static final LineId PLAN = new LineId("9");
  private static final LineId THIRD = new LineId("10");

  @Test
  void whatIsLeftOfAnEndedLineLessensWhatIsDueOfAnother() {
    var world = invoiced(CARE, PLAN);
    pay(world, CARE);
    cancel(world, CARE);

    var apply = world.next(Step.ApplyCredit.class);
    assertThat(apply.lineId()).isEqualTo(CARE);
    assertThat(apply.billId()).isEqualTo(bill(world, PLAN));
    world.answer(apply);
    pay(world, PLAN);

    assertThat(world.all(CreditRefunded.class)).isEmpty();
    assertThat(world.all(BillPaid.class).getLast().amount()).isEqualTo(dollars("23.80"));
    assertThat(world.ledger().money().onAccount()).isEqualTo(dollars("0.00"));
    assertThat(world.ledger().money().due()).isEqualTo(dollars("0.00"));
  }

  @Test
  void whereNothingIsDueItIsPaidBackAndNotKeptForWhatWillBe() {
    var world = invoiced(CARE, PLAN);
    pay(world, CARE);
    pay(world, PLAN);
    cancel(world, CARE);

    world.answer(world.next(Step.RefundSubscriptionCredit.class));

    assertThat(world.all(CreditApplied.class)).isEmpty();
    assertThat(world.all(CreditRefunded.class).getFirst().amount()).isEqualTo(dollars("11.90"));
  }

  @Test
  void whatIsPaidMeanwhileIsNotLessenedAndThenItIsPaidBack() {
    var world = invoiced(CARE, PLAN);
    pay(world, CARE);
    cancel(world, CARE);
    var apply = world.next(Step.ApplyCredit.class);
    pay(world, PLAN);

    world.answer(apply).answer(world.next(Step.RefundSubscriptionCredit.class));

    assertThat(world.all(CreditApplied.class).getFirst().amount()).isEqualTo(dollars("0.00"));
    assertThat(world.all(CreditRefunded.class).getFirst().amount()).isEqualTo(dollars("11.90"));
  }

  @Test
  void twoEndedLinesLessenAnInvoiceOneAfterTheOther() {
    var world = invoiced(CARE, PLAN, THIRD);
    pay(world, CARE);
    pay(world, THIRD);
    cancel(world, CARE);
    cancel(world, THIRD);
    assertThat(world.pending().stream().filter(Step.ApplyCredit.class::isInstance)).hasSize(1);

    world.answer(world.next(Step.ApplyCredit.class));
    world.answer(world.next(Step.ApplyCredit.class));
    pay(world, PLAN);

    assertThat(world.all(CreditApplied.class)).hasSize(2);
    assertThat(world.all(BillPaid.class).getLast().amount()).isEqualTo(dollars("11.90"));
    assertThat(world.ledger().money().onAccount()).isEqualTo(dollars("0.00"));
  }

  /** {@link WhatAlwaysHolds} looks after each of them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whateverIsPaidAndEndedInWhateverOrderNothingIsLeftOver(long seed) {
    for (var history = 0; history < 30; history++) {
      var random = new Random(seed * 1000 + history);
      var world = invoiced(CARE, PLAN, THIRD);
      for (var line : List.of(CARE, PLAN, THIRD)) {
        for (var i = random.nextInt(6); i > 0; i--) {
          answerAny(world, random);
        }
        if (random.nextInt(4) > 0) {
          cancelAsked(world, line);
        }
      }
      world.answerAll();

      var as = "history %s of seed %s".formatted(history, seed);
      var money = world.ledger().money();
      assertThat(money.onAccount()).as(as).isEqualTo(dollars("0.00"));
      assertThat(money.due()).as(as).isEqualTo(dollars("0.00"));
      var credited =
          sum(world.all(ChangeCredited.class).stream().map(it -> it.net().plus(it.tax())));
      var used =
          sum(world.all(CreditApplied.class).stream().map(CreditApplied::amount))
              .plus(sum(world.all(CreditRefunded.class).stream().map(CreditRefunded::amount)));
      assertThat(used).as(as).isEqualTo(credited);
    }
  }

  private static void answerAny(World world, Random random) {
    var steps =
        world.pending().stream().filter(it -> !(it instanceof Step.AwaitSubscriptionDay)).toList();
    if (!steps.isEmpty()) {
      world.answer(steps.get(random.nextInt(steps.size())));
    }
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(dollars("0.00"), Money::plus);
  }

  /** The first period of each is invoiced, and nothing is paid. */
  private static World invoiced(LineId... lines) {
    var terms = new SubscriptionTerms(BillingPeriod.MONTH, 3, null, true);
    var world =
        World.started(
            World.sale()
                .withLines(
                    List.of(lines).stream()
                        .map(it -> World.line(it, "CARE", 12).withSubscription(terms))
                        .toList()));
    while (world.all(PeriodInvoiced.class).size() < lines.length) {
      var next =
          world.pending().stream()
              .filter(it -> !(it instanceof Step.CheckBillPayment))
              .filter(it -> !(it instanceof Step.AwaitSubscriptionDay))
              .findFirst()
              .orElseThrow();
      world.answer(next);
    }
    return world.on("2026-04-20");
  }

  private static void pay(World world, LineId line) {
    world.answer(
        world.pending().stream()
            .filter(it -> it instanceof Step.CheckBillPayment pay && pay.lineId().equals(line))
            .findFirst()
            .orElseThrow());
  }

  private static void cancel(World world, LineId line) {
    cancelAsked(world, line);
    world.answer(world.next(Step.AdjustPeriod.class));
  }

  private static void cancelAsked(World world, LineId line) {
    var wish = new SubscriptionWish.Cancel("They close.", new Effect.OnDay(null));
    world.send(new ChangeSubscription(ORDER, line, wish, "user-7", world.now()));
  }

  private static BillId bill(World world, LineId line) {
    return world.all(PeriodInvoiced.class).stream()
        .filter(it -> it.lineId().equals(line))
        .findFirst()
        .orElseThrow()
        .billId();
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }
}
