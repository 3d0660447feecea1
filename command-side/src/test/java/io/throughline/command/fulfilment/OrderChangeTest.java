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
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.HoldFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.Role;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.SaleEvent.OrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.OrderChangeStarted;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.SalesOrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.ShipmentUnstocked;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CancelShipment;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import io.throughline.kernel.fulfilment.Step.SourceAgain;
import io.throughline.kernel.fulfilment.Step.UpdateSalesOrder;
import io.throughline.kernel.fulfilment.Step.ValidateOrder;
import io.throughline.kernel.fulfilment.StepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of an order that somebody changes or holds while it is on its way. */
class OrderChangeTest {
  private static final ShipToKey PLANT = new ShipToKey("PLANT-2");
  private static final Address SECOND_GATE =
      new Address("Second gate", "8 Weir Road", "Lockham", null, null, "NL");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  private final World world = World.started();

  private static ChangeFulfilment change(OrderLine... lines) {
    return change(new OrderChange(null, null, List.of(), List.of(lines), List.of()));
  }

  private static ChangeFulfilment change(OrderChange change) {
    return new ChangeFulfilment(ORDER, change, "user-7", AT);
  }

  private static OrderLine bolts(int quantity) {
    return World.line(BOLTS, "BOLT", quantity);
  }

  private static List<RequestShipment> requests(World world) {
    return world.requested().stream()
        .filter(RequestShipment.class::isInstance)
        .map(RequestShipment.class::cast)
        .toList();
  }

