package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.InspectReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.WithdrawReturn;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReturnProcessTest {
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final Step CHECK = new Step.CheckReturn(R1);
  private static final ProductId BOLT = new ProductId("BOLT");

  /** 10 bolts and 4 nuts are delivered and paid. */
  private static World delivered() {
    return shipped().told(1, Kind.DELIVERED).answerAll();
  }

  private static World shipped() {
    var world = World.started();
    world.answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    return world.allocated(World.allOf(EAST)).answerAll().told(1, Kind.SHIPPED).answerAll();
  }

  private static LineQuantity bolts(int units) {
    return new LineQuantity(BOLTS, units);
  }

  /** Everybody says yes, until the goods are waited for or nothing more is. */
  private static World onward(World world) {
    for (var next = others(world); !next.isEmpty(); next = others(world)) {
      next.forEach(world::answer);
    }
    return world;
  }

  private static List<Step> others(World world) {
    return world.pending().stream().filter(it -> !(it instanceof Step.CheckReturn)).toList();
  }

  private static World inspected(World world, int number, int good, int bad) {
    return world.back(number, ReturnUpdate.Kind.INSPECTED, new Goods(BOLT, good, bad));
  }

  @Test
  void goodsOfACompletedOrderComeBackAndAreCreditedAndPaidBack() {
    var world = delivered();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);

    world.asksToReturn(Settlement.REFUND, bolts(4));
    assertThat(world.pending()).containsExactly(new Step.AuthorizeReturn(R1));
    onward(world);
    assertThat(world.pending()).containsExactly(CHECK);
    onward(inspected(world, 1, 4, 0));

    assertThat(world.all(ReturnClosed.class))
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(ReturnOutcome.REFUNDED));
    assertThat(world.all(RefundIssued.class))
        .extracting(RefundIssued::amount)
        .containsExactly(Money.of("11.90", "USD"));
    assertThat(world.ledger().money().due()).isEqualTo(Money.of("0.00", "USD"));
    assertThat(world.ledger().lines().get(BOLTS).returned()).isEqualTo(4);
    assertThat(world.pending()).isEmpty();
  }

  @Test
  void whatIsNotPaidYetIsOwedLessAndNothingIsPaidBack() {
    var unpaid = World.started();
    unpaid.answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    unpaid.allocated(World.allOf(EAST));
    unpaid.pending().stream()
        .filter(it -> !(it instanceof Step.CheckPayment))
        .forEach(unpaid::answer);
    unpaid.told(1, Kind.DELIVERED);
    unpaid.answer(new Step.RecordItemFulfilment(S1)).answer(new Step.CreateInvoice(S1));

    unpaid.asksToReturn(Settlement.REFUND, bolts(4));
    unpaid.answer(new Step.AuthorizeReturn(R1)).answer(new Step.AnnounceReturn(R1));
    inspected(unpaid, 1, 4, 0)
        .answer(new Step.ConfirmInspection(R1))
        .answer(new Step.RecordReturnReceipt(R1))
        .answer(new Step.CreateCreditMemo(R1));

    assertThat(unpaid.all(ReturnClosed.class))
        .extracting(ReturnClosed::outcome)
        .containsExactly(ReturnOutcome.CREDITED);
    assertThat(unpaid.ledger().money().due()).isEqualTo(Money.of("29.75", "USD"));
    onward(unpaid);
    assertThat(unpaid.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void whatIsNotInvoicedYetIsCreditedOnceItIs() {
    var world = World.started();
    world.answer(new Step.ValidateOrder()).answer(new Step.CreateSalesOrder());
    world.allocated(World.allOf(EAST));
    world.pending().forEach(world::answer);
    world.told(1, Kind.DELIVERED);
    world.asksToReturn(Settlement.CREDIT, bolts(2));
    world.answer(new Step.AuthorizeReturn(R1)).answer(new Step.AnnounceReturn(R1));
    inspected(world, 1, 2, 0)
        .answer(new Step.ConfirmInspection(R1))
        .answer(new Step.RecordReturnReceipt(R1));
    assertThat(world.pending()).doesNotContain(new Step.CreateCreditMemo(R1));

    world.answer(new Step.RecordItemFulfilment(S1)).answer(new Step.CreateInvoice(S1));

    assertThat(world.pending()).contains(new Step.CreateCreditMemo(R1));
  }

  @Test
  void onlyWhatHasLeftAndIsInNoOtherReturnCanComeBack() {
    var world = delivered().asksToReturn(Settlement.REFUND, bolts(7));

    assertThatThrownBy(() -> world.asksToReturn(Settlement.REFUND, bolts(4)))
        .isInstanceOf(NotReturnable.class)
        .hasMessageContaining("3 can be returned, not 4");
    world.asksToReturn(Settlement.REFUND, bolts(3), new LineQuantity(NUTS, 1));
    assertThat(world.all(ReturnRequested.class))
        .extracting(it -> it.returnId().value())
        .containsExactly("SO-1-R1", "SO-1-R2");
  }

  @Test
  void nothingOfAnOrderThatIsInTheWarehouseCanComeBack() {
    assertThatThrownBy(() -> World.started().asksToReturn(Settlement.REFUND, bolts(1)))
        .isInstanceOf(NotReturnable.class);
  }

  @Test
  void messagesMayComeTwiceLateAndInAnyOrder() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));
    inspected(world, 1, 4, 0);

    world.back(1, ReturnUpdate.Kind.RECEIVED);
    inspected(world, 1, 4, 0);
    inspected(world, 1, 1, 3);

    assertThat(world.all(ReturnInspected.class)).hasSize(1);
    onward(world);
    assertThat(world.all(CreditMemoIssued.class))
        .singleElement()
        .satisfies(it -> assertThat(it.lines()).containsExactly(bolts(4)));
  }

  @Test
  void whatIsRefusedIsNotCreditedAndTheRestOfTheAuthorizationIsClosed() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));

    onward(inspected(world, 1, 3, 1));

    assertThat(world.requested()).contains(new Step.CloseReturnAuthorization(R1));
    assertThat(world.all(RefundIssued.class))
        .extracting(RefundIssued::amount)
        .containsExactly(Money.of("8.93", "USD"));
    assertThat(world.ledger().lines().get(BOLTS).credited()).isEqualTo(3);
  }

  @Test
  void whereNothingIsAcceptedNothingIsCredited() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));

    onward(inspected(world, 1, 0, 4));

    assertThat(world.all(CreditMemoIssued.class)).isEmpty();
    assertThat(world.all(ReturnClosed.class))
        .extracting(ReturnClosed::outcome)
        .containsExactly(ReturnOutcome.REFUSED);
  }

  @Test
  void whereLessCameThanWasAnnouncedAPersonDecides() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));
    var confirm = new Step.ConfirmInspection(R1);
    inspected(world, 1, 3, 0);

    assertThat(Inspection.confirmed(confirm, world.state(), AT))
        .isInstanceOfSatisfying(
            StepOutcome.Refused.class,
            refused -> {
              assertThat(refused.findings().getFirst().cause()).isEqualTo(Cause.INSPECTION_DIFFERS);
              assertThat(refused.findings().getFirst().values())
                  .containsEntry("announced", "4")
                  .containsEntry("found", "3");
            });
    world.parked(confirm, Cause.INSPECTION_DIFFERS);
    mend(world, Remedy.ACCEPT_INSPECTION);
    onward(world);

    assertThat(world.ledger().lines().get(BOLTS).credited()).isEqualTo(3);
  }

  @Test
  void whatAPersonOfOursFindsTakesThePlaceOfWhatTheProviderFound() {
    var world = onward(delivered().asksToReturn(Settlement.CREDIT, bolts(4)));
    inspected(world, 1, 2, 0).parked(new Step.ConfirmInspection(R1), Cause.INSPECTION_DIFFERS);

    world.send(
        new InspectReturn(R1, List.of(new InspectedLine(BOLTS, 4, 0)), "Miscounted", "u", AT));

    assertThat(world.state().exceptions().open()).isEmpty();
    onward(world);
    assertThat(world.ledger().lines().get(BOLTS).credited()).isEqualTo(4);
    assertThatThrownBy(
            () ->
                world.send(
                    new InspectReturn(R1, List.of(new InspectedLine(BOLTS, 1, 0)), null, "u", AT)))
        .isInstanceOf(ReturnTooFar.class);
  }

  @Test
  void aReturnThatIsWithdrawnIsUndoneAndItsGoodsCanComeBackLater() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(10)));

    world.send(new WithdrawReturn(R1, "The buyer keeps them", "user-7", AT));
    assertThat(world.pending()).containsExactly(new Step.WithdrawAnnouncement(R1));
    onward(world);

    assertThat(world.requested()).contains(new Step.CloseReturnAuthorization(R1));
    assertThat(world.all(ReturnClosed.class))
        .extracting(ReturnClosed::outcome)
        .containsExactly(ReturnOutcome.WITHDRAWN);
    world.asksToReturn(Settlement.REFUND, bolts(10));
  }

  @Test
  void withdrawingWaitsForWhatIsUnderWayAndThenUndoesIt() {
    var world = delivered().asksToReturn(Settlement.REFUND, bolts(1));

    world.send(new WithdrawReturn(R1, "No", "user-7", AT));
    assertThat(world.pending()).containsExactly(new Step.AuthorizeReturn(R1));
    world.answer(new Step.AuthorizeReturn(R1));

    assertThat(world.pending()).containsExactly(new Step.CloseReturnAuthorization(R1));
  }

  @Test
  void goodsThatComeAlthoughTheReturnWasWithdrawnSetItGoingAgain() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));
    onward(world.send(new WithdrawReturn(R1, "No", "user-7", AT)));

    inspected(world, 1, 4, 0);

    assertThat(world.pending()).containsExactly(new Step.ConfirmInspection(R1));
    onward(world);
    assertThat(world.ledger().lines().get(BOLTS).credited()).isEqualTo(4);
  }

  @Test
  void whatHasComeCannotBeWithdrawn() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));
    world.back(1, ReturnUpdate.Kind.RECEIVED);

    assertThatThrownBy(() -> world.send(new WithdrawReturn(R1, "No", "user-7", AT)))
        .isInstanceOf(ReturnTooFar.class);
  }

  @Test
  void whatTheErpWillNotPayBackMayBeLeftOnAccount() {
    var world = onward(delivered().asksToReturn(Settlement.REFUND, bolts(4)));
    inspected(world, 1, 4, 0)
        .answer(new Step.ConfirmInspection(R1))
        .answer(new Step.RecordReturnReceipt(R1))
        .answer(new Step.CreateCreditMemo(R1))
        .parked(new Step.RefundCredit(R1), Cause.REFUND_REFUSED);

    mend(world, Remedy.LEAVE_ON_ACCOUNT);

    assertThat(world.all(ReturnClosed.class))
        .extracting(ReturnClosed::outcome)
        .containsExactly(ReturnOutcome.CREDITED);
    assertThat(world.ledger().money().onAccount()).isEqualTo(Money.of("11.90", "USD"));
  }

  @Test
  void goodsThatTheCarrierBroughtBackAreReturnedAndTheOrderComesToItsEnd() {
    var world = shipped().told(1, Kind.RETURNED_TO_SENDER);
    var check = new Step.CheckShipment(S1, AwaitedMilestone.DELIVERED);
    world.parked(check, Cause.RETURNED_TO_SENDER);

    world.asksToReturn(Settlement.REFUND, bolts(10), new LineQuantity(NUTS, 4));
    assertThat(world.state().exceptions().open()).as("nobody waits for it any more").isEmpty();
    onward(world);
    world.back(
        1,
        ReturnUpdate.Kind.INSPECTED,
        new Goods(BOLT, 10, 0),
        new Goods(new ProductId("NUT"), 4, 0));
    onward(world);

    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.ledger().money().refunded()).isEqualTo(Money.of("41.65", "USD"));
  }

  @Test
  void cancellingAfterDeliveryIsRefusedWithTheHintThatAReturnIsTheWay() {
    var world = delivered().send(new CancelFulfilment(ORDER, "Changed my mind", AT));

    assertThat(world.all(CancellationRefused.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("/return"));
  }

  @Test
  void completingAnOrderLeavesTheExceptionsOfItsReturnsOpen() {
    var world = shipped().asksToReturn(Settlement.REFUND, bolts(1));
    world.parked(new Step.AuthorizeReturn(R1), Cause.RETURN_REFUSED);

    world.told(1, Kind.DELIVERED);

    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
    assertThat(world.state().exceptions().open()).hasSize(1);
    mend(world, Remedy.RETRY);
    assertThat(world.pending()).contains(new Step.AuthorizeReturn(R1));
  }

  /**
   * Returns at any moment, in any number, inspected by anybody: units and money add up throughout.
   */
  @Test
  void returnsAtAnyMomentLoseNothingAndCreditNothingTwice() {
    var random = new Random(31);
    for (var i = 0; i < 150; i++) {
      var world = World.started();
      for (var move = 0; move < 120; move++) {
        any(world, random);
      }
      settle(world);
      assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(world.state().returns().open()).isEmpty();
      var money = world.ledger().money();
      assertThat(money.due()).isEqualTo(Money.of("0.00", "USD"));
      assertThat(money.paid().plus(money.applied())).isEqualTo(money.invoiced());
    }
  }

  private static void any(World world, Random random) {
    var pending = world.pending();
    var back = world.state().returns().open().toList();
    switch (random.nextInt(6)) {
      case 0 -> tellSomething(world, random);
      case 1 -> returnSome(world, random);
      case 2 -> {
        if (!back.isEmpty()) {
          find(world, back.get(random.nextInt(back.size())), random);
        }
      }
      case 3 -> {
        if (!back.isEmpty() && random.nextInt(3) == 0) {
          withdraw(world, back.get(random.nextInt(back.size())));
        }
      }
      default -> {
        if (!pending.isEmpty()) {
          answer(world, pending.get(random.nextInt(pending.size())));
        }
      }
    }
  }

  private static void tellSomething(World world, Random random) {
    var shipments = world.state().shipments().byId().size();
    if (shipments > 0) {
      var kinds = List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED);
      world.told(random.nextInt(shipments) + 1, kinds.get(random.nextInt(3)));
    }
  }

  private static void returnSome(World world, Random random) {
    var most = ReturnDecisions.returnable(world.state(), BOLTS);
    if (most > 0) {
      var settlement = random.nextBoolean() ? Settlement.REFUND : Settlement.CREDIT;
      world.asksToReturn(settlement, bolts(random.nextInt(most) + 1));
    }
  }

  private static void find(World world, ReturnCase back, Random random) {
    var announced = back.lines().getFirst().quantity();
    var good = random.nextInt(announced + 1);
    var number = Integer.parseInt(back.id().value().substring("SO-1-R".length()));
    inspected(world, number, good, announced - good);
  }

  private static void withdraw(World world, ReturnCase back) {
    if (!back.reached(ReturnCase.Stage.RECEIVED)) {
      world.send(new WithdrawReturn(back.id(), "No", "user-7", AT));
    }
  }

  private static void answer(World world, Step step) {
    if (step instanceof Step.CheckAllocation) {
      world.allocated(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, EAST, 4)));
    } else if (step instanceof Step.ConfirmInspection confirm
        && Inspection.confirmed(confirm, world.state(), AT) instanceof StepOutcome.Refused) {
      world.parked(step, Cause.INSPECTION_DIFFERS);
      mend(world, Remedy.ACCEPT_INSPECTION);
    } else if (!(step instanceof Step.CheckReturn)) {
      world.answer(step);
    }
  }

  private static void settle(World world) {
    for (var i = 0; i < 200; i++) {
      List.copyOf(world.pending()).forEach(step -> answer(world, step));
      for (var shipment = 1; shipment <= world.state().shipments().byId().size(); shipment++) {
        world.told(shipment, Kind.DELIVERED);
      }
      for (var back : world.state().returns().open().toList()) {
        if (!back.reached(ReturnCase.Stage.INSPECTED) && !back.isWithdrawn()) {
          find(world, back, new Random(i));
        }
      }
    }
  }

  private static void mend(World world, Remedy remedy) {
    var exception = world.state().exceptions().ids().getFirst();
    world.send(new ApplyRemedy(exception, remedy, Map.of(), "user-7", Set.of(Role.values()), AT));
  }
}
