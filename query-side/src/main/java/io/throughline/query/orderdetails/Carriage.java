package io.throughline.query.orderdetails;

import io.throughline.kernel.LineQuantity;
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
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import io.throughline.query.orderdetails.OrderDetails.ShipmentWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a shipment's way changes what is shown of it. */
final class Carriage {
  private Carriage() {}

  static void apply(Draft draft, CarriageEvent event) {
    switch (event) {
      case ShipmentOutForDelivery out ->
          on(
              draft,
              out.shipmentId(),
              ShipmentState.OUT_FOR_DELIVERY,
              way ->
                  new ShipmentWay(
                      way.heldSince(),
                      way.awaited(),
                      way.overdueSince(),
                      out.at(),
                      way.returnedAt(),
                      way.parcels()));
      case ShipmentReturnedToSender back -> {
        on(
            draft,
            back.shipmentId(),
            ShipmentState.RETURNED_TO_SENDER,
            way ->
                new ShipmentWay(
                    way.heldSince(),
                    way.awaited(),
                    way.overdueSince(),
                    way.outForDeliveryAt(),
                    back.at(),
                    way.parcels()));
        var reason = back.reason();
        if (reason != null) {
          draft.shipment(back.shipmentId(), shipment -> Shipments.delayed(shipment, reason));
        }
      }
      case ShipmentDamaged damaged ->
          draft.shipment(
              damaged.shipmentId(),
              shipment ->
                  Shipments.delayed(
                      shipment,
                      Objects.requireNonNullElse(
                          damaged.reason(), "Damaged; the carrier gives no reason.")));
      case ShipmentOnHold hold -> {
        on(draft, hold.shipmentId(), way -> held(way, hold.at()));
        var reason = hold.reason();
        if (reason != null) {
          draft.shipment(hold.shipmentId(), shipment -> Shipments.delayed(shipment, reason));
        }
      }
      case ShipmentHeld held -> on(draft, held.shipmentId(), way -> held(way, held.at()));
      case ShipmentReleased released -> on(draft, released.shipmentId(), way -> held(way, null));
      case ShipmentHoldRefused refused -> on(draft, refused.shipmentId(), way -> held(way, null));
      case MilestoneOverdue late ->
          on(
              draft,
              late.shipmentId(),
              way ->
                  new ShipmentWay(
                      way.heldSince(),
                      late.awaited(),
                      late.at(),
                      way.outForDeliveryAt(),
                      way.returnedAt(),
                      way.parcels()));
      case ShipmentChecked checked -> {
        draft.exceptions.removeIf(it -> checked.closed().contains(it.exceptionId()));
        on(
            draft,
            checked.shipmentId(),
            way ->
                new ShipmentWay(
                    way.heldSince(),
                    null,
                    null,
                    way.outForDeliveryAt(),
                    way.returnedAt(),
                    way.parcels()));
      }
      case ParcelsCounted told ->
          on(draft, told.shipmentId(), way -> Parcels.told(way, told.parcels()));
      case ParcelTracked told -> on(draft, told.shipmentId(), way -> Parcels.tracked(way, told));
      case ShipmentMiscounted counted -> {
        draft.exceptions.removeIf(it -> counted.closed().contains(it.exceptionId()));
        if (!counted.booked()) {
          carrying(draft, counted.shipmentId(), certain(counted.lines()));
        }
      }
      case ShipmentCountConfirmed counted -> {
        draft.exceptions.removeIf(it -> counted.closed().contains(it.exceptionId()));
        carrying(draft, counted.shipmentId(), counted.lines());
      }
      case ShippingSuspended suspended -> draft.milestone("shipping suspended", suspended.at());
      case ShippingResumed resumed -> draft.milestone("shipping resumed", resumed.at());
    }
  }

  /** What is over is of the order once somebody has said so. */
  private static List<LineQuantity> certain(List<CountedLine> lines) {
    var certain = new ArrayList<LineQuantity>();
    for (var line : lines) {
      var id = line.lineId();
      if (id != null && line.least() > 0) {
        certain.add(new LineQuantity(id, line.least()));
      }
    }
    return List.copyOf(certain);
  }

  private static void carrying(Draft draft, ShipmentId shipment, List<LineQuantity> lines) {
    draft.shipment(shipment, it -> Shipments.carrying(it, lines));
    if (draft.shipments.stream().anyMatch(Shipments::hasLeft)) {
      OrderDetailsProjection.left(draft);
    }
  }

  private static ShipmentWay held(ShipmentWay way, @Nullable Instant since) {
    return new ShipmentWay(
        since,
        way.awaited(),
        way.overdueSince(),
        way.outForDeliveryAt(),
        way.returnedAt(),
        way.parcels());
  }

  static void on(Draft draft, ShipmentId shipment, UnaryOperator<ShipmentWay> change) {
    on(draft, shipment, ShipmentState.REQUESTED, change);
  }

  private static void on(
      Draft draft, ShipmentId shipment, ShipmentState reached, UnaryOperator<ShipmentWay> change) {
    draft.shipment(shipment, it -> Shipments.on(it, reached, change.apply(it.way())));
  }
}
