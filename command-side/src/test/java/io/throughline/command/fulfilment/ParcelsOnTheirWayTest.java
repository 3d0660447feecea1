package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static io.throughline.command.fulfilment.World.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ReturnUpdate.Goods;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ShipmentDamaged;
import io.throughline.kernel.event.CarriageEvent.ShipmentReturnedToSender;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A shipment of 10 bolts and 4 nuts in several parcels, of each of which it is told how it fares.
 */
class ParcelsOnTheirWayTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final ConfirmCount CONFIRM = new ConfirmCount(S1);
  private static final Step CHECK = new Step.CheckShipment(S1, AwaitedMilestone.DELIVERED);

  @Test
  void itHasLeftWithTheFirstParcelAndArrivesWithTheLast() {
    var world = inTwoParcels();
    assertThat(world.all(ShipmentShipped.class)).hasSize(1);

    world.told(1, Kind.DELIVERED, "P1").answerAll();
    assertThat(world.all(ShipmentDelivered.class)).isEmpty();
    assertThat(world.state().hasEnded()).isFalse();

    world.told(1, Kind.DELIVERED, "P2").answerAll();
    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void inASingleParcelItArrivesWithoutMoreAdo() {
    var world = World.shipmentRequested().left(1, parcel("P1", 10, 4));

    world.told(1, Kind.DELIVERED, "P1").told(1, Kind.DELIVERED, "P1").answerAll();

    assertThat(world.all(ParcelTracked.class)).isEmpty();
    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void whereTheProviderTellsOfAllOfItNoParcelIsWaitedFor() {
    var world = inTwoParcels().told(1, Kind.DELIVERED, "P1");

    world.told(1, Kind.DELIVERED).answerAll();

    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void aParcelThatArrivesBeforeAnybodySaysThatItLeftIsKeptInMind() {
    var world = World.shipmentRequested().told(1, Kind.DELIVERED, "P2");
    assertThat(world.all(ShipmentDelivered.class)).isEmpty();

    world.left(1, parcel("P1", 6, 4)).left(1, parcel("P2", 4, 0));
    assertThat(world.all(ShipmentDelivered.class)).isEmpty();

    world.told(1, Kind.DELIVERED, "P1");
    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
  }

  @Test
  void whatIsShortHasNotArrivedUntilSomebodySaysThatNothingMoreComes() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 6, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    world.told(1, Kind.DELIVERED, "P1");
    assertThat(world.all(ShipmentDelivered.class)).isEmpty();

    world.mend(Remedy.CLOSE_SHORT);

    assertThat(world.all(ShipmentDelivered.class)).hasSize(1);
    world.answerAll();
    assertThat(world.state().hasEnded()).isTrue();
    assertThat(world.ledger().lines().get(BOLTS).invoiced()).isEqualTo(6);
  }

  @Test
  void whoWaitsForTheDeliveryWaitsForTheLastParcel() {
    var world = inTwoParcels();
    world.send(
        new NoteOverdue(ORDER, S1, AwaitedMilestone.DELIVERED, AT, AT.plus(Duration.ofDays(9))));
    world.parked(CHECK, Cause.CARRIER_LOST);

    world.told(1, Kind.DELIVERED, "P1");
    assertThat(world.state().exceptions().ids()).hasSize(1);

    world.told(1, Kind.DELIVERED, "P2");
    assertThat(world.state().exceptions().ids()).isEmpty();
  }

  @Test
  void whatBefallsOneParcelShowsThoughAnotherHasArrived() {
    var world = inTwoParcels().told(1, Kind.DELIVERED, "P1");

    world.told(1, Kind.DELAYED, "P2").told(1, Kind.DAMAGED, "P2").told(1, Kind.DAMAGED, "P2");

    assertThat(world.all(ShipmentDelayed.class)).hasSize(1);
    assertThat(world.all(ShipmentDamaged.class)).hasSize(1);
    assertThat(world.all(ParcelTracked.class))
        .extracting(ParcelTracked::parcelId, ParcelTracked::state)
        .containsExactly(tuple("P1", ParcelState.DELIVERED), tuple("P2", ParcelState.DAMAGED));
    assertThat(world.pending()).contains(CHECK);
    assertThat(world.state().hasEnded()).isFalse();
  }

  /** P1 carries 6 bolts and 4 nuts, P2 carries 4 bolts, and comes back. */
  @Test
  void ofAParcelThatComesBackItsOwnGoodsAreTakenBackAndTheRestHasArrived() {
    var world = inTwoParcels().told(1, Kind.RETURNED_TO_SENDER, "P2");
    world.parked(CHECK, Cause.RETURNED_TO_SENDER);
    world.asksToReturn(Settlement.REFUND, new LineQuantity(BOLTS, 4));
    assertThat(world.state().exceptions().ids()).as("P1 is on its way").hasSize(1);

    world.told(1, Kind.DELIVERED, "P1").answerAll();
    assertThat(world.state().hasEnded()).isFalse();
    world.back(1, ReturnUpdate.Kind.RECEIVED);
    world.back(1, ReturnUpdate.Kind.INSPECTED, new Goods(new ProductId("BOLT"), 4, 0));
    world.answerAll();

    assertThat(world.all(ShipmentReturnedToSender.class)).hasSize(1);
    assertThat(world.all(ShipmentDelivered.class)).isEmpty();
    assertThat(world.state().hasEnded()).isTrue();
    assertThat(world.ledger().lines().get(NUTS).invoiced()).isEqualTo(4);
  }

  /** Reports of each parcel's leaving and arrival in any order, each up to three times. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void howeverItIsToldItHasArrivedOnceEveryParcelHasLeftAndArrived(long seed) {
    for (var history = 0; history < 25; history++) {
      var random = new Random(seed * 1000 + history);
      var parcels =
          ParcelsProcessTest.split(10, 4, random).stream()
              .filter(it -> it.units().stream().anyMatch(units -> units.counted() > 0))
              .toList();
      var reports = new ArrayList<Integer>(); // 2i: parcel i left, 2i + 1: it arrived
      for (var i = 0; i < 2 * parcels.size(); i++) {
        reports.addAll(Collections.nCopies(1 + random.nextInt(3), i));
      }
      Collections.shuffle(reports, random);
      var as = "history %s of seed %s: %s, %s".formatted(history, seed, parcels, reports);

      var world = World.shipmentRequested();
      var told = new ArrayList<Integer>();
      for (var report : reports) {
        var of = parcels.get(report / 2);
        if (report % 2 == 0) {
          world.left(1, of);
        } else {
          world.told(1, Kind.DELIVERED, of.parcelId());
        }
        told.add(report);
        var isAll = told.stream().distinct().count() == 2L * parcels.size();
        assertThat(world.all(ShipmentDelivered.class)).as(as).hasSize(isAll ? 1 : 0);
      }
      world.answerAll();
      assertThat(world.state().hasEnded()).as(as).isTrue();
      assertThat(world.ledger().lines().get(BOLTS).invoiced()).as(as).isEqualTo(10);
    }
  }

  private static World inTwoParcels() {
    return World.shipmentRequested().left(1, parcel("P1", 6, 4)).left(1, parcel("P2", 4, 0));
  }
}
