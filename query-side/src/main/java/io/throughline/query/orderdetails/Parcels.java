package io.throughline.query.orderdetails;

import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.query.orderdetails.OrderDetails.Parcel;
import io.throughline.query.orderdetails.OrderDetails.ShipmentWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The parcels of a shipment, each known by its provider's id; told of in any order. */
final class Parcels {
  private Parcels() {}

  static ShipmentWay told(ShipmentWay way, List<CountedParcel> told) {
    var now = way;
    for (var parcel : told) {
      now = told(now, parcel.parcelId(), parcel.units());
    }
    return now;
  }

  private static ShipmentWay told(ShipmentWay way, String id, List<CountedUnits> units) {
    var known = find(way, id);
    return with(way, new Parcel(id, known.state(), known.at(), units));
  }

  static ShipmentWay tracked(ShipmentWay way, ParcelTracked event) {
    var known = find(way, event.parcelId());
    return with(way, new Parcel(known.parcelId(), event.state(), event.at(), known.units()));
  }

  /** All of the shipment arrived. */
  static ShipmentWay arrived(ShipmentWay way, Instant at) {
    var now = way;
    for (var parcel : way.parcels()) {
      if (parcel.state() != ParcelState.DELIVERED) {
        now = with(now, new Parcel(parcel.parcelId(), ParcelState.DELIVERED, at, parcel.units()));
      }
    }
    return now;
  }

  private static Parcel find(ShipmentWay way, String id) {
    return way.parcels().stream()
        .filter(it -> it.parcelId().equals(id))
        .findFirst()
        .orElseGet(() -> new Parcel(id, ParcelState.UNDER_WAY, null, List.of()));
  }

  private static ShipmentWay with(ShipmentWay way, Parcel parcel) {
    var all = new ArrayList<>(way.parcels());
    var isKnown = all.removeIf(it -> it.parcelId().equals(parcel.parcelId()));
    all.add(isKnown ? indexOf(way, parcel) : all.size(), parcel);
    return new ShipmentWay(
        way.heldSince(),
        way.awaited(),
        way.overdueSince(),
        way.outForDeliveryAt(),
        way.returnedAt(),
        List.copyOf(all));
  }

  private static int indexOf(ShipmentWay way, Parcel parcel) {
    return way.parcels().stream().map(Parcel::parcelId).toList().indexOf(parcel.parcelId());
  }
}
