package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.BOLTS;
import static io.throughline.command.fulfilment.World.NUTS;
import static io.throughline.command.fulfilment.World.ORDER;
import static io.throughline.command.fulfilment.World.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.SaleEvent.SalesOrderChangeRefused;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import io.throughline.kernel.fulfilment.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shipment of 10 bolts and 4 nuts that leaves in several parcels, each told of by itself. */
class ParcelsProcessTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final ConfirmCount CONFIRM = new ConfirmCount(S1);
  private static final Step BOOK = new Step.RecordItemFulfilment(S1);
  private static final Step UPDATE = new Step.UpdateSalesOrder(1);

  @Test
  void theParcelThatMakesItWhatWasAskedForClosesTheExceptionByItself() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 6, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    assertThat(world.pending()).doesNotContain(BOOK);

    world.left(1, parcel("P2", 4, 0));

    assertThat(world.state().exceptions().ids()).isEmpty();
    assertThat(world.pending()).contains(BOOK).doesNotContain(CONFIRM);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 10), tuple(NUTS, 4));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void aParcelThatClosesTheCountBeforeAnybodyWasAskedLeavesNothingToAnswer() {
    var world = World.shipmentRequested().left(1, parcel("P1", 6, 4)).left(1, parcel("P2", 4, 0));

    world.parked(CONFIRM, Cause.SHORT_SHIPPED); // whoever looked had seen the first one only

    assertThat(world.state().exceptions().ids()).isEmpty();
    assertThat(world.pending()).contains(BOOK);
  }

  @Test
  void aParcelThatIsToldOfAgainOrFoundByAskingAddsNothing() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 6, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);

    world.left(1, parcel("P1", 6, 4)).left(1, parcel("P1", 10, 4));
    assertThat(world.state().exceptions().ids()).hasSize(1);
    world.left(1, parcel("P1", 6, 4), parcel("P2", 4, 0)); // by asking: all there are
    world.left(1, parcel("P2", 4, 0)); // and a message that comes late

    assertThat(world.all(ShipmentShipped.class).getFirst().parcels()).hasSize(1);
    assertThat(world.all(ParcelsCounted.class))
        .extracting(ParcelsCounted::parcels)
        .containsExactly(List.of(parcel("P2", 4, 0)));
    assertThat(world.all(ShipmentMiscounted.class)).hasSize(1);
    assertThat(world.state().exceptions().ids()).isEmpty();
  }

  @Test
  void whoeverDecidesIsAskedAnewWithWhatIsKnownByThen() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 6, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    var before = world.state().exceptions().ids();

    world.left(1, parcel("P2", 2, 0));

    assertThat(world.state().exceptions().ids()).doesNotContainAnyElementsOf(before);
    assertThat(world.pending()).contains(CONFIRM);
    assertThat(refused(world).findings())
        .extracting(Finding::cause, it -> it.values().get("counted"))
        .containsExactly(tuple(Cause.SHORT_SHIPPED, "8"));
    world.parked(CONFIRM, Cause.SHORT_SHIPPED).mend(Remedy.CLOSE_SHORT);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 8), tuple(NUTS, 4));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void moreThanWasAskedForInASecondParcelIsNotTakenForLess() {
    var world = World.shipmentRequested().left(1, parcel("P1", 10, 4));
    assertThat(world.all(ShipmentMiscounted.class)).isEmpty();

    world.left(1, parcel("P2", 2, 0));

    assertThat(refused(world).findings())
        .extracting(Finding::cause, it -> it.values().get("counted"))
        .containsExactly(tuple(Cause.OVER_SHIPPED, "12"));
  }

  @Test
  void whatWasDecidedStaysAndAParcelThatComesAfterItIsShownToSomebody() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 8, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    world.mend(Remedy.ACCEPT_COUNT);
    world.answer(CONFIRM);

    world.left(1, parcel("P2", 2, 0));

    assertThat(refused(world).findings())
        .extracting(Finding::cause, it -> it.values().get("asked"), it -> it.values().get("booked"))
        .containsExactly(tuple(Cause.OVER_SHIPPED, "8", "true"));
    world.parked(CONFIRM, Cause.OVER_SHIPPED).mend(Remedy.DISMISS_COUNT);
    world.answerAll().told(1, Kind.DELIVERED).told(2, Kind.DELIVERED).answerAll();
    assertThat(invoiced(world)).contains(tuple(BOLTS, 8), tuple(BOLTS, 2));
    assertThat(world.state().hasEnded()).isTrue();
  }

  @Test
  void aParcelThatSaysWhatWasDecidedIsNothingToTalkAbout() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 8, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    world.mend(Remedy.DISMISS_COUNT);
    world.answer(CONFIRM);

    world.left(1, parcel("P2", 2, 0));

    assertThat(world.all(ParcelsCounted.class)).hasSize(1);
    assertThat(world.all(ShipmentMiscounted.class)).hasSize(1);
    assertThat(world.pending()).doesNotContain(CONFIRM);
  }

  @Test
  void aParcelThatComesWhileTheErpFollowsADecisionIsShownAfterwards() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 8, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    world.mend(Remedy.CLOSE_SHORT);

    world.left(1, parcel("P2", 2, 0));
    assertThat(world.all(ShipmentMiscounted.class)).hasSize(1);
    world.answer(UPDATE).answer(CONFIRM);

    assertThat(world.state().terms().line(BOLTS).quantity()).isEqualTo(8);
    assertThat(world.all(ShipmentMiscounted.class)).hasSize(2);
    assertThat(refused(world).findings().getFirst().cause()).isEqualTo(Cause.OVER_SHIPPED);
  }

  @Test
  void ifTheErpWillNotFollowADecisionAndTheRestHasLeftMeanwhileNobodyIsAskedAgain() {
    var world =
        World.shipmentRequested().left(1, parcel("P1", 8, 4)).parked(CONFIRM, Cause.SHORT_SHIPPED);
    world.mend(Remedy.CLOSE_SHORT);
    world.left(1, parcel("P2", 2, 0));

    world.send(
        new RecordAnswer(
            new SalesOrderChangeRefused(
                ORDER, new CustomerId("ACME"), StepId.of(ORDER, UPDATE), "It is locked.", AT)));

    assertThat(world.pending()).contains(BOOK).doesNotContain(CONFIRM);
    world.answerAll().told(1, Kind.DELIVERED).answerAll();
    assertThat(invoiced(world)).containsExactly(tuple(BOLTS, 10), tuple(NUTS, 4));
    assertThat(world.state().hasEnded()).isTrue();
  }

  /** In any order, each any number of times, alone or with all that had left by then. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void howeverParcelsAreToldOfTheirSumCounts(long seed) {
    for (var history = 0; history < 25; history++) {
      var random = new Random(seed * 1000 + history);
      var isWhole = random.nextBoolean();
      var parcels = split(isWhole ? 10 : random.nextInt(10), isWhole ? 4 : 3, random);
      var world = World.shipmentRequested();
      tell(world, parcels, random);

      var as = "history %s of seed %s: %s".formatted(history, seed, parcels);
      assertThat(world.state().exceptions().ids()).as(as).hasSize(isWhole ? 0 : 1);
      if (isWhole) {
        world.answerAll().told(1, Kind.DELIVERED).answerAll();
        assertThat(world.state().hasEnded()).as(as).isTrue();
        assertThat(world.ledger().lines().get(BOLTS).invoiced()).as(as).isEqualTo(10);
        assertThat(world.ledger().lines().get(NUTS).invoiced()).as(as).isEqualTo(4);
      } else {
        var counted = world.state().shipments().find(S1).orElseThrow().count();
        assertThat(counted).as(as).isNotNull();
        assertThat(counted.units()).as(as).isEqualTo(units(parcels));
        assertThat(world.all(InvoiceIssued.class)).as(as).isEmpty();
      }
    }
  }

  private static void tell(World world, List<CountedParcel> parcels, Random random) {
    var left = new ArrayList<CountedParcel>();
    var toLeave = new ArrayList<>(parcels);
    for (var i = 0; i < 40 || !toLeave.isEmpty(); i++) {
      if (!toLeave.isEmpty() && random.nextInt(4) == 0) {
        left.add(toLeave.remove(random.nextInt(toLeave.size())));
        world.left(1, left.getLast());
      } else if (!left.isEmpty() && random.nextBoolean()) {
        world.left(1, left.get(random.nextInt(left.size())));
      } else if (!left.isEmpty() && random.nextBoolean()) {
        world.left(1, left.toArray(CountedParcel[]::new));
      }
      look(world);
    }
    world.left(1, left.toArray(CountedParcel[]::new));
    look(world);
  }

  /** As the step would, whenever it comes to it. */
  private static void look(World world) {
    if (world.pending().contains(CONFIRM)) {
      world.parked(CONFIRM, refused(world).findings().getFirst().cause());
    }
  }

  static List<CountedParcel> split(int bolts, int nuts, Random random) {
    var parcels = new ArrayList<CountedParcel>();
    var boltsLeft = bolts;
    var nutsLeft = nuts;
    while (boltsLeft + nutsLeft > 0) {
      var some = boltsLeft == 0 ? 0 : random.nextInt(boltsLeft) + 1;
      var others = nutsLeft == 0 ? 0 : random.nextInt(nutsLeft + 1);
      parcels.add(parcel("P" + parcels.size(), some, others));
      boltsLeft -= some;
      nutsLeft -= others;
    }
    return parcels.isEmpty() ? List.of(parcel("P0", 0, 1)) : parcels;
  }

  private static int units(List<CountedParcel> parcels) {
    return parcels.stream().flatMap(it -> it.units().stream()).mapToInt(it -> it.counted()).sum();
  }

  private static StepOutcome.Refused refused(World world) {
    return (StepOutcome.Refused) Counting.confirmed(CONFIRM, world.state(), AT);
  }

  private static List<Tuple> invoiced(World world) {
    assertThat(world.all(ShipmentCountConfirmed.class)).isNotEmpty();
    return world.all(InvoiceIssued.class).stream()
        .flatMap(it -> it.lines().stream())
        .map(it -> tuple(it.lineId(), it.quantity()))
        .toList();
  }
}
