package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ApplyDeposit;
import io.throughline.kernel.fulfilment.Step.CheckDeposit;
import io.throughline.kernel.fulfilment.Step.CheckPayment;
import io.throughline.kernel.fulfilment.Step.RefundDeposit;
import io.throughline.kernel.fulfilment.Step.RequestDeposit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an order of 41.65 USD with tax 30 % is to be paid before anything is shipped. */
class DepositProcessTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final Money ALL = usd("41.65");
  private static final Money DEPOSIT = usd("12.50");

  @Test
  void itIsAskedForOnceTheErpHasTheOrderAndNothingIsShippedBeforeItIsPaid() {
    var world = asked();

    assertThat(world.all(DepositRequested.class).getFirst().amount()).isEqualTo(DEPOSIT);
    assertThat(world.pending()).contains(new CheckDeposit());
    assertThat(world.pending()).noneMatch(Step.RequestShipment.class::isInstance);

    world.deposits(usd("10.00"));
    assertThat(world.all(DepositReceived.class).getFirst().remaining()).isEqualTo(usd("2.50"));
    assertThat(world.pending()).noneMatch(Step.RequestShipment.class::isInstance);

    world.deposits(DEPOSIT);
    assertThat(world.pending()).anyMatch(Step.RequestShipment.class::isInstance);
    assertThat(world.pending()).doesNotContain(new CheckDeposit());
  }

  @Test
  void itPaysTheInvoiceAndTheCustomerTheRest() {
    var world = invoiced(asked().deposits(DEPOSIT));

    assertThat(world.pending()).contains(new ApplyDeposit(S1)).doesNotContain(new CheckPayment(S1));
    world.answer(new ApplyDeposit(S1));
    assertThat(world.ledger().money().due()).isEqualTo(usd("29.15"));

    world.paysSoFar(1, ALL).told(1, Kind.DELIVERED);

    assertThat(world.all(PaymentRecorded.class).getFirst().amount()).isEqualTo(usd("29.15"));
    assertThat(world.ledger().money().paid()).isEqualTo(ALL);
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whatTheErpSaysOfAnInvoiceBeforeTheDepositIsAppliedIsNoPayment() {
    var world = invoiced(asked().deposits(DEPOSIT));

    world.paysSoFar(1, DEPOSIT); // the ERP has applied it, and its answer is under way

    assertThat(world.ledger().money().payments()).isEqualTo(usd("0.00"));
    world.answer(new ApplyDeposit(S1));
    assertThat(world.ledger().money().paid()).isEqualTo(DEPOSIT);
  }

  @Test
  void whatIsCancelledIsPaidBackWhateverWasKnownOfIt() {
    var world = asked().deposits(DEPOSIT);
    world.send(new CancelFulfilment(ORDER, "Ordered twice.", AT));
    for (var next = undoing(world); !next.isEmpty(); next = undoing(world)) {
      next.forEach(world::answer);
    }

    assertThat(world.all(DepositRefunded.class).getFirst().amount()).isEqualTo(DEPOSIT);
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
    assertThat(world.ledger().money().depositsLeft()).isEqualTo(usd("0.00"));
  }

  private static List<Step> undoing(World world) {
    return world.pending().stream().filter(it -> !(it instanceof Step.InformOrder)).toList();
  }

  @Test
  void whatWasAskedForIsLookedForWhenTheOrderIsCancelledThoughNothingWasKnownOfIt() {
    var world = asked();
    world.send(new CancelFulfilment(ORDER, "Ordered twice.", AT));
    world.answer(new Step.CloseSalesOrder());

    assertThat(world.pending()).contains(new RefundDeposit());
    world.deposits(DEPOSIT).answer(new RefundDeposit());

    assertThat(world.all(DepositRefunded.class).getFirst().amount()).isEqualTo(DEPOSIT);
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void whatIsPaidTooMuchIsPaidBackBeforeTheOrderCompletes() {
    var world = invoiced(asked().deposits(usd("50.00"))).answer(new ApplyDeposit(S1));
    world.paysSoFar(1, ALL).told(1, Kind.DELIVERED);

    assertThat(world.state().hasEnded()).isFalse();
    world.answer(new RefundDeposit());

    assertThat(world.all(DepositRefunded.class).getFirst().amount()).isEqualTo(usd("8.35"));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void financeMayWaiveItAndItIsTakenWhenItComesAllTheSame() {
    var world = asked().parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID);

    world.mend(Remedy.WAIVE_DEPOSIT);
    assertThat(world.pending()).anyMatch(Step.RequestShipment.class::isInstance);

    invoiced(world);
    assertThat(world.pending()).contains(new CheckPayment(S1));
    world.deposits(DEPOSIT);
    assertThat(world.pending()).contains(new ApplyDeposit(S1));
    world.answer(new ApplyDeposit(S1)).paysSoFar(1, ALL).told(1, Kind.DELIVERED);
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whatIsWaivedAndNeverComesKeepsNoOrderOpen() {
    var world = asked().parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID);
    world.mend(Remedy.WAIVE_DEPOSIT);
    invoiced(world).paysSoFar(1, ALL).told(1, Kind.DELIVERED);

    assertThat(world.state().hasEnded()).isTrue();
    assertThat(world.pending()).doesNotContain(new CheckDeposit());
  }

  @Test
  void whatIsPaidWhileAPersonIsAskedClosesTheException() {
    var world = asked().parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID).deposits(DEPOSIT);

    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.all(DepositReceived.class).getFirst().closed())
        .containsExactly(ExceptionId.of(ORDER, 1));
    assertThat(world.pending()).anyMatch(Step.RequestShipment.class::isInstance);
  }

  @Test
  void whatTheBankTakesBackStopsTheGoodsAndGoesToFinanceUntilItIsPaidAnew() {
    var world = asked().deposits(DEPOSIT);
    world.deposits(usd("2.50"));

    var back = world.all(DepositReversed.class).getFirst();
    assertThat(back.amount()).isEqualTo(usd("10.00"));
    assertThat(back.remaining()).isEqualTo(usd("10.00"));
    assertThat(Deposits.isWaitedFor(world.state())).isTrue();
    assertThat(world.pending()).contains(new CheckDeposit());
    assertThat(BooksAmiss.ofDeposit(world.state().deposit()).findings())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.cause()).isEqualTo(Cause.DEPOSIT_NOT_PAID);
              assertThat(it.values()).containsEntry("reversed", "10.00");
              assertThat(it.message()).contains("10.00 USD was taken back");
            });
    world.parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID).deposits(usd("2.50"));
    assertThat(world.all(DepositReversed.class)).hasSize(1);

    world.deposits(DEPOSIT);

    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(Deposits.isWaitedFor(world.state())).isFalse();
    assertThat(world.state().deposit().reversed()).isNull();
    assertThat(world.ledger().money().deposits()).isEqualTo(DEPOSIT);
  }

  @Test
  void whatTheBankTakesBackMayBeWaivedLikeOneThatNeverCame() {
    var world = asked().deposits(DEPOSIT).deposits(usd("0.00"));
    world.parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID).mend(Remedy.WAIVE_DEPOSIT);
    invoiced(world).paysSoFar(1, ALL).told(1, Kind.DELIVERED);

    assertThat(world.state().hasEnded()).isTrue();
    assertThat(world.all(DepositRefunded.class)).isEmpty();
    assertThat(world.ledger().money().due()).isEqualTo(usd("0.00"));
  }

  @Test
  void whatOfADepositHasPaidAnInvoiceIsTakenBackThere() {
    var world = invoiced(asked().deposits(DEPOSIT)).answer(new ApplyDeposit(S1));
    world.paysSoFar(1, ALL);

    world.deposits(usd("0.00"));
    assertThat(world.all(DepositReversed.class)).isEmpty();
    world.paysSoFar(1, ALL.minus(DEPOSIT));

    assertThat(world.all(PaymentReversed.class).getFirst().amount()).isEqualTo(DEPOSIT);
    assertThat(world.ledger().money().due()).isEqualTo(DEPOSIT);
  }

  @Test
  void anAmountIsAskedForAsItIsAndNeverMoreThanTheOrderComesTo() {
    assertThat(DepositTerms.ofAmount(usd("20.00")).of(ALL)).isEqualTo(usd("20.00"));
    assertThat(DepositTerms.ofAmount(usd("90.00")).of(ALL)).isEqualTo(ALL);
    assertThat(DepositTerms.ofShare(BigDecimal.ONE).of(ALL)).isEqualTo(ALL);
  }

  @Test
  void moreOfTheOrderIsMoreOfTheDepositAndNothingIsShippedBeforeThatIsPaid() {
    var world = changed(asked().deposits(DEPOSIT), 20);
    assertThat(world.pending()).contains(new RequestDeposit());
    assertThat(world.pending()).noneMatch(Step.RequestShipment.class::isInstance);

    world.answer(new RequestDeposit()).answer(world.next(Step.CheckAllocation.class));

    assertThat(world.all(DepositRequested.class).getLast().amount()).isEqualTo(usd("21.42"));
    assertThat(world.pending()).contains(new CheckDeposit());
    assertThat(world.pending()).noneMatch(Step.RequestShipment.class::isInstance);
    world.deposits(usd("21.42"));
    assertThat(world.all(DepositReceived.class).getLast().remaining()).isEqualTo(usd("0.00"));
    assertThat(world.pending()).anyMatch(Step.RequestShipment.class::isInstance);
  }

  @Test
  void lessOfTheOrderIsLessOfTheDepositAndWhatIsPaidSufficesThen() {
    var world = asked().deposits(usd("10.00"));
    world.parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID);

    changed(world, 5).answer(new RequestDeposit());

    assertThat(world.all(DepositRequested.class).getLast().amount()).isEqualTo(usd("8.03"));
    assertThat(world.all(DepositRequested.class).getLast().closed()).hasSize(1);
    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(Deposits.isWaitedFor(world.state())).isFalse();
    assertThat(world.pending()).doesNotContain(new CheckDeposit());
  }

  @Test
  void whatWasBeingAskedForWhenTheOrderWasChangedIsAskedForAnew() {
    var world =
        World.started(sale()).answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    var before = world.fact(new RequestDeposit());
    changed(world, 20);

    world.send(new RecordAnswer(before));

    assertThat(world.pending()).contains(new RequestDeposit());
    world.answer(new RequestDeposit());
    assertThat(world.all(DepositRequested.class).getLast().amount()).isEqualTo(usd("21.42"));
  }

  @Test
  void whatComesWhenTheOrderHasEndedIsPaidBack() {
    var world = asked().deposits(DEPOSIT);
    world.send(new CancelFulfilment(ORDER, "Ordered twice.", AT));
    for (var next = undoing(world); !next.isEmpty(); next = undoing(world)) {
      next.forEach(world::answer);
    }
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);

    world.deposits(usd("15.00"));

    assertThat(world.pending()).contains(new RefundDeposit());
    world.answer(new RefundDeposit());
    assertThat(world.all(DepositRefunded.class).getLast().amount()).isEqualTo(usd("2.50"));
    assertThat(world.pending()).doesNotContain(new RefundDeposit());
    world.deposits(usd("15.00"));
    assertThat(world.all(DepositRefunded.class)).hasSize(2);
  }

  @Test
  void whatComesWhenTheOrderIsCompletedIsPaidBack() {
    var world = invoiced(asked().deposits(DEPOSIT)).answer(new ApplyDeposit(S1));
    world.paysSoFar(1, ALL).told(1, Kind.DELIVERED);
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);

    world.deposits(usd("20.00")).answer(new RefundDeposit());

    assertThat(world.all(DepositRefunded.class).getLast().amount()).isEqualTo(usd("7.50"));
    assertThat(world.ledger().money().depositsLeft()).isEqualTo(usd("0.00"));
  }

  @Test
  void whatIsWaivedIsNotAskedForAnew() {
    var world = asked().parked(new CheckDeposit(), Cause.DEPOSIT_NOT_PAID);
    world.mend(Remedy.WAIVE_DEPOSIT);

    changed(world, 20);

    assertThat(world.pending()).doesNotContain(new RequestDeposit());
    assertThat(world.all(DepositRequested.class)).hasSize(1);
  }

  /** So many bolts, and the ERP has it so. */
  private static World changed(World world, int bolts) {
    world.send(
        new ChangeFulfilment(
            ORDER,
            new OrderChange(
                null, null, List.of(), List.of(World.line(BOLTS, "BOLT", bolts)), List.of()),
            "user-7",
            AT));
    for (var i = 0; i < 9 && world.state().changes().isPending(); i++) {
      world.pending().stream()
          .filter(
              it ->
                  it instanceof Step.RequestShipment
                      || it instanceof Step.CancelShipment
                      || it instanceof Step.UpdateSalesOrder)
          .forEach(world::answer);
    }
    return world;
  }

  /** {@link WhatAlwaysHolds} looks after each of them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void depositsAtAnyMomentConserveTheMoney(long seed) {
    for (var history = 0; history < 60; history++) {
      var random = new Random(seed * 1000 + history);
      var world = World.started(sale());
      for (var i = 0; i < 50; i++) {
        any(world, random);
      }
      for (var i = 0; i < 30 && !world.state().hasEnded(); i++) {
        settle(world, random);
      }
      if (world.pending().contains(new RefundDeposit())) {
        world.answer(new RefundDeposit()); // it came when the order had ended
      }
      var money = world.ledger().money();
      assertThat(world.state().hasEnded()).as("history %s of seed %s", history, seed).isTrue();
      assertThat(money.depositsLeft()).isEqualTo(usd("0.00"));
      assertThat(money.due()).isEqualTo(usd("0.00"));
    }
  }

  private static void any(World world, Random random) {
    var shipments = world.state().shipments().byId().size();
    switch (random.nextInt(8)) {
      case 0 -> {
        var shipment = random.nextInt(shipments + 1);
        if (world.isActive(shipment)) {
          var kinds = List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED);
          world.told(shipment, kinds.get(random.nextInt(3)));
        }
      }
      case 1 -> {
        var shipment = random.nextInt(shipments + 1);
        if (world.isActive(shipment)) {
          pays(world, shipment, random.nextInt(4));
        }
      }
      case 2 -> {
        world.deposits(world.ledger().money().deposits().plus(usd(random.nextInt(9) + ".00")));
      }
      case 5 -> {
        var known = world.ledger().money().deposits();
        var back = usd(random.nextInt(9) + ".00");
        world.deposits(known.exceeds(back) ? known.minus(back) : usd("0.00"));
      }
      case 4 -> {
        if (random.nextInt(4) == 0) {
          try {
            changed(world, 1 + random.nextInt(20));
          } catch (BusinessRefusal no) {
            assertThat(no.kind()).isNotBlank(); // it has ended, or goods of it have left
          }
        }
      }
      case 3 -> {
        if (random.nextInt(15) == 0) {
          world.send(new CancelFulfilment(ORDER, "Ordered twice.", AT));
        }
      }
      default -> {
        var pending = world.pending();
        if (!pending.isEmpty()) {
          answer(world, pending.get(random.nextInt(pending.size())), random.nextInt(3), random);
        }
      }
    }
    mendAny(world, random);
  }

  /** What the deposit paid stays paid. */
  private static void pays(World world, int shipment, int thirds) {
    var billing = world.state().shipments().find(ShipmentId.of(ORDER, shipment)).orElseThrow();
    var deposit = billing.billing().deposit();
    var gross = world.gross(shipment);
    var paid = deposit == null ? usd("0.00") : deposit;
    var received = billing.billing().received();
    var known = received == null ? paid : paid.plus(received);
    var more = known.plus(gross.minus(known).fraction(thirds, 3));
    world.paysSoFar(shipment, more);
  }

  private static void mendAny(World world, Random random) {
    if (!world.state().exceptions().open().isEmpty() && world.state().phase() == Phase.RUNNING) {
      world.mend(random.nextBoolean() ? Remedy.RETRY : Remedy.WAIVE_DEPOSIT);
    }
  }

  private static void answer(World world, Step step, int luck, Random random) {
    if (step instanceof CheckDeposit) {
      if (luck == 0 && !world.state().deposit().waived()) {
        world.parked(step, Cause.DEPOSIT_NOT_PAID);
      }
    } else if (step instanceof CheckPayment check) {
      pays(world, number(check.shipmentId()), luck);
    } else if (step instanceof Step.CheckAllocation && luck < 2) {
      world.allocated(List.of(new Allocation(BOLTS, EAST, random.nextInt(10) + 1)));
    } else {
      world.answer(step);
    }
  }

  private static int number(ShipmentId id) {
    return Integer.parseInt(id.value().substring(id.value().lastIndexOf('S') + 1));
  }

  private static void settle(World world, Random random) {
    for (var shipment = 1; shipment <= world.state().shipments().byId().size(); shipment++) {
      if (world.isActive(shipment)) {
        world.told(shipment, Kind.DELIVERED);
        pays(world, shipment, 3);
      }
    }
    if (world.state().phase() == Phase.RUNNING && Deposits.isWaitedFor(world.state())) {
      world.deposits(world.ledger().money().deposits().plus(DEPOSIT));
    }
    for (var step : world.pending()) {
      if (world.pending().contains(step) && !(step instanceof CheckDeposit)) {
        answer(world, step, 2, random);
      }
    }
    mendAny(world, random);
  }

  private static SaleTerms sale() {
    return World.sale().withDeposit(DepositTerms.ofShare(new BigDecimal("0.30")));
  }

  private static World asked() {
    return World.started(sale())
        .answer(new Step.ValidateOrder())
        .answer(new Step.CreateSalesOrder())
        .answer(new RequestDeposit())
        .answer(new Step.CheckAllocation(1));
  }

  private static World invoiced(World world) {
    return world
        .answer(world.next(Step.RequestShipment.class))
        .told(1, Kind.SHIPPED)
        .answer(new Step.RecordItemFulfilment(S1))
        .answer(new Step.CreateInvoice(S1));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
