package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.SaleEvent.OrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a change ends: it takes effect, or it is refused and the order stays as it was. Pure. */
final class ChangeTurn {
  /** Who mends exceptions that a change makes pointless. */
  private static final String OURSELVES = "throughline";

  private static final Optional<LineId> NONE_LEFT = Optional.empty();

  private ChangeTurn() {}

  /**
   * Empty while it is not decided.
   *
   * @param at business time (UTC)
   */
  static List<FulfilmentEvent> of(FulfilmentState state, Instant at) {
    var changes = state.changes();
    if (!changes.isPending()) {
      return List.of();
    }
    var refusal = changes.refusal();
    if (refusal != null) {
      return List.of(refused(state, refusal, at));
    }
    var isOfWhatLeft = state.rest().isBeingCancelled() || CountChanges.isPending(state);
    var tooLate = isOfWhatLeft ? NONE_LEFT : leftAlready(state);
    if (tooLate.isPresent() && !isToldTheErp(state)) {
      return List.of(refused(state, becauseLeft(tooLate.get()), at));
    }
    return ChangeSteps.isReady(state) ? takesEffect(state, at) : List.of();
  }

  /** Once the ERP may know of it, the ERP's word decides. */
  static boolean isToldTheErp(FulfilmentState state) {
    return state
        .steps()
        .wasRequested(state.idOf(new Step.UpdateSalesOrder(state.changes().count())));
  }

  static String becauseLeft(LineId line) {
    return "Goods of line " + line + " have left the warehouse.";
  }

  static OrderChangeRefused refused(FulfilmentState state, String reason, Instant at) {
    return new OrderChangeRefused(
        state.orderId(), state.customerId(), state.changes().count(), reason, at);
  }

  private static Optional<LineId> leftAlready(FulfilmentState state) {
    var sale = state.terms().sale();
    return Objects.requireNonNull(state.changes().pending()).touchedOf(sale).stream()
        .filter(line -> state.shipments().left(line) > 0)
        .findFirst();
  }

  private static List<FulfilmentEvent> takesEffect(FulfilmentState state, Instant at) {
    var events = new ArrayList<FulfilmentEvent>();
    events.add(
        new OrderChanged(
            state.orderId(),
            state.customerId(),
            state.changes().count(),
            state.changes().wanted(state.terms().sale()),
            at));
    state
        .steps()
        .pending(step -> step instanceof Step.CheckAllocation || step instanceof Step.AwaitShipDay)
        .map(
            step ->
                new StepAbandoned(
                    state.orderId(), state.customerId(), step, "The order was changed.", at))
        .forEach(events::add);
    state
        .exceptions()
        .open()
        .forEach(
            (exception, parked) -> {
              if (isPointless(parked.stepId(), state)) {
                events.add(
                    new RemedyApplied(
                        state.orderId(),
                        state.customerId(),
                        exception,
                        parked.stepId(),
                        Remedy.RETRY,
                        Map.of(),
                        OURSELVES,
                        at));
              }
            });
    return events;
  }

  /** The order is put to the ERP anew, or the shipment is not wanted any more. */
  private static boolean isPointless(StepId stepId, FulfilmentState state) {
    return state
        .steps()
        .find(stepId)
        .map(
            it ->
                switch (it.step()) {
                  case Step.ValidateOrder _, Step.CreateSalesOrder _, Step.CheckAllocation _ ->
                      true;
                  case Step.SourceAgain _ -> state.rest().isBeingCancelled();
                  case Step.UpdateSalesOrder update -> update.change() < state.changes().count();
                  case Step.RequestShipment request ->
                      state
                          .shipments()
                          .find(request.shipmentId())
                          .filter(Shipment::isActive)
                          .isEmpty();
                  case Step.ErpStep _, Step.CarrierStep _, Step.OwnStep _ -> false;
                })
        .orElse(false);
  }
}
