package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.StepOutcome.Told;
import io.throughline.command.logistics.Carrier;
import io.throughline.command.logistics.CarrierTracking.Tracking;
import io.throughline.command.logistics.Carriers;
import io.throughline.command.logistics.MilestonePatience;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.CarriageEvent.CarriageAnswer;
import io.throughline.kernel.event.CarriageEvent.ShipmentHeld;
import io.throughline.kernel.event.CarriageEvent.ShipmentHoldRefused;
import io.throughline.kernel.event.CarriageEvent.ShipmentReleased;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CheckShipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries out the steps about shipments that a provider has taken on. */
@Component
class CarriageSteps {
  private final Carriers carriers;
  private final MilestonePatience patience;
  private final BusinessClock clock;

  CarriageSteps(Carriers carriers, MilestonePatience patience, BusinessClock clock) {
    this.carriers = carriers;
    this.patience = patience;
    this.clock = clock;
  }

  StepOutcome perform(Step.CarriageStep step, FulfilmentState state) {
    var carrier = carrierOf(carriers, step.shipmentId(), state);
    return switch (step) {
      case CheckShipment check -> check(carrier, check, state);
      case Step.HoldShipment hold ->
          StepOutcome.of(
              Dependency.CARRIER,
              carrier.holdShipment(hold.shipmentId()),
              answer -> new Answered(held(hold, answer, state)));
      case Step.ReleaseShipment release ->
          StepOutcome.of(
              Dependency.CARRIER,
              carrier.releaseShipment(release.shipmentId()),
              _ -> new Answered(released(release, state)));
    };
  }

  /**
   * Whoever took the shipment; before anybody has, whom somebody chose, or whose warehouse it is.
   */
  static Carrier carrierOf(Carriers carriers, ShipmentId shipment, FulfilmentState state) {
    var provider = state.carriage().of(shipment).provider();
    if (!provider.isEmpty()) {
      return carriers.at(provider);
    }
    var asked = state.shipments().find(shipment).orElseThrow();
    return state
        .interventions()
        .providerOf(state.idOf(ShipmentSteps.requestOf(asked)))
        .map(carriers::at)
        .orElseGet(() -> carriers.of(asked.warehouse()));
  }

  private CarriageAnswer held(Step.HoldShipment step, Carrier.Hold hold, FulfilmentState state) {
    return switch (hold) {
      case HELD ->
          new ShipmentHeld(
              state.orderId(),
              state.customerId(),
              state.idOf(step),
              step.shipmentId(),
              clock.instant());
      case TOO_LATE ->
          new ShipmentHoldRefused(
              state.orderId(),
              state.customerId(),
              state.idOf(step),
              step.shipmentId(),
              "The logistics provider cannot keep it back any more.",
              clock.instant());
    };
  }

  private CarriageAnswer released(Step.ReleaseShipment step, FulfilmentState state) {
    return new ShipmentReleased(
        state.orderId(), state.customerId(), state.idOf(step), step.shipmentId(), clock.instant());
  }

  private StepOutcome check(Carrier carrier, CheckShipment step, FulfilmentState state) {
    return StepOutcome.of(
        Dependency.CARRIER,
        carrier.track(step.shipmentId()),
        found -> told(carrier, step, found, state));
  }

  /** What it says is recorded first; if that is what was waited for, the rest is not needed. */
  private StepOutcome told(
      Carrier carrier, CheckShipment step, Optional<Tracking> found, FulfilmentState state) {
    var updates = found.map(Tracking::updates).orElse(List.of());
    var status = found.map(Tracking::status).orElse("unknown");
    var shipment = state.shipments().find(step.shipmentId()).orElseThrow();
    var since = ShipmentWatch.since(shipment, step.awaited());
    var isGivenUp = !clock.instant().isBefore(patience.givenUpAt(step.awaited(), since));
    var way = state.carriage().of(step.shipmentId());
    var cause = Obstacles.of(step.awaited(), shipment, way, found);
    return new Told(
        updates,
        isGivenUp || Obstacles.isForAPerson(cause)
            ? refused(carrier, step, cause, status)
            : new NotYet(patience.between()));
  }

  private static Refused refused(Carrier carrier, CheckShipment step, Cause cause, String status) {
    var message = cause.summary() + ": shipment " + step.shipmentId() + ".";
    var values =
        Map.of(
            Condition.PROVIDER, carrier.provider(),
            Condition.SHIPMENT_ID, step.shipmentId().value(),
            Condition.AWAITED, step.awaited().name(),
            Condition.STATUS, status);
    return new Refused(
        Dependency.CARRIER, List.of(Finding.of(cause, null, message, values)), status);
  }
}
