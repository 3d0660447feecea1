package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.CarriageEvent.ParcelTracked;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One consignment as the process knows it.
 *
 * @param shipTo null: to the order's own address
 * @param requestedOn null: as soon as can be
 * @param milestones when the provider says each thing happened; they arrive in any order
 * @param delays when the carrier met obstacles
 * @param recorded whether the ERP knows that it left
 * @param parcels those that the provider told of
 * @param count what the provider counted, where that is not what was asked for
 */
record Shipment(
    ShipmentId id,
    WarehouseId warehouse,
    @Nullable ShipToKey shipTo,
    @Nullable LocalDate requestedOn,
    List<LineQuantity> lines,
    Map<Stage, Instant> milestones,
    Set<Instant> delays,
    boolean recorded,
    Billing billing,
    Parcels parcels,
    @Nullable ShipmentCount count) {

  enum Stage {
    ASKED,
    TAKEN,
    PICKED,
    SHIPPED,
    DELIVERED,
    CANCELLED
  }

  static Shipment asked(Step.RequestShipment step, Instant at) {
    return new Shipment(
        step.shipmentId(),
        step.warehouse(),
        step.shipTo(),
        step.requestedOn(),
        step.lines(),
        Map.of(Stage.ASKED, at),
        Set.of(),
        false,
        Billing.NONE,
        Parcels.NONE,
        null);
  }

  boolean isActive() {
    return !reached(Stage.CANCELLED);
  }

  /** A shipment that was delivered has left the warehouse, whether or not anybody said so. */
  boolean hasLeft() {
    return isActive() && (reached(Stage.SHIPPED) || reached(Stage.DELIVERED));
  }

  boolean isDelivered() {
    return isActive() && reached(Stage.DELIVERED);
  }

  boolean isAskedOnly() {
    return milestones.size() == 1;
  }

  boolean reached(Stage stage) {
    return milestones.containsKey(stage);
  }

  int quantityOf(LineId lineId) {
    return lines.stream()
        .filter(line -> line.lineId().equals(lineId))
        .mapToInt(LineQuantity::quantity)
        .sum();
  }

  /** What has left was not stopped, whoever says so: asked for anew it would come twice. */
  Shipment at(Stage stage, Instant at) {
    if (stage == Stage.CANCELLED && (hasLeft() || !parcels.tracked().isEmpty())) {
      return this;
    }
    var reached = new EnumMap<>(milestones);
    reached.putIfAbsent(stage, at);
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        lines,
        Map.copyOf(reached),
        delays,
        recorded,
        billing,
        parcels,
        count);
  }

  boolean isDelayedAt(Instant at) {
    return delays.contains(at);
  }

  Shipment delayed(Instant at) {
    var all = new HashSet<>(delays);
    all.add(at);
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        lines,
        milestones,
        Set.copyOf(all),
        recorded,
        billing,
        parcels,
        count);
  }

  Shipment recordedInErp() {
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        lines,
        milestones,
        delays,
        true,
        billing,
        parcels,
        count);
  }

  Shipment with(Billing next) {
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        lines,
        milestones,
        delays,
        recorded,
        next,
        parcels,
        count);
  }

  Shipment miscounted(ShipmentMiscounted event) {
    return with(ShipmentCount.of(event));
  }

  /** Nobody decided of a count that is open still: then what left is what was asked for. */
  Shipment countSettled() {
    return count == null || !count.isOpen()
        ? counted(ShipmentCount.Stage.SETTLED)
        : new Shipment(
            id,
            warehouse,
            shipTo,
            requestedOn,
            lines,
            milestones,
            delays,
            recorded,
            billing,
            parcels,
            null);
  }

  Shipment with(List<CountedParcel> told) {
    return told.isEmpty() ? this : with(parcels.with(told));
  }

  Shipment with(ParcelTracked event) {
    return with(parcels.with(event));
  }

  private Shipment with(Parcels known) {
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        lines,
        milestones,
        delays,
        recorded,
        billing,
        known,
        count);
  }

  /** Somebody has said what holds. */
  Shipment counted(ShipmentCount.Stage decided) {
    return count == null ? this : with(count.now(decided));
  }

  /** What holds of a count says what it carries. */
  Shipment with(ShipmentCount next) {
    var carried =
        switch (next.stage()) {
          case OPEN, DISMISSED -> next.asked();
          case ACCEPTED, CLOSED_SHORT -> next.counted();
          case SETTLED -> lines;
        };
    return new Shipment(
        id,
        warehouse,
        shipTo,
        requestedOn,
        carried,
        milestones,
        delays,
        recorded,
        billing,
        parcels,
        next);
  }

  /** The order follows the count by a change of that number. */
  Shipment followedBy(int change) {
    return count == null ? this : with(count.followedBy(change));
  }

  Shipment invoiced(String invoice) {
    return with(billing.invoiced(invoice));
  }

  @Nullable String invoiceId() {
    return billing.invoiceId();
  }

  /** Whether the order waits for no more money for it. */
  boolean paid() {
    return billing.isDone();
  }
}
