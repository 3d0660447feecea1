package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentReturnedToSender;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.query.History;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Parcel;
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An order of 10 that leaves as 6 and 4, and how its parcels are shown. */
class ParcelsShownTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);

  private final History history = History.of("SO-1", "ACME");

  @Test
  void anOrderIsNotDeliveredWhileItsSecondParcelIsUnderWay() {
    var view = view(tracked("P1", ParcelState.DELIVERED));

    assertThat(view.state()).isEqualTo(OrderState.SHIPPED);
    assertThat(shipment(view).state()).isEqualTo(ShipmentState.SHIPPED);
    assertThat(shipment(view).way().parcels())
        .containsExactly(
            new Parcel("P1", ParcelState.DELIVERED, History.AT, units(6)),
            new Parcel("P2", ParcelState.UNDER_WAY, null, units(4)));
  }

  @Test
  void itIsDeliveredWithAllOfThem() {
    var view =
        view(
            tracked("P1", ParcelState.DELIVERED),
            new ShipmentDelivered(ORDER, ACME, S1, History.AT.plusSeconds(9)));

    assertThat(view.state()).isEqualTo(OrderState.DELIVERED);
    assertThat(shipment(view).way().parcels())
        .extracting(Parcel::state, Parcel::at)
        .containsExactly(
            tuple(ParcelState.DELIVERED, History.AT),
            tuple(ParcelState.DELIVERED, History.AT.plusSeconds(9)));
  }

  @Test
  void aParcelThatComesBackShowsThoughAnotherHasArrived() {
    var view =
        view(
            tracked("P1", ParcelState.DELIVERED),
            tracked("P2", ParcelState.RETURNED),
            new ShipmentReturnedToSender(ORDER, ACME, S1, "Nobody took it.", History.AT));

    assertThat(shipment(view).state()).isEqualTo(ShipmentState.RETURNED_TO_SENDER);
    assertThat(shipment(view).way().parcels())
        .extracting(Parcel::state)
        .containsExactly(ParcelState.DELIVERED, ParcelState.RETURNED);
  }

  @Test
  void aParcelThatArrivesBeforeItsGoodsAreToldOfIsOneParcel() {
    var view =
        fold(
            List.of(
                history.submitted(),
                history.shipmentRequested(10),
                tracked("P1", ParcelState.DELIVERED),
                new ParcelsCounted(ORDER, ACME, S1, List.of(parcel("P1", 6)), History.AT)));

    assertThat(shipment(view).way().parcels())
        .containsExactly(new Parcel("P1", ParcelState.DELIVERED, History.AT, units(6)));
  }

  private static OrderDetails fold(List<Event> events) {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    for (var event : events) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }

  private OrderDetails view(Event... further) {
    var left =
        Stream.of(
            history.submitted(),
            history.shipmentRequested(10),
            new ShipmentShipped(
                ORDER, ACME, S1, "Parcel Express", "1Z", List.of(parcel("P1", 6)), History.AT),
            new ParcelsCounted(ORDER, ACME, S1, List.of(parcel("P2", 4)), History.AT));
    return fold(Stream.concat(left, Stream.of(further)).toList());
  }

  private static Shipment shipment(OrderDetails view) {
    return view.shipments().getFirst();
  }

  private static Event tracked(String parcel, ParcelState state) {
    return new ParcelTracked(ORDER, ACME, S1, parcel, state, History.AT);
  }

  private static CountedParcel parcel(String id, int bolts) {
    return new CountedParcel(id, units(bolts));
  }

  private static List<CountedUnits> units(int bolts) {
    return List.of(new CountedUnits(new ProductId("BOLT"), bolts));
  }
}
