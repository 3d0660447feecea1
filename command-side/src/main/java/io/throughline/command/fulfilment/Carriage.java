package io.throughline.command.fulfilment;

import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CarriageEvent.MilestoneOverdue;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentDamaged;
import io.throughline.kernel.event.CarriageEvent.ShipmentHeld;
import io.throughline.kernel.event.CarriageEvent.ShipmentHoldRefused;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentOnHold;
import io.throughline.kernel.event.CarriageEvent.ShipmentOutForDelivery;
import io.throughline.kernel.event.CarriageEvent.ShipmentReleased;
import io.throughline.kernel.event.CarriageEvent.ShipmentReturnedToSender;
import io.throughline.kernel.event.CarriageEvent.ShippingResumed;
import io.throughline.kernel.event.CarriageEvent.ShippingSuspended;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How the shipments fare with their providers, and whether anything may leave at all.
 *
 * @param suspended whether nothing more is to leave a warehouse
 * @param suspensions how often that was so, now included
 */
record Carriage(Map<ShipmentId, ShipmentWay> ways, boolean suspended, int suspensions) {

  static final Carriage NONE = new Carriage(Map.of(), false, 0);

  ShipmentWay of(ShipmentId id) {
    return ways.getOrDefault(id, ShipmentWay.UNKNOWN);
  }

  Carriage taken(ShipmentRequested event) {
    return with(event.shipmentId(), way -> way.takenBy(event.provider()));
  }

  Carriage evolve(CarriageEvent event) {
    return switch (event) {
      case ShipmentOutForDelivery out -> with(out.shipmentId(), ShipmentWay::onTheVan);
      case ShipmentReturnedToSender back -> with(back.shipmentId(), ShipmentWay::comingBack);
      case ShipmentDamaged damaged -> with(damaged.shipmentId(), ShipmentWay::broken);
      case ShipmentOnHold hold -> with(hold.shipmentId(), way -> way.onHoldAt(hold.at()));
      case MilestoneOverdue late -> with(late.shipmentId(), way -> way.overdue(late.awaited()));
      case ShipmentChecked checked ->
          with(checked.shipmentId(), way -> way.inTime(checked.awaited()));
      case ParcelsCounted _, ParcelTracked _, ShipmentMiscounted _, ShipmentCountConfirmed _ ->
          this; // of its parcels
      case ShippingSuspended _ -> new Carriage(ways, true, suspensions + 1);
      case ShippingResumed _ -> new Carriage(ways, false, suspensions);
      case ShipmentHeld held -> with(held.shipmentId(), way -> way.keptBack(true));
      case ShipmentHoldRefused refused -> with(refused.shipmentId(), way -> way.keptBack(false));
      case ShipmentReleased released -> with(released.shipmentId(), way -> way.keptBack(false));
    };
  }

  private Carriage with(ShipmentId id, UnaryOperator<ShipmentWay> change) {
    var changed = new LinkedHashMap<>(ways);
    changed.put(id, change.apply(of(id)));
    return new Carriage(Collections.unmodifiableMap(changed), suspended, suspensions);
  }
}