  private void requested() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world.allocated(World.allOf(EAST)).answerAll();
  }

  @Test
  void beforeTheErpHasTheOrderAChangeIsCheckedLikeANewOne() {
    world.send(change(bolts(7)));
    assertThat(world.all(OrderChanged.class)).as("the check is under way").isEmpty();

    world.answer(new ValidateOrder());

    assertThat(world.all(OrderChanged.class)).hasSize(1);
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(7);
    assertThat(world.pending()).containsExactly(new ValidateOrder());
  }

  @Test
  void aChangeMendsWhatTheErpFoundWrong() {
    world.parked(new ValidateOrder(), Cause.PRODUCT_DISCONTINUED);

    world.send(change(World.line(BOLTS, "SCREW", 10)));

    assertThat(world.state().exceptions().open()).isEmpty();
    assertThat(world.pending()).containsExactly(new ValidateOrder());
  }

  @Test
  void lessOfALineStopsItsShipmentTellsTheErpAndShipsAnew() {
    requested();
    world.send(change(bolts(6)));
    assertThat(world.pending()).containsExactly(new CancelShipment(S1));

    world.answer(new CancelShipment(S1));
    assertThat(world.pending()).containsExactly(new UpdateSalesOrder(1));
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(10);

    world.answer(new UpdateSalesOrder(1));
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(6);
    world.answerAll();
    assertThat(requests(world).getLast().lines())
        .extracting(it -> it.lineId() + " " + it.quantity())
        .containsExactly("1 6", "2 4");

    world.told(2, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void moreOfALineStopsNothingAndIsShippedBesides() {
    requested();
    world.send(change(bolts(12)));

    assertThat(world.pending()).containsExactly(new UpdateSalesOrder(1));
    world.answerAll();
    assertThat(requests(world)).hasSize(2);
    assertThat(requests(world).getLast().lines())
        .extracting(it -> it.quantity())
        .containsExactly(2);
  }

  @Test
  void anotherAddressStopsOnlyWhatWouldGoToTheWrongOne() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world
        .allocated(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, WEST, 4)))
        .answerAll();
    world.send(
        change(
            new OrderChange(
                null,
                null,
                List.of(new ShipTo(PLANT, SECOND_GATE)),
                List.of(World.line(NUTS, "NUT", 4).withShipTo(PLANT)),
                List.of())));

    assertThat(world.pending()).containsExactly(new CancelShipment(ShipmentId.of(ORDER, 2)));
    world.answerAll();
    assertThat(requests(world).getLast().shipTo()).isEqualTo(PLANT);
  }

  @Test
  void whatHasLeftCannotBeChangedAndTheRestCan() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world
        .allocated(List.of(new Allocation(BOLTS, EAST, 10), new Allocation(NUTS, WEST, 4)))
        .answerAll()
        .told(1, Kind.SHIPPED);

    assertThatThrownBy(() -> world.send(change(bolts(6))))
        .isInstanceOf(LineAlreadyShipped.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(
            () ->
                world.send(
                    change(
                        new OrderChange(
                            LocalDate.parse("2026-06-01"), null, List.of(), List.of(), List.of()))))
        .as("another day for all of it")
        .isInstanceOf(LineAlreadyShipped.class);

    world.send(change(World.line(NUTS, "NUT", 1)));
    world.answerAll();
    assertThat(world.state().terms().line(NUTS).quantity()).isEqualTo(1);
  }

  @Test
  void whereTheCarrierHadShippedTheChangeIsRefusedAndTheOrderGoesOnAsItWas() {
    requested();
    world.send(change(bolts(6))).send(new RecordAnswer(world.tooLate(new CancelShipment(S1))));

    assertThat(world.all(OrderChangeRefused.class))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).contains("line 1", "left"));
    assertThat(world.requested()).noneMatch(UpdateSalesOrder.class::isInstance);
    world.told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.COMPLETED);
  }

  @Test
  void whatTheErpWillNotHaveStaysAsItWasAndShipsAsItWas() {
    requested();
    world.send(change(bolts(6))).answer(new CancelShipment(S1)).send(refused(1));

    assertThat(world.all(OrderChangeRefused.class)).hasSize(1);
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(10);
    assertThat(requests(world)).hasSize(2);
    assertThat(requests(world).getLast().lines()).hasSize(2);
  }

  private static RecordAnswer refused(int change) {
    return new RecordAnswer(
        new SalesOrderChangeRefused(
            ORDER,
            new CustomerId("ACME"),
            StepId.of(ORDER, new UpdateSalesOrder(change)),
            "Bolt is discontinued.",
            AT));
  }

  @Test
  void theSameChangeTwiceIsHarmlessAndAnotherWaits() {
    requested();
    world.send(change(bolts(6))).send(change(bolts(6)));

    assertThat(world.all(OrderChangeStarted.class)).hasSize(1);
    assertThatThrownBy(() -> world.send(change(bolts(5)))).isInstanceOf(ChangeUnderWay.class);
    world.answerAll().send(change(bolts(6)));
    assertThat(world.all(OrderChangeStarted.class)).hasSize(1);
  }

  @Test
  void whatNoSaleCanBeIsRefusedWithTheReason() {
    assertThatThrownBy(() -> world.send(change(bolts(10).withShipTo(PLANT))))
        .hasMessageContaining("no address PLANT-2");
    assertThatThrownBy(
            () ->
                world.send(
                    change(
                        new OrderChange(null, null, List.of(), List.of(), List.of(BOLTS, NUTS)))))
        .hasMessageContaining("at least one line");
  }

  @Test
  void cancellingDropsAChangeThatTheErpDoesNotKnow() {
    requested();
    world.send(change(bolts(6))).send(new CancelFulfilment(ORDER, "Ordered twice", AT));

    assertThat(world.all(OrderChangeRefused.class)).hasSize(1);
    world.answerAll();
    assertThat(world.state().phase()).isEqualTo(Phase.CANCELLED);
    assertThatThrownBy(() -> world.send(change(bolts(6)))).isInstanceOf(OrderEnded.class);
  }

  @Test
  void aHoldStopsWhatIsNewAndWhatIsUnderWayFinishes() {
    world.answer(new ValidateOrder()).send(hold());
    world.answer(new CreateSalesOrder()).allocated(World.allOf(EAST));
    assertThat(requests(world)).as("the ERP has it; nothing is asked of the carrier").isEmpty();

    world.send(hold()).send(release()).send(release());
    assertThat(requests(world)).hasSize(1);
    world.answerAll().send(hold()).told(1, Kind.SHIPPED).answerAll();
    world.told(1, Kind.DELIVERED).answerAll();
    assertThat(world.state().phase())
        .as("what has left is recorded, invoiced and paid")
        .isEqualTo(Phase.COMPLETED);
  }

  @Test
  void anOrderThatIsHeldCanBeChangedAndCancelled() {
    requested();
    world.send(hold()).send(change(bolts(6))).answerAll();
    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(6);
    assertThat(requests(world)).as("nothing new before the release").hasSize(1);

    world.send(new CancelFulfilment(ORDER, "Ordered twice", AT)).answerAll();
    assertThat(world.all(FulfilmentCancelled.class)).hasSize(1);
  }

  @Test
  void whereAWarehouseIsOutTheGoodsAreWantedFromAnother() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world.allocated(World.allOf(EAST)).send(unstocked(requests(world).getFirst()));

    assertThat(world.pending()).contains(new SourceAgain(1));
    assertThat(requests(world)).as("nothing is asked for until the ERP knows").hasSize(1);
    assertThat(world.state().outages().includes(BOLTS, EAST)).isTrue();

    world.answer(new SourceAgain(1)).allocated(World.allOf(WEST));
    assertThat(requests(world)).hasSize(2);
    assertThat(requests(world).getLast().warehouse()).isEqualTo(WEST);
    assertThat(requests(world).getLast().shipmentId()).isEqualTo(ShipmentId.of(ORDER, 2));
  }

  @Test
  void whereNoOtherWarehouseHasThemSomebodyLooksAndThenAllMayBeAskedAgain() {
    world.answer(new ValidateOrder()).answer(new CreateSalesOrder());
    world.allocated(World.allOf(EAST)).send(unstocked(requests(world).getFirst()));
    world.parked(new SourceAgain(1), Cause.NOT_STOCKED);

    world.send(
        new ApplyRemedy(
            ExceptionId.of(ORDER, 1),
            Remedy.RETRY,
            Map.of(),
            "user-7",
            Set.of(Role.OPERATIONS),
            AT));

    assertThat(world.state().outages().includes(BOLTS, EAST)).isFalse();
    assertThat(world.pending()).contains(new SourceAgain(1));
  }

  private static RecordAnswer unstocked(RequestShipment request) {
    return new RecordAnswer(
        new ShipmentUnstocked(
            ORDER,
            new CustomerId("ACME"),
            StepId.of(ORDER, request),
            request.shipmentId(),
            request.warehouse(),
            "BOLT is out of stock.",
            AT));
  }

  private static HoldFulfilment hold() {
    return new HoldFulfilment(ORDER, "The buyer asked us to wait", "user-7", AT);
  }

  private static ReleaseFulfilment release() {
    return new ReleaseFulfilment(ORDER, "The buyer called", "user-7", AT);
  }

  @Test
  void changesAndHoldsAtAnyMomentLoseNothingAndShipNothingTwice() {
    var random = new Random(41);
    var ends = new ArrayList<Phase>();
    for (var run = 0; run < 1_000; run++) {
      var each = World.started();
      for (var step = 0; step < 60 && !each.state().hasEnded(); step++) {
        anything(each, random);
      }
      each.send(release());
      for (var round = 0; round < 60 && !each.state().hasEnded(); round++) {
        each.answerAll();
        deliver(each);
      }

      assertThat(each.state().hasEnded()).as("run %d", run).isTrue();
      ends.add(each.state().phase());
      for (var line : each.state().terms().lines()) {
        assertThat(each.state().shipments().left(line.lineId()))
            .as("run %d, line %s", run, line.lineId())
            .isEqualTo(each.state().phase() == Phase.COMPLETED ? line.quantity() : 0);
      }
    }
    assertThat(ends).contains(Phase.COMPLETED, Phase.CANCELLED);
  }

  private static void anything(World world, Random random) {
    try {
      switch (random.nextInt(14)) {
        case 0 -> world.send(hold());
        case 1 -> world.send(release());
        case 2, 3 -> world.send(anyChange(world, random));
        case 4, 5 -> tell(world, random);
        case 6 -> {
          if (random.nextInt(12) == 0) {
            world.send(new CancelFulfilment(ORDER, "Ordered twice", AT));
          }
        }
        default -> answerAny(world, random);
      }
    } catch (BusinessRefusal | IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("(?s).+\\.");
    }
  }

  private static ChangeFulfilment anyChange(World world, Random random) {
    var lines = world.state().terms().lines();
    var line = lines.get(random.nextInt(lines.size()));
    return switch (random.nextInt(6)) {
      case 0, 1 -> change(line.withQuantity(1 + random.nextInt(12)));
      case 2 ->
          change(
              new OrderChange(
                  null,
                  null,
                  List.of(new ShipTo(PLANT, SECOND_GATE)),
                  List.of(line.withShipTo(random.nextBoolean() ? PLANT : null)),
                  List.of()));
      case 3 -> change(new OrderChange(null, null, List.of(), List.of(), List.of(line.lineId())));
      case 4 -> change(World.line(new LineId("N" + random.nextInt(3)), "PIN", 3));
      default ->
          change(line.withRequestedOn(LocalDate.parse("2026-05-01").plusDays(random.nextInt(3))));
    };
  }

  private static void tell(World world, Random random) {
    var known = world.state().shipments().active().filter(it -> !it.isAskedOnly()).toList();
    if (!known.isEmpty()) {
      var shipment = known.get(random.nextInt(known.size()));
      world.told(number(shipment), Kind.values()[random.nextInt(4)]);
    }
  }

  private static void answerAny(World world, Random random) {
    var pending = world.pending();
    if (pending.isEmpty()) {
      return;
    }
    switch (pending.get(random.nextInt(pending.size()))) {
      case Step.CheckAllocation _ -> world.allocated(some(world, random));
      case CancelShipment cancel when random.nextInt(3) == 0 ->
          world.send(new RecordAnswer(world.tooLate(cancel)));
      case RequestShipment request when random.nextInt(6) == 0 -> world.send(unstocked(request));
      case UpdateSalesOrder update when random.nextInt(3) == 0 ->
          world.send(refused(update.change()));
      case Step step -> world.answer(step);
    }
  }

  /** At least what shipments carry, and some more of it from either warehouse. */
  private static List<Allocation> some(World world, Random random) {
    var allocations = new ArrayList<Allocation>();
    for (var line : world.state().terms().lines()) {
      var left = line.quantity() - world.state().shipments().committed(line.lineId());
      for (var warehouse : List.of(EAST, WEST)) {
        var more = random.nextInt(left + 1);
        var carried = world.state().shipments().committed(line.lineId(), warehouse);
        left -= more;
        if (carried + more > 0) {
          allocations.add(new Allocation(line.lineId(), warehouse, carried + more));
        }
      }
    }
    return allocations;
  }

  private static void deliver(World world) {
    world
        .state()
        .shipments()
        .active()
        .filter(it -> !it.isAskedOnly() && !it.isDelivered())
        .toList()
        .forEach(it -> world.told(number(it), Kind.DELIVERED));
  }

  private static int number(Shipment shipment) {
    return Integer.parseInt(shipment.id().value().replaceAll(".*-S", ""));
  }
}
