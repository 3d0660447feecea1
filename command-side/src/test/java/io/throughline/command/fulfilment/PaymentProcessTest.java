package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.EAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.Money;
import io.throughline.kernel.Role;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CheckPayment;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoices that are paid in parts, and payments that are taken back: one invoice of 41.65 USD. */
class PaymentProcessTest {
  private static final Step CHECK = new CheckPayment(ShipmentId.of(World.ORDER, 1));
  private static final Money ALL = usd("41.65");

  @Test
  void anInvoicePaidInPartsTellsWhatIsDueAfterEachAndTheOrderCompletesWithTheLast() {
    var world = invoiced().told(1, Kind.DELIVERED);

    world.paysSoFar(1, usd("10.00")).paysSoFar(1, usd("30.00"));

    assertThat(world.all(PartPaymentRecorded.class))
        .extracting(PartPaymentRecorded::amount, PartPaymentRecorded::remaining)
        .containsExactly(tuple(usd("10.00"), usd("31.65")), tuple(usd("20.00"), usd("11.65")));
    assertThat(world.pending()).contains(CHECK);
    assertThat(world.state().hasEnded()).isFalse();

    world.paysSoFar(1, ALL);

    assertThat(world.all(PaymentRecorded.class).getFirst().amount()).isEqualTo(usd("11.65"));
    assertThat(world.pending()).doesNotContain(CHECK);
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.ledger().money().due()).isEqualTo(usd("0.00"));
  }

  @Test
  void whatIsToldAgainIsNoSecondPayment() {
    var world = invoiced().paysSoFar(1, usd("10.00")).paysSoFar(1, usd("10.00"));

    assertThat(world.all(PartPaymentRecorded.class)).hasSize(1);

    world.paysSoFar(1, ALL).paysSoFar(1, ALL);

    assertThat(world.all(PaymentRecorded.class)).hasSize(1);
    assertThat(world.ledger().money().paid()).isEqualTo(ALL);
  }

  @Test
  void aPaymentThatIsTakenBackBeforeTheOrderCompletesKeepsItOpen() {
    var world = invoiced().paysSoFar(1, ALL).paysSoFar(1, usd("0.00")).told(1, Kind.DELIVERED);

    assertThat(world.state().hasEnded()).isFalse();
    assertThat(world.pending()).contains(CHECK);
    assertThat(world.ledger().money().due()).isEqualTo(ALL);

    world.paysSoFar(1, ALL);

    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void aPaymentThatIsTakenBackFromACompletedOrderIsDueAgainAndForFinance() {
    var world = bounced();

    assertThat(world.all(PaymentReversed.class).getFirst().amount()).isEqualTo(ALL);
    assertThat(world.ledger().money().due()).isEqualTo(ALL);
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(BooksAmiss.ofPayment(world.state(), ShipmentId.of(World.ORDER, 1), unpaid()))
        .hasValueSatisfying(
            refused -> {
              var found = refused.findings().getFirst();
              assertThat(found.cause()).isEqualTo(Cause.PAYMENT_REVERSED);
              assertThat(found.values()).containsEntry("remaining", "41.65");
            });
    assertThat(world.state().exceptions().open()).hasSize(1);
  }

  @Test
  void whatIsPaidAnewSettlesTheException() {
    var world = bounced().paysSoFar(1, ALL);

    var exception = world.all(FulfilmentParked.class).getFirst().exceptionId();
    assertThat(world.all(PaymentRecorded.class).getLast().closed()).containsExactly(exception);
    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.ledger().money().due()).isEqualTo(usd("0.00"));
    assertThat(world.pending()).doesNotContain(CHECK);
  }

  @Test
  void financeHasItWaitedForAgain() {
    var world = bounced();
    mend(world, Remedy.RETRY);

    assertThat(world.pending()).contains(CHECK);
    assertThat(BooksAmiss.ofPayment(world.state(), ShipmentId.of(World.ORDER, 1), unpaid()))
        .isEmpty();

    world.paysSoFar(1, ALL);

    assertThat(world.pending()).doesNotContain(CHECK);
  }

  @Test
  void whatIsHandedToCollectionsStaysDueAndIsTakenWhenItComes() {
    var world = bounced();
    mend(world, Remedy.HAND_TO_COLLECTIONS);

    assertThat(world.pending()).doesNotContain(CHECK);
    assertThat(world.ledger().money().due()).isEqualTo(ALL);

    world.paysSoFar(1, usd("30.00"));
    assertThat(world.ledger().money().due()).isEqualTo(usd("11.65"));
    world.paysSoFar(1, ALL);

    assertThat(world.ledger().money().due()).isEqualTo(usd("0.00"));
    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
  }

  /** {@link WhatAlwaysHolds} looks after each of them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void paymentsAndReversalsAtAnyMomentConserveTheMoney(long seed) {
    for (var history = 0; history < 25; history++) {
      var random = new Random(seed * 1000 + history);
      var world = World.started();
      for (var i = 0; i < 60; i++) {
        any(world, random);
      }
      settle(world);
      var money = world.ledger().money();
      assertThat(world.state().hasEnded()).as("history %s of seed %s", history, seed).isTrue();
      assertThat(money.due()).isEqualTo(usd("0.00"));
      assertThat(money.paid()).isEqualTo(money.invoiced());
    }
  }

  private static void any(World world, Random random) {
    var pending = world.pending();
    var shipments = world.state().shipments().byId().size();
    switch (random.nextInt(4)) {
      case 0 -> {
        if (shipments > 0) {
          var kinds = List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED);
          world.told(random.nextInt(shipments) + 1, kinds.get(random.nextInt(3)));
        }
      }
      case 1 -> {
        if (shipments > 0) {
          var shipment = random.nextInt(shipments) + 1;
          var gross = world.gross(shipment);
          world.paysSoFar(shipment, gross.fraction(random.nextInt(4), 3));
        }
      }
      default -> {
        if (!pending.isEmpty()) {
          answer(world, pending.get(random.nextInt(pending.size())), random);
        }
      }
    }
    world.state().exceptions().ids().stream()
        .filter(_ -> random.nextInt(5) == 0)
        .toList()
        .forEach(
            _ -> mend(world, random.nextBoolean() ? Remedy.RETRY : Remedy.HAND_TO_COLLECTIONS));
  }

  private static void answer(World world, Step step, Random random) {
    if (step instanceof CheckPayment check) {
      var standing = world.state().shipments().find(check.shipmentId()).orElseThrow().billing();
      if (standing.standing() == Billing.Standing.REVERSED) {
        world.parked(step, Cause.PAYMENT_REVERSED);
      }
    } else if (step instanceof Step.CheckAllocation && random.nextInt(3) > 0) {
      world.allocated(List.of(new Allocation(World.BOLTS, EAST, random.nextInt(10) + 1)));
    } else {
      world.answer(step);
    }
  }

  private static void settle(World world) {
    for (var i = 0; i < 30; i++) {
      for (var shipment = 1; shipment <= world.state().shipments().byId().size(); shipment++) {
        world.told(shipment, Kind.DELIVERED).paysSoFar(shipment, world.gross(shipment));
      }
      List.copyOf(world.pending()).stream()
          .filter(step -> !(step instanceof CheckPayment))
          .forEach(world::answer);
    }
  }

  private static World invoiced() {
    return World.started()
        .answer(new Step.ValidateOrder())
        .answer(new Step.CreateSalesOrder())
        .answer(new Step.CheckAllocation(1))
        .answerAll()
        .told(1, Kind.SHIPPED)
        .answer(new Step.RecordItemFulfilment(ShipmentId.of(World.ORDER, 1)))
        .answer(new Step.CreateInvoice(ShipmentId.of(World.ORDER, 1)));
  }

  /** Completed, and the payment is taken back. */
  private static World bounced() {
    var world = invoiced().told(1, Kind.DELIVERED).paysSoFar(1, ALL).answerAll();
    assertThat(world.state().hasEnded()).isTrue();
    world.paysSoFar(1, usd("0.00"));
    assertThat(world.pending()).contains(CHECK);
    return world.parked(CHECK, Cause.PAYMENT_REVERSED);
  }

  private static Invoice unpaid() {
    return new Invoice("3001", "INV3001", usd("35.00"), usd("6.65"), usd("0.00"), ALL, List.of());
  }

  private static void mend(World world, Remedy remedy) {
    var open = world.state().exceptions().ids();
    if (!open.isEmpty()) {
      world.send(
          new ApplyRemedy(
              open.getFirst(), remedy, Map.of(), "user-7", Set.of(Role.values()), World.AT));
    }
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
