package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static io.throughline.command.fulfilment.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.LineId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.Role;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Milestone;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FulfilmentProcessTest {
  private static final Step VALIDATE = new Step.ValidateOrder();
  private static final Step CREATE = new Step.CreateSalesOrder();
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  private final World world = World.started();

  @Test
  void itBeginsByAskingTheErpWhetherTheOrderIsPossible() {
    assertThat(world.pending()).containsExactly(VALIDATE);
  }

  @Test
  void oneShipmentIsRequestedForEachWarehouse() {
    shippable(
        List.of(
            new Allocation(BOLTS, EAST, 6),
            new Allocation(BOLTS, WEST, 4),
            new Allocation(NUTS, WEST, 4)));

    assertThat(requests())
        .extracting(it -> it.warehouse() + " " + it.lines().size())
        .containsExactly("EAST 1", "WEST 2");
  }

  @Test
  void whatIsShortIsShippedInPartAndTheRestWhenTheErpHasRestocked() {
    shippable(List.of(new Allocation(BOLTS, EAST, 6), new Allocation(NUTS, EAST, 4)));
    assertThat(requests()).hasSize(1);
    assertThat(world.pending()).contains(new Step.CheckAllocation(2));

    world.allocated(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, EAST, 4)));

    assertThat(requests()).hasSize(2);
    assertThat(requests().getLast().lines())
        .singleElement()
        .satisfies(it -> assertThat(it.quantity()).isEqualTo(4));
    assertThat(world.pending()).doesNotContain(new Step.CheckAllocation(3));
  }

  @Test
  void itIsCompleteWhenEverythingIsDeliveredInvoicedAndPaid() {
    shippable(World.allOf(EAST));
    world.answerAll().told(1, Kind.SHIPPED).answerAll();
    assertThat(world.all(FulfilmentCompleted.class)).isEmpty();

    world.told(1, Kind.DELIVERED);

    assertThat(world.all(FulfilmentCompleted.class)).hasSize(1);
    assertThat(world.pending()).containsExactly(new Step.InformOrder(Milestone.COMPLETED, 1));
  }

  @Test
  void messagesOfTheCarrierMayComeInAnyOrderAndTwice() {
    var random = new Random(11);
    for (var i = 0; i < 500; i++) {
      var each = World.started();
      shippable(each, World.allOf(EAST));
      var messages =
          new ArrayList<>(
              List.of(
                  Kind.PICKED,
                  Kind.SHIPPED,
                  Kind.DELAYED,
                  Kind.DELIVERED,
                  Kind.PICKED,
                  Kind.SHIPPED,
                  Kind.DELIVERED,
                  Kind.OUT_FOR_DELIVERY,
                  Kind.OUT_FOR_DELIVERY,
                  Kind.ON_HOLD,
                  Kind.RETURNED_TO_SENDER,
                  Kind.DELAYED));
      Collections.shuffle(messages, random);
      for (var kind : messages) {
        each.told(1, kind);
        if (random.nextBoolean()) {
          each.answerAll();
        }
      }
      each.answerAll();

      assertThat(each.state().phase()).as("%s", messages).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void everyOrderOfArrivalEndsTheSame() {
    var random = new Random(23);
    for (var i = 0; i < 2_000; i++) {
      var each = World.started();
      var untold = new ArrayList<Runnable>();
      for (var step = 0; step < 200 && !each.state().hasEnded(); step++) {
        var pending = each.pending();
        if (!pending.isEmpty() && (untold.isEmpty() || random.nextInt(3) > 0)) {
          var next = pending.get(random.nextInt(pending.size()));
          if (next instanceof Step.CheckAllocation check) {
            allocateSome(each, check, random);
          } else {
            var answer = new RecordAnswer(each.fact(next));
            each.send(answer);
            if (random.nextInt(4) == 0) {
              each.send(answer); // it comes twice
            }
          }
          if (next instanceof Step.RequestShipment request) {
            var number = Integer.parseInt(request.shipmentId().value().replaceAll(".*-S", ""));
            for (var kind : List.of(Kind.PICKED, Kind.SHIPPED, Kind.DELIVERED)) {
              untold.add(() -> each.told(number, kind));
            }
          }
        } else if (!untold.isEmpty()) {
          untold.remove(random.nextInt(untold.size())).run();
        }
      }
      untold.forEach(Runnable::run);
      each.answerAll();

      assertThat(each.state().phase()).as("run %d", i).isEqualTo(Phase.COMPLETED);
    }
  }

  /** Ever more of the stock, from one warehouse or the other. */
  private static void allocateSome(World world, Step.CheckAllocation check, Random random) {
    if (check.round() >= 3) {
      var known = new ArrayList<>(world.state().books().allocations());
      var bolts =
          known.stream()
              .filter(it -> it.lineId().equals(BOLTS))
              .mapToInt(Allocation::quantity)
              .sum();
      var nuts =
          known.stream()
              .filter(it -> it.lineId().equals(NUTS))
              .mapToInt(Allocation::quantity)
              .sum();
      world.allocated(plus(plus(known, BOLTS, 10 - bolts), NUTS, 4 - nuts));
      return;
    }
    var known = world.state().books().allocations();
    var bolts =
        known.stream().filter(it -> it.lineId().equals(BOLTS)).mapToInt(Allocation::quantity).sum();
    world.allocated(plus(known, BOLTS, random.nextInt(11 - bolts)));
  }

  private static List<Allocation> plus(List<Allocation> known, LineId line, int quantity) {
    if (quantity == 0) {
      return known;
    }
    var all = new ArrayList<Allocation>();
    var added = false;
    for (var it : known) {
      var same = it.lineId().equals(line) && it.warehouse().equals(EAST);
      all.add(same ? new Allocation(line, EAST, it.quantity() + quantity) : it);
      added |= same;
    }
    if (!added) {
      all.add(new Allocation(line, EAST, quantity));
    }
    return all;
  }

  @Test
  void aParkedStepWaitsForItsRemedyAndIsThenAskedForAgain() {
    world.parked(VALIDATE, Cause.CREDIT_LIMIT_EXCEEDED);
    assertThat(world.pending()).isEmpty();

    world.send(remedy(Remedy.RELEASE_CREDIT, Role.FINANCE, Map.of()));

    assertThat(world.state().terms().creditReleased()).isTrue();
    assertThat(world.pending()).containsExactly(VALIDATE);
    assertThat(world.state().steps().isPending(world.state().idOf(VALIDATE), 2)).isTrue();
  }

  @Test
  void aSubstituteTakesThePlaceOfTheProduct() {
    world.parked(VALIDATE, Cause.PRODUCT_DISCONTINUED);
    world.send(
        remedy(Remedy.SUBSTITUTE_PRODUCT, Role.SALES, Map.of("lineId", "1", "productId", "SCREW")));

    assertThat(world.state().terms().line(BOLTS).productId()).isEqualTo(new ProductId("SCREW"));
  }

  @Test
  void aRemedyThatDoesNotFitIsRefusedWithTheReason() {
    world.parked(VALIDATE, Cause.PRODUCT_DISCONTINUED);

    assertRefused(
        remedy(Remedy.RELEASE_CREDIT, Role.FINANCE, Map.of()),
        RemedyNotOffered.class,
        "substitute-product");
    assertRefused(
        remedy(Remedy.SUBSTITUTE_PRODUCT, Role.FINANCE, Map.of("lineId", "1", "productId", "X")),
        RemedyNotAllowed.class,
        "operations, sales");
    assertRefused(
        remedy(Remedy.SUBSTITUTE_PRODUCT, Role.SALES, Map.of("lineId", "1")),
        RemedyNotApplicable.class,
        "productId");
    assertRefused(
        remedy(Remedy.REMOVE_LINE, Role.SALES, Map.of("lineId", "9")),
        RemedyNotApplicable.class,
        "no line 9");
    world.send(remedy(Remedy.RETRY, Role.SALES, Map.of()));
    assertRefused(
        remedy(Remedy.CANCEL_ORDER, Role.SALES, Map.of()), ExceptionNotOpen.class, "not open");
    assertThat(world.all(RemedyApplied.class)).hasSize(1);
  }

  @Test
  void mendingTwiceIsHarmless() {
    world.parked(VALIDATE, Cause.PRODUCT_DISCONTINUED);
    world
        .send(remedy(Remedy.RETRY, Role.SALES, Map.of()))
        .send(remedy(Remedy.RETRY, Role.SALES, Map.of()));

    assertThat(world.all(RemedyApplied.class)).hasSize(1);
  }

  private void assertRefused(
      ApplyRemedy remedy, Class<? extends RuntimeException> how, String hint) {
    assertThatThrownBy(() -> world.send(remedy)).isInstanceOf(how).hasMessageContaining(hint);
  }

  @Test
  void cancellingBeforeAnythingWasDoneEndsAtOnce() {
    world.send(cancel());

    assertThat(world.all(StepAbandoned.class)).hasSize(1);
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
    assertThat(world.pending()).containsExactly(new Step.InformOrder(Milestone.CANCELLED, 1));
  }

  @Test
  void cancellingWaitsForWhatIsUnderWayAndThenUndoesIt() {
    world.answer(VALIDATE).send(cancel());
    assertThat(world.pending()).containsExactly(CREATE);

    world.answer(CREATE);
    assertThat(world.pending()).containsExactly(new Step.CloseSalesOrder());

    world.answer(new Step.CloseSalesOrder());
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
  }

  @Test
  void cancellingStopsTheShipmentsFirstAndThenClosesTheOrder() {
    shippable(World.allOf(EAST));
    world.answerAll().send(cancel());
    assertThat(world.pending()).containsExactly(new Step.CancelShipment(S1));

    world.answer(new Step.CancelShipment(S1));
    assertThat(world.pending()).containsExactly(new Step.CloseSalesOrder());
  }

  @Test
  void cancellingAfterAllGoodsLeftIsRefusedAndTheOrderGoesOn() {
    shippable(World.allOf(EAST));
    world.answerAll().told(1, Kind.SHIPPED).send(cancel());

    assertThat(world.all(CancellationRefused.class)).hasSize(1);
    assertThat(world.pending()).contains(new Step.InformOrder(Milestone.CANCELLATION_REFUSED, 1));
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void whereSomeGoodsLeftTheRestIsCancelledAndWhatLeftIsInvoicedAndPaid() {
    shippable(List.of(new Allocation(BOLTS, EAST, 6), new Allocation(NUTS, WEST, 4)));
    world.answer(requests().getFirst()).answer(requests().getLast()).told(1, Kind.SHIPPED);
    world.answer(new Step.RecordItemFulfilment(S1)).answer(new Step.CreateInvoice(S1));
    world.send(cancel()).send(cancel());
    assertThat(world.pending()).contains(new Step.CancelShipment(ShipmentId.of(ORDER, 2)));

    world.answer(new Step.CancelShipment(ShipmentId.of(ORDER, 2)));
    assertThat(world.pending()).contains(new Step.UpdateSalesOrder(1));
    assertThat(world.state().phase()).isEqualTo(Phase.RUNNING);
    world.send(cancel()).answerAll();

    assertThat(world.state().terms().lines())
        .extracting(it -> it.lineId() + " " + it.quantity())
        .containsExactly("1 6");
    assertThat(requests()).hasSize(2);
    assertThat(world.requested()).contains(new Step.InformOrder(Milestone.PARTLY_CANCELLED, 1));
    world.told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
    assertThat(world.all(CancellationRefused.class)).isEmpty();
  }

  @Test
  void aRestThatTheErpWillNotLetGoIsForAPerson() {
    shippable(List.of(new Allocation(BOLTS, EAST, 6)));
    world.answer(requests().getFirst()).told(1, Kind.SHIPPED);
    world.answer(new Step.RecordItemFulfilment(S1)).answer(new Step.CreateInvoice(S1));
    world.send(cancel());
    world.parked(new Step.UpdateSalesOrder(1), Cause.ERP_REFUSED);

    assertThat(requests()).hasSize(1);
    world.send(remedy(Remedy.RETRY, Role.OPERATIONS, Map.of()));
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void whereTheCarrierHadShippedAlreadyOnlyTheStoppedPartIsCancelled() {
    shippable(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, WEST, 4)));
    world.answerAll().send(cancel());
    var first = new Step.CancelShipment(S1);
    world
        .answer(new Step.CancelShipment(ShipmentId.of(ORDER, 2)))
        .send(new RecordAnswer(world.tooLate(first)));

    assertThat(world.state().phase()).isEqualTo(Phase.RUNNING);
    world.answerAll();
    assertThat(requests()).hasSize(2);
    assertThat(world.state().terms().lines())
        .extracting(it -> it.lineId() + " " + it.quantity())
        .containsExactly("1 10");
  }

  @Test
  void aShipmentThatLeftIsNotAskedForAnewThoughTheCarrierSaysItWasStopped() {
    shippable(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, WEST, 4)));
    world.answer(requests().getFirst()).answer(requests().getLast()).send(cancel());
    world.told(1, Kind.SHIPPED).answer(new Step.CancelShipment(S1)).answerAll();

    assertThat(requests()).hasSize(2);
    assertThat(world.state().shipments().left(BOLTS)).isEqualTo(10);
    world.told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void cancellingAtAnyMomentEndsCancelledOrComplete() {
    var random = new Random(5);
    for (var moment = 0; moment < 40; moment++) {
      for (var run = 0; run < 20; run++) {
        var each = World.started();
        for (var step = 0; step < moment && !each.pending().isEmpty(); step++) {
          each.answer(each.pending().get(random.nextInt(each.pending().size())));
          if (step % 5 == 4 && !each.state().shipments().byId().isEmpty() && random.nextBoolean()) {
            each.told(1, Kind.values()[random.nextInt(4)]);
          }
        }
        each.send(cancel());
        each.answerAll();
        if (each.state().phase() == Phase.RUNNING) {
          each.told(1, Kind.SHIPPED).told(1, Kind.DELIVERED).answerAll();
        }

        assertThat(each.state().hasEnded()).as("moment %d, run %d", moment, run).isTrue();
        assertThat(
                each.all(FulfilmentCancelled.class).size()
                    + each.all(FulfilmentCompleted.class).size())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void theRemedyToCancelUndoesWhatWasDone() {
    world
        .answer(VALIDATE)
        .parked(CREATE, Cause.ERP_UNAVAILABLE)
        .send(remedy(Remedy.CANCEL_ORDER, Role.SALES, Map.of()));

    // the ERP never answered: it may have the order
    assertThat(world.pending()).containsExactly(new Step.CloseSalesOrder());
  }

  @Test
  void anAnswerNobodyWaitsForChangesNothing() {
    world.send(cancel());
    var before = world.state();

    world.answer(VALIDATE);

    assertThat(world.state()).isEqualTo(before);
  }

  @Test
  void anUpdateOfAShipmentWeNeverAskedForIsUnknown() {
    assertThatThrownBy(() -> world.told(7, Kind.SHIPPED)).isInstanceOf(UnknownFulfilment.class);
  }

  private void shippable(List<Allocation> allocations) {
    shippable(world, allocations);
  }

  private static void shippable(World world, List<Allocation> allocations) {
    world.answer(VALIDATE).answer(CREATE).allocated(allocations);
  }

  private List<Step.RequestShipment> requests() {
    return world.requested().stream()
        .filter(Step.RequestShipment.class::isInstance)
        .map(Step.RequestShipment.class::cast)
        .toList();
  }

  private static CancelFulfilment cancel() {
    return new CancelFulfilment(ORDER, "Ordered twice", AT);
  }

  private ApplyRemedy remedy(Remedy remedy, Role role, Map<String, String> parameters) {
    var number = Math.max(1, world.state().exceptions().count());
    return new ApplyRemedy(
        ExceptionId.of(ORDER, number), remedy, parameters, "user-7", Set.of(role), AT);
  }
}
