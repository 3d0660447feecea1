package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.FulfilmentProcess.tooLate;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.StartFulfilment;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentPicked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.fulfilment.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a command makes happen, given where the order is. Pure; what follows from it is the
 * process's to say.
 */
final class Decisions {
  private Decisions() {}

  /**
   * @throws RuntimeException one of the package's named refusals
   */
  static List<? extends FulfilmentEvent> decide(FulfilmentState state, FulfilmentCommand command) {
    return switch (command) {
      case StartFulfilment _ -> List.of(); // it has started: a retry, not an error
      case RecordAnswer record -> answered(state, record);
      case RecordShipmentUpdate record -> updated(state, record.update());
      case CancelFulfilment cancel -> cancelled(state, cancel.reason(), cancel.at());
      case ApplyRemedy apply -> mended(state, apply);
    };
  }

  private static List<FulfilmentEvent> answered(FulfilmentState state, RecordAnswer record) {
    var step = state.steps().find(record.answer().stepId());
    var isAwaited = step.filter(it -> it.status() == Steps.StepState.Status.PENDING).isPresent();
    return isAwaited
        ? List.of(record.answer())
        : List.of(); // else it came twice, or nobody wants it any more
  }

  private static List<FulfilmentEvent> updated(FulfilmentState state, ShipmentUpdate update) {
    var shipment =
        state
            .shipments()
            .find(update.shipmentId())
            .orElseThrow(() -> new UnknownFulfilment("a shipment " + update.shipmentId()));
    var order = state.orderId();
    var customer = state.customerId();
    return switch (update.kind()) {
      case PICKED ->
          once(
              shipment,
              Shipment.Stage.PICKED,
              new ShipmentPicked(order, customer, shipment.id(), update.at()));
      case SHIPPED ->
          once(
              shipment,
              Shipment.Stage.SHIPPED,
              new ShipmentShipped(
                  order,
                  customer,
                  shipment.id(),
                  update.carrier(),
                  update.trackingNumber(),
                  update.at()));
      case DELIVERED ->
          once(
              shipment,
              Shipment.Stage.DELIVERED,
              new ShipmentDelivered(order, customer, shipment.id(), update.at()));
      case DELAYED -> {
        var reason = Objects.requireNonNullElse(update.reason(), "The carrier gives no reason.");
        yield shipment.isDelayedAt(update.at()) || shipment.isDelivered()
            ? List.of()
            : List.of(new ShipmentDelayed(order, customer, shipment.id(), reason, update.at()));
      }
    };
  }

  private static List<FulfilmentEvent> once(
      Shipment shipment, Shipment.Stage stage, FulfilmentEvent event) {
    return shipment.reached(stage) ? List.of() : List.of(event);
  }

  private static List<FulfilmentEvent> cancelled(FulfilmentState state, String reason, Instant at) {
    return switch (state.phase()) {
      case CANCELLING, CANCELLED -> List.of();
      case COMPLETED -> List.of(tooLate(state, at));
      case RUNNING ->
          state.shipments().anyHasLeft()
              ? List.of(tooLate(state, at))
              : turnedBack(state, reason, at);
    };
  }

  /**
   * Nobody waits any more for what only looks; what changes something is waited for, then undone.
   */
  private static List<FulfilmentEvent> turnedBack(
      FulfilmentState state, String reason, Instant at) {
    var events = new ArrayList<FulfilmentEvent>();
    events.add(new CancellationStarted(state.orderId(), state.customerId(), reason, at));
    state
        .steps()
        .pending(DueSteps::onlyLooks)
        .map(
            step ->
                new StepAbandoned(
                    state.orderId(), state.customerId(), step, "The order is being cancelled.", at))
        .forEach(events::add);
    return events;
  }

  private static List<FulfilmentEvent> mended(FulfilmentState state, ApplyRemedy apply) {
    if (state.exceptions().isMendedBy(apply.exceptionId(), apply.remedy())) {
      return List.of(); // a retry, not an error
    }
    var parked =
        state
            .exceptions()
            .find(apply.exceptionId())
            .orElseThrow(() -> new ExceptionNotOpen(apply.exceptionId()));
    var remedy = apply.remedy();
    if (!parked.remedies().contains(remedy)) {
      throw new RemedyNotOffered(apply.exceptionId(), remedy, parked.remedies());
    }
    if (apply.roles().stream().noneMatch(remedy.roles()::contains)) {
      throw new RemedyNotAllowed(remedy);
    }
    if (state.phase() == Phase.CANCELLING && remedy != Remedy.RETRY) {
      throw new CancellationUnderWay(state.orderId());
    }
    var events = new ArrayList<FulfilmentEvent>();
    Remedies.apply(remedy, state.terms(), apply.parameters())
        .map(
            terms ->
                new TermsChanged(
                    state.orderId(),
                    state.customerId(),
                    terms.sale(),
                    terms.creditReleased(),
                    terms.priceApproved(),
                    apply.at()))
        .ifPresent(events::add);
    events.add(
        new RemedyApplied(
            state.orderId(),
            state.customerId(),
            apply.exceptionId(),
            parked.stepId(),
            remedy,
            apply.parameters(),
            apply.actor(),
            apply.at()));
    if (remedy == Remedy.CANCEL_ORDER) {
      events.addAll(cancelled(state, "Given up after " + apply.exceptionId() + ".", apply.at()));
    }
    return events;
  }
}
