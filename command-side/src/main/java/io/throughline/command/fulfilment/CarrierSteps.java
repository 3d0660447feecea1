package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.logistics.Carrier.Consignment;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.Carriers;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.SaleEvent.ShipmentUnstocked;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries out the steps that are the logistics provider's. */
@Component
class CarrierSteps {
  private final Carriers carriers;
  private final CarriageSteps carriage;
  private final BusinessClock clock;
  private final LateArrivals lateArrivals;
  private final ReturnCarriage returns;

  CarrierSteps(
      Carriers carriers,
      CarriageSteps carriage,
      BusinessClock clock,
      LateArrivals lateArrivals,
      ReturnCarriage returns) {
    this.returns = returns;
    this.lateArrivals = lateArrivals;
    this.carriers = carriers;
    this.carriage = carriage;
    this.clock = clock;
  }

  StepOutcome perform(Step.CarrierStep step, FulfilmentState state) {
    var id = state.idOf(step);
    return switch (step) {
      case Step.RequestShipment request -> requestShipment(id, request, state);
      case Step.CancelShipment cancel -> cancelShipment(id, cancel, state);
      case Step.CarriageStep about -> carriage.perform(about, state);
      case Step.CarrierReturnStep back -> returns.perform(back, state);
    };
  }

  private StepOutcome requestShipment(
      StepId id, Step.RequestShipment request, FulfilmentState state) {
    var carrier = CarriageSteps.carrierOf(carriers, request.shipmentId(), state);
    var consignment =
        new Consignment(
            request.shipmentId(),
            state.orderId(),
            request.warehouse(),
            state.terms().sale().addressOf(request.shipTo()),
            request.requestedOn(),
            request.lines().stream().map(line -> parcel(line, state)).toList());
    var answer = carrier.requestShipment(consignment);
    if (answer instanceof Answer.Refused<String>(var findings, var words)
        && isUnstocked(findings)) {
      return new Answered(
          new ShipmentUnstocked(
              state.orderId(),
              state.customerId(),
              id,
              request.shipmentId(),
              request.warehouse(),
              words,
              clock.instant()));
    }
    return fromCarrier(
        answer,
        providersId ->
            new Answered(
                new ShipmentRequested(
                    state.orderId(),
                    state.customerId(),
                    id,
                    request.shipmentId(),
                    carrier.provider(),
                    providersId,
                    request.warehouse(),
                    request.shipTo(),
                    request.requestedOn(),
                    request.lines(),
                    clock.instant())));
  }

  private static boolean isUnstocked(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.cause() == Cause.OUT_OF_STOCK);
  }

  private static Parcel parcel(LineQuantity line, FulfilmentState state) {
    return new Parcel(state.terms().line(line.lineId()).productId(), line.quantity());
  }

  private StepOutcome cancelShipment(StepId id, Step.CancelShipment cancel, FulfilmentState state) {
    var late = lateArrivals.atCarrier(state, cancel);
    if (late.isPresent()) {
      return new NotYet(late.get());
    }
    var shipment = cancel.shipmentId();
    return fromCarrier(
        CarriageSteps.carrierOf(carriers, shipment, state).cancelShipment(shipment),
        cancellation ->
            new Answered(
                switch (cancellation) {
                  case CANCELLED ->
                      new ShipmentCancelled(
                          state.orderId(), state.customerId(), id, shipment, clock.instant());
                  case TOO_LATE ->
                      new ShipmentCancellationRefused(
                          state.orderId(),
                          state.customerId(),
                          id,
                          shipment,
                          "The logistics provider had shipped it already.",
                          clock.instant());
                }));
  }

  private static <T> StepOutcome fromCarrier(Answer<T> answer, Function<T, StepOutcome> whenDone) {
    return StepOutcome.of(Dependency.CARRIER, answer, whenDone);
  }
}
