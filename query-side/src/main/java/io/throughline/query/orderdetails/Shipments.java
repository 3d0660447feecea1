package io.throughline.query.orderdetails;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.privacy.Erased;
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import io.throughline.query.orderdetails.OrderDetails.ShipmentWay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a shipment's milestones change it. They come in any order: a state never goes back. */
final class Shipments {
  private Shipments() {}

  static Shipment picked(Shipment it, Instant at) {
    return changed(
        it,
        ShipmentState.PICKED,
        it.carrier(),
        it.trackingNumber(),
        at,
        it.shippedAt(),
        it.deliveredAt());
  }

  static Shipment shipped(Shipment it, ShipmentShipped event) {
    return changed(
        it,
        ShipmentState.SHIPPED,
        event.carrier(),
        event.trackingNumber(),
        it.pickedAt(),
        event.at(),
        it.deliveredAt());
  }

  static Shipment delivered(Shipment it, Instant at) {
    return changed(
        it,
        ShipmentState.DELIVERED,
        it.carrier(),
        it.trackingNumber(),
        it.pickedAt(),
        it.shippedAt(),
        at);
  }

  /** What has left was not stopped, whoever says so. */
  static Shipment cancelled(Shipment it) {
    return hasLeft(it)
        ? it
        : changed(
            it,
            ShipmentState.CANCELLED,
            it.carrier(),
            it.trackingNumber(),
            it.pickedAt(),
            it.shippedAt(),
            it.deliveredAt());
  }

  static Shipment delayed(Shipment it, String reason) {
    return new Shipment(
        it.shipmentId(),
        it.warehouse(),
        it.shipTo(),
        it.requestedOn(),
        it.lines(),
        it.state(),
        it.provider(),
        it.carrier(),
        it.trackingNumber(),
        reason,
        it.requestedAt(),
        it.pickedAt(),
        it.shippedAt(),
        it.deliveredAt(),
        it.way());
  }

  static Shipment carrying(Shipment it, List<LineQuantity> lines) {
    return new Shipment(
        it.shipmentId(),
        it.warehouse(),
        it.shipTo(),
        it.requestedOn(),
        lines,
        it.state(),
        it.provider(),
        it.carrier(),
        it.trackingNumber(),
        it.delay(),
        it.requestedAt(),
        it.pickedAt(),
        it.shippedAt(),
        it.deliveredAt(),
        it.way());
  }

  static Shipment on(Shipment it, ShipmentState reached, ShipmentWay way) {
    return new Shipment(
        it.shipmentId(),
        it.warehouse(),
        it.shipTo(),
        it.requestedOn(),
        it.lines(),
        further(it, reached),
        it.provider(),
        it.carrier(),
        it.trackingNumber(),
        it.delay(),
        it.requestedAt(),
        it.pickedAt(),
        it.shippedAt(),
        it.deliveredAt(),
        way);
  }

  private static ShipmentState further(Shipment it, ShipmentState reached) {
    return reached.compareTo(it.state()) > 0 ? reached : it.state();
  }

  static Shipment erased(Shipment it) {
    return new Shipment(
        it.shipmentId(),
        it.warehouse(),
        it.shipTo(),
        it.requestedOn(),
        it.lines(),
        it.state(),
        it.provider(),
        it.carrier(),
        Erased.of(it.trackingNumber()),
        Erased.of(it.delay()),
        it.requestedAt(),
        it.pickedAt(),
        it.shippedAt(),
        it.deliveredAt(),
        it.way());
  }

  static boolean hasLeft(Shipment it) {
    return switch (it.state()) {
      case REQUESTED, PICKED, CANCELLED -> false;
      case SHIPPED, OUT_FOR_DELIVERY, DELIVERED, RETURNED_TO_SENDER -> true;
    };
  }

  private static Shipment changed(
      Shipment it,
      ShipmentState reached,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable Instant pickedAt,
      @Nullable Instant shippedAt,
      @Nullable Instant deliveredAt) {
    return new Shipment(
        it.shipmentId(),
        it.warehouse(),
        it.shipTo(),
        it.requestedOn(),
        it.lines(),
        further(it, reached),
        it.provider(),
        carrier,
        trackingNumber,
        it.delay(),
        it.requestedAt(),
        pickedAt,
        shippedAt,
        deliveredAt,
        it.way());
  }
}
