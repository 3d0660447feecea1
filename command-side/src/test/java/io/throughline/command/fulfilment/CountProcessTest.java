package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.SaleEvent.OrderAdjustmentStarted;
import io.throughline.kernel.event.SaleEvent.SalesOrderChangeRefused;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that ship more or less than they were asked to: 10 bolts and 4 nuts were ordered. */
class CountProcessTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final Step CONFIRM = new ConfirmCount(S1);
  private static final Step UPDATE = new Step.UpdateSalesOrder(1);

  @Test
  void whatLeftAsItWasAskedForIsNothingToTalkAbout() {
    var world = World.shipmentRequested().counted(1, 10, 4);

    assertThat(world.all(ShipmentMiscounted.class)).isEmpty();
    assertThat(world.pending()).contains(new Step.RecordItemFulfilment(S1));
  }

  @Test
  void nothingOfAMiscountedShipmentIsBookedBeforeSomebodyDecides() {
    var world = World.shipmentRequested().counted(1, 8, 5);

    assertThat(world.pending()).contains(CONFIRM);
    assertThat(world.pending()).noneMatch(Step.RecordItemFulfilment.class::isInstance);
    assertThat(refused(world).findings())
        .extracting(Finding::cause, Finding::lineId, it -> it.values().get("counted"))
        .containsExactlyInAnyOrder(
            tuple(Cause.SHORT_SHIPPED, BOLTS, "8"), tuple(Cause.OVER_SHIPPED, NUTS, "5"));
  }

  @Test
  void whatIsShortStaysOrderedAndIsAskedForAnew() {
    var world = miscounted(8, 4, Cause.SHORT_SHIPPED);

    world.mend(Remedy.ACCEPT_COUNT);
    world.answer(CONFIRM);

    assertThat(world.next(Step.RequestShipment.class).lines())
        .containsExactly(new LineQuantity(BOLTS, 2));
    world.answerAll();
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 8), tuple(NUTS, 4));
    world.told(1, Kind.DELIVERED).told(2, Kind.DELIVERED).answerAll();
    assertThat(world.state().hasEnded()).isTrue();
    assertThat(invoiced(world)).contains(tuple(BOLTS, 2));
  }

  @Test
  void whatIsClosedShortIsTakenOutOfTheOrderBeforeTheRestIsInvoiced() {
    var world = miscounted(8, 4, Cause.SHORT_SHIPPED);

    world.mend(Remedy.CLOSE_SHORT);

    assertThat(world.all(OrderAdjustmentStarted.class).getFirst().lines())
        .containsExactly(new LineQuantity(BOLTS, 8));
    assertThat(world.pending()).contains(UPDATE).doesNotContain(CONFIRM);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(8);
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 8), tuple(NUTS, 4));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void aLineOfWhichNothingLeftIsTakenOutWhenItIsClosedShort() {
    var world = miscounted(10, 0, Cause.SHORT_SHIPPED);

    world.mend(Remedy.CLOSE_SHORT);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();

    assertThat(world.state().terms().sale().find(NUTS)).isEmpty();
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whatIsOverIsSoldByAChangeThatTheErpHasToTakeFirst() {
    var world = miscounted(12, 4, Cause.OVER_SHIPPED);

    world.mend(Remedy.ACCEPT_COUNT);

    assertThat(world.pending()).contains(UPDATE).doesNotContain(CONFIRM);
    world.answer(UPDATE).answer(CONFIRM).answerAll();
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(12);
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 12), tuple(NUTS, 4));
  }

  @Test
  void whatTheErpWillNotSellIsDecidedAgain() {
    var world = miscounted(12, 4, Cause.OVER_SHIPPED);
    world.mend(Remedy.ACCEPT_COUNT);

    world.send(
        new RecordAnswer(
            new SalesOrderChangeRefused(
                ORDER,
                new CustomerId("ACME"),
                StepId.of(ORDER, UPDATE),
                "The credit limit is exceeded.",
                AT)));

    assertThat(world.pending()).contains(CONFIRM);
    assertThat(refused(world).findings().getFirst().message()).contains("credit limit");
    world.parked(CONFIRM, Cause.OVER_SHIPPED);
    world.mend(Remedy.DISMISS_COUNT);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 10), tuple(NUTS, 4));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whatIsOverAndNotSoldIsNotInvoiced() {
    var world = miscounted(12, 4, Cause.OVER_SHIPPED);

    world.mend(Remedy.DISMISS_COUNT);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();

    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 10), tuple(NUTS, 4));
    assertThat(world.all(OrderAdjustmentStarted.class)).isEmpty();
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whatIsOverOfABackOrderedLineFillsTheOrderFirst() {
    var world = World.started();
    world.answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    world.allocated(List.of(new Allocation(BOLTS, EAST, 7), new Allocation(NUTS, EAST, 4)));
    world.answer(world.next(Step.RequestShipment.class)).counted(1, 9, 4);
    world.parked(CONFIRM, Cause.OVER_SHIPPED);

    world.mend(Remedy.ACCEPT_COUNT);

    assertThat(world.all(OrderAdjustmentStarted.class)).isEmpty();
    world.answer(CONFIRM);
    assertThat(world.ledger().lines().get(BOLTS).shipped()).isEqualTo(9);
  }

  @Test
  void aCountThatComesAfterTheErpWasToldIsSettledByHand() {
    var world =
        World.shipmentRequested().told(1, Kind.DELIVERED).answer(new Step.RecordItemFulfilment(S1));
    world.counted(1, 8, 4).parked(CONFIRM, Cause.SHORT_SHIPPED);

    assertThat(world.all(ShipmentMiscounted.class).getFirst().booked()).isTrue();
    assertThatThrownBy(() -> world.mend(Remedy.ACCEPT_COUNT))
        .isInstanceOf(RemedyNotApplicable.class)
        .hasMessageContaining("dismiss-count");
    world.mend(Remedy.DISMISS_COUNT);
    world.answerAll();
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void theSameCountToldAgainIsNoNews() {
    var world = World.shipmentRequested().counted(1, 8, 4).counted(1, 8, 4).counted(1, 9, 4);

    assertThat(world.all(ShipmentMiscounted.class)).hasSize(1);
  }

  @Test
  void aCancellationWaitsUntilItIsKnownWhatLeft() {
    var world = World.started();
    world.answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    world.allocated(List.of(new Allocation(BOLTS, EAST, 7)));
    world.answer(world.next(Step.RequestShipment.class)).counted(1, 6, 0);
    world.send(new CancelFulfilment(ORDER, "Too late.", AT)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    assertThat(world.state().phase()).isEqualTo(FulfilmentState.Phase.CANCELLING);

    world.mend(Remedy.ACCEPT_COUNT);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();

    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(6);
    assertThat(world.state().hasEnded()).isTrue();
  }

  /** {@link WhatAlwaysHolds} looks after each of them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsCountedNoMoreIsInvoicedThanShippedAndNoMoreShippedThanOrdered(long seed) {
    for (var history = 0; history < 60; history++) {
      var random = new Random(seed * 1000 + history);
      var world = World.started();
      for (var i = 0; i < 50; i++) {
        any(world, random);
      }
      for (var i = 0; i < 40 && !world.state().hasEnded(); i++) {
        settle(world, random);
      }
      assertThat(world.state().hasEnded()).as("history %s of seed %s", history, seed).isTrue();
      world
          .ledger()
          .lines()
          .values()
          .forEach(it -> assertThat(it.invoiced()).isEqualTo(it.shipped()));
    }
  }

  private static void any(World world, Random random) {
    var shipments = world.state().shipments().byId().size();
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        var shipment = random.nextInt(shipments + 1);
        if (world.isActive(shipment)) {
          var parcel = "P" + random.nextInt(3);
          world.left(shipment, World.parcel(parcel, random.nextInt(13), random.nextInt(6)));
        }
      }
      case 2 -> {
        var shipment = random.nextInt(shipments + 1);
        if (world.isActive(shipment)) {
          var kinds = List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED);
          world.told(shipment, kinds.get(random.nextInt(3)));
        }
      }
      case 3 -> {
        if (random.nextInt(12) == 0) {
          world.send(new CancelFulfilment(ORDER, "Too late.", AT));
        }
      }
      case 4 -> mendAny(world, random);
      default -> {
        var pending = world.pending();
        if (!pending.isEmpty()) {
          answer(world, pending.get(random.nextInt(pending.size())), random.nextInt(3), random);
        }
      }
    }
  }

  /**
   * @param luck 0: the ERP will not have a change; below 2: it has some of the stock only
   */
  private static void answer(World world, Step step, int luck, Random random) {
    if (step instanceof ConfirmCount confirm) {
      if (Counting.confirmed(confirm, world.state(), AT) instanceof StepOutcome.Refused refused) {
        world.parked(step, refused.findings().getFirst().cause());
      } else {
        world.answer(step);
      }
    } else if (step instanceof Step.UpdateSalesOrder
        && luck == 0
        && !world.state().rest().isBeingCancelled()) {
      world.send(
          new RecordAnswer(
              new SalesOrderChangeRefused(
                  ORDER, new CustomerId("ACME"), StepId.of(ORDER, step), "Not so.", AT)));
    } else if (step instanceof Step.CheckAllocation && luck < 2) {
      world.allocated(List.of(new Allocation(BOLTS, EAST, random.nextInt(10) + 1)));
    } else {
      world.answer(step);
    }
  }

  private static void mendAny(World world, Random random) {
    var remedies = List.of(Remedy.ACCEPT_COUNT, Remedy.CLOSE_SHORT, Remedy.DISMISS_COUNT);
    var remedy = remedies.get(random.nextInt(3));
    for (var id : world.state().exceptions().ids()) {
      var parked = world.state().exceptions().find(id).orElseThrow();
      try {
        if (parked.remedies().contains(remedy)) {
          world.mend(remedy);
        }
      } catch (RemedyNotApplicable e) {
        world.mend(Remedy.DISMISS_COUNT);
      }
      return;
    }
  }

  private static void settle(World world, Random random) {
    for (var shipment = 1; shipment <= world.state().shipments().byId().size(); shipment++) {
      if (world.isActive(shipment)) {
        world.told(shipment, Kind.DELIVERED);
      }
    }
    for (var step : world.pending()) {
      if (world.pending().contains(step)) {
        answer(world, step, 2, random);
      }
    }
    mendAny(world, random);
  }

  private static World miscounted(int bolts, int nuts, Cause cause) {
    return World.shipmentRequested().counted(1, bolts, nuts).parked(CONFIRM, cause);
  }

  private static StepOutcome.Refused refused(World world) {
    return (StepOutcome.Refused) Counting.confirmed(new ConfirmCount(S1), world.state(), AT);
  }

  private static List<Tuple> invoiced(World world) {
    assertThat(world.all(ShipmentCountConfirmed.class)).isNotEmpty();
    return world.all(InvoiceIssued.class).stream()
        .flatMap(it -> it.lines().stream())
        .map(it -> tuple(it.lineId(), it.quantity()))
        .toList();
  }
}
