package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.event.CarriageEvent.ParcelsCounted;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.CountedParcel;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a shipment's pieces, and what people may make of it. Pure. */
final class Counting {
  private Counting() {}

  /** What a report says of parcels that nobody had told of, where it is not that they left. */
  static List<FulfilmentEvent> news(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update) {
    var told = unknown(shipment, update);
    return told.isEmpty() || !shipment.reached(Shipment.Stage.SHIPPED)
        ? List.of()
        : List.of(
            new ParcelsCounted(
                state.orderId(), state.customerId(), shipment.id(), told, update.at()));
  }

  /** A parcel that is told of again is the same, whatever is said of it. */
  static List<CountedParcel> unknown(Shipment shipment, ShipmentUpdate update) {
    if (update.kind() != ShipmentUpdate.Kind.SHIPPED || !shipment.isActive()) {
      return List.of();
    }
    var known =
        shipment.parcels().counted().stream()
            .map(CountedParcel::parcelId)
            .collect(Collectors.toSet());
    return update.parcels().stream()
        .filter(it -> it.units().stream().anyMatch(units -> units.counted() > 0))
        .filter(it -> known.add(it.parcelId()))
        .toList();
  }

  /**
   * @param at business time (UTC)
   */
  static StepOutcome confirmed(ConfirmCount step, FulfilmentState state, Instant at) {
    var shipment = state.shipments().find(step.shipmentId()).orElseThrow();
    var count = shipment.count();
    if (count != null && count.isOpen()) {
      return refused(shipment, count);
    }
    return new Answered(
        new ShipmentCountConfirmed(
            state.orderId(),
            state.customerId(),
            state.idOf(step),
            shipment.id(),
            shipment.lines(),
            state.exceptions().about(state.idOf(step)),
            at));
  }

  private static Refused refused(Shipment shipment, ShipmentCount count) {
    var findings =
        count.lines().stream()
            .filter(CountedLine::differs)
            .map(line -> finding(shipment, count, line))
            .toList();
    return new Refused(
        Dependency.CARRIER,
        findings,
        count.refusal() == null
            ? "Shipment " + shipment.id() + " was counted when it left."
            : count.refusal());
  }

  private static Finding finding(Shipment shipment, ShipmentCount count, CountedLine line) {
    var words =
        line.counted()
            + " of "
            + line.productId()
            + " left in shipment "
            + shipment.id()
            + ", and "
            + line.asked()
            + " were asked for.";
    var refusal = count.refusal();
    return Finding.of(
        line.counted() > line.asked() ? Cause.OVER_SHIPPED : Cause.SHORT_SHIPPED,
        line.lineId(),
        refusal == null ? words : words + " The order could not be made to follow: " + refusal,
        Map.of(
            Condition.SHIPMENT_ID, shipment.id().value(),
            Condition.PRODUCT_ID, line.productId().value(),
            Condition.ASKED, Integer.toString(line.asked()),
            Condition.COUNTED, Integer.toString(line.counted()),
            Condition.BOOKED, Boolean.toString(count.booked())));
  }

  /**
   * @throws RemedyNotApplicable if the count cannot hold
   */
  static void refuseIfNotPossible(
      FulfilmentState state, Exceptions.Parked parked, ApplyRemedy apply) {
    var step = state.steps().find(parked.stepId()).orElseThrow().step();
    if (!(step instanceof ConfirmCount confirm)
        || (apply.remedy() != Remedy.ACCEPT_COUNT && apply.remedy() != Remedy.CLOSE_SHORT)) {
      return;
    }
    var count = state.shipments().find(confirm.shipmentId()).orElseThrow().count();
    if (count == null) {
      return;
    }
    if (count.booked()) {
      throw new RemedyNotApplicable(
          "The ERP was told of shipment "
              + confirm.shipmentId()
              + " before the count came: correct it there, then use dismiss-count.");
    }
    if (count.counted().isEmpty()) {
      throw new RemedyNotApplicable(
          "Nothing of what was asked for left in shipment "
              + confirm.shipmentId()
              + ": settle it with the provider, then use dismiss-count.");
    }
  }
}
