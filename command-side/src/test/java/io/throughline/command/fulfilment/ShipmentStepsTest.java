package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.EAST;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static io.throughline.command.fulfilment.World.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.event.FulfilmentEvent.ShipDayCame;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.AwaitShipDay;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import io.throughline.kernel.fulfilment.StepId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipments of an order, cut by warehouse, address and day. */
class ShipmentStepsTest {
  private static final ShipToKey PLANT = new ShipToKey("PLANT-2");
  private static final Address SECOND_GATE =
      new Address("Second gate", "8 Weir Road", "Lockham", null, null, "NL");
  private static final LocalDate TODAY = AT.atZone(ZoneOffset.UTC).toLocalDate();
  private static final LocalDate FAR = TODAY.plusDays(30);

  private static SaleTerms toTwoAddresses() {
    return World.sale()
        .withFurtherShipTos(List.of(new ShipTo(PLANT, SECOND_GATE)))
        .withLines(
            List.of(World.line(BOLTS, "BOLT", 10), World.line(NUTS, "NUT", 4).withShipTo(PLANT)));
  }

  private static SaleTerms nutsLater() {
    return World.sale()
        .withLines(
            List.of(
                World.line(BOLTS, "BOLT", 10), World.line(NUTS, "NUT", 4).withRequestedOn(FAR)));
  }

  private static World allocated(SaleTerms sale, List<Allocation> allocations) {
    return World.started(sale)
        .answer(new Step.ValidateOrder())
        .answer(new Step.CreateSalesOrder())
        .allocated(allocations);
  }

  private static List<RequestShipment> requests(World world) {
    return world.requested().stream()
        .filter(RequestShipment.class::isInstance)
        .map(RequestShipment.class::cast)
        .toList();
  }

  @Test
  void eachAddressGetsAShipmentOfItsOwnFromEachWarehouse() {
    var world =
        allocated(
            toTwoAddresses(),
            List.of(
                new Allocation(BOLTS, EAST, 6),
                new Allocation(BOLTS, WEST, 4),
                new Allocation(NUTS, EAST, 4)));

    assertThat(requests(world))
        .extracting(it -> it.warehouse() + " " + it.shipTo() + " " + it.lines().size())
        .containsExactly("EAST null 1", "EAST PLANT-2 1", "WEST null 1");
  }

  @Test
  void goodsForALaterDayAreNotAskedForBeforeItIsNear() {
    var world = allocated(nutsLater(), World.allOf(EAST));

    assertThat(requests(world)).hasSize(1);
    assertThat(world.pending()).contains(new AwaitShipDay(FAR));

    world.send(came(FAR));
    assertThat(requests(world))
        .last()
        .satisfies(
            it -> {
              assertThat(it.requestedOn()).isEqualTo(FAR);
              assertThat(it.lines()).extracting(line -> line.lineId()).containsExactly(NUTS);
            });
  }

  @Test
  void aDayThatIsNearAlreadyIsNotWaitedFor() {
    var world =
        allocated(World.sale().withRequestedOn(TODAY.plus(ShipAhead.LEAD)), World.allOf(EAST));

    assertThat(requests(world)).hasSize(1);
    assertThat(world.requested()).noneMatch(AwaitShipDay.class::isInstance);
  }

  @Test
  void aDayThatCameStaysSoHoweverOldTheNextMessageIs() {
    var world = allocated(nutsLater(), List.of(new Allocation(BOLTS, EAST, 10)));
    world.allocated(World.allOf(EAST));
    world.send(came(FAR));
    world.answerAll(); // with times before the day came near

    assertThat(requests(world)).hasSize(2);
  }

  @Test
  void whatIsNotInStockIsNotWaitedForByTheDay() {
    var world = allocated(nutsLater(), List.of(new Allocation(BOLTS, EAST, 10)));

    assertThat(world.pending()).noneMatch(AwaitShipDay.class::isInstance);
  }

  private static RecordAnswer came(LocalDate day) {
    return new RecordAnswer(
        new ShipDayCame(
            ORDER,
            new CustomerId("ACME"),
            StepId.of(ORDER, new AwaitShipDay(day)),
            day,
            ShipAhead.momentFor(day)));
  }
}
