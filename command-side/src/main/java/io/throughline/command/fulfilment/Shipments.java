package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every shipment ever asked for, cancelled ones included, in the order in which they were asked
 * for.
 */
record Shipments(Map<ShipmentId, Shipment> byId) {

  static final Shipments NONE = new Shipments(Map.of());

  Optional<Shipment> find(ShipmentId id) {
    @Nullable Shipment shipment = byId.get(id);
    return Optional.ofNullable(shipment);
  }

  Stream<Shipment> all() {
    return byId.values().stream();
  }

  Stream<Shipment> active() {
    return all().filter(Shipment::isActive);
  }

  boolean anyHasLeft() {
    return active().anyMatch(Shipment::hasLeft);
  }

  /** Units of a line that are on their way from a warehouse, or about to be. */
  int committed(LineId lineId, WarehouseId warehouse) {
    return active()
        .filter(shipment -> shipment.warehouse().equals(warehouse))
        .mapToInt(shipment -> shipment.quantityOf(lineId))
        .sum();
  }

  /** Units of a line that are on their way from any warehouse, or about to be. */
  int committed(LineId lineId) {
    return active().mapToInt(shipment -> shipment.quantityOf(lineId)).sum();
  }

  /** Units of a line that have left a warehouse. */
  int left(LineId lineId) {
    return active()
        .filter(Shipment::hasLeft)
        .mapToInt(shipment -> shipment.quantityOf(lineId))
        .sum();
  }

  /** Units of a line that the ERP has invoiced. */
  int invoiced(LineId lineId) {
    return active()
        .filter(shipment -> shipment.invoiceId() != null)
        .mapToInt(shipment -> shipment.quantityOf(lineId))
        .sum();
  }

  /**
   * Units of a line that were invoiced and paid, and have come to where they stay.
   *
   * @param isBack whether a shipment that was not delivered was taken back
   */
  int finished(LineId lineId, Predicate<Shipment> isBack) {
    return active()
        .filter(shipment -> shipment.isDelivered() || isBack.test(shipment))
        .filter(Shipment::paid)
        .mapToInt(shipment -> shipment.quantityOf(lineId))
        .sum();
  }

  Shipments asked(StepRequested event, Step.RequestShipment step) {
    return find(step.shipmentId()).isPresent() ? this : with(Shipment.asked(step, event.at()));
  }

  Shipments update(ShipmentId id, UnaryOperator<Shipment> change) {
    return find(id).map(change).map(this::with).orElse(this);
  }

  private Shipments with(Shipment shipment) {
    var shipments = new LinkedHashMap<>(byId);
    shipments.put(shipment.id(), shipment);
    return new Shipments(Collections.unmodifiableMap(shipments));
  }
}
