package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.StepOutcome.Told;
import io.throughline.command.logistics.Carrier;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.CarrierReturns.ExpectedReturn;
import io.throughline.command.logistics.CarrierReturns.Progress;
import io.throughline.command.logistics.Carriers;
import io.throughline.command.logistics.ReturnPatience;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnouncementWithdrawn;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries out the steps of returns that are the logistics provider's. All goods of a return come to
 * one warehouse: the one that the last of them came from.
 */
@Component
class ReturnCarriage {
  private final Carriers carriers;
  private final ReturnPatience patience;
  private final BusinessClock clock;

  ReturnCarriage(Carriers carriers, ReturnPatience patience, BusinessClock clock) {
    this.carriers = carriers;
    this.patience = patience;
    this.clock = clock;
  }

  StepOutcome perform(Step.CarrierReturnStep step, FulfilmentState state) {
    var back = state.returns().find(step.returnId()).orElseThrow();
    return switch (step) {
      case Step.AnnounceReturn announce -> announce(announce, back, state);
      case Step.CheckReturn check -> check(check, back, state);
      case Step.WithdrawAnnouncement withdraw ->
          StepOutcome.of(
              Dependency.CARRIER,
              carrierOf(back, state).withdrawReturn(back.id()),
              _ ->
                  new Answered(
                      new ReturnAnnouncementWithdrawn(
                          state.orderId(),
                          state.customerId(),
                          state.idOf(withdraw),
                          back.id(),
                          clock.instant())));
    };
  }

  private StepOutcome announce(Step.AnnounceReturn step, ReturnCase back, FulfilmentState state) {
    var original = originalOf(back, state);
    var carrier = carrierOf(back, state);
    var parcels =
        back.lines().stream()
            .map(line -> new Parcel(state.terms().line(line.lineId()).productId(), line.quantity()))
            .toList();
    return StepOutcome.of(
        Dependency.CARRIER,
        carrier.expectReturn(
            new ExpectedReturn(back.id(), original.id(), original.warehouse(), parcels)),
        providersId ->
            new Answered(
                new ReturnAnnounced(
                    state.orderId(),
                    state.customerId(),
                    state.idOf(step),
                    back.id(),
                    original.id(),
                    carrier.provider(),
                    providersId,
                    original.warehouse(),
                    clock.instant())));
  }

  private Carrier carrierOf(ReturnCase back, FulfilmentState state) {
    return back.provider().isEmpty()
        ? CarriageSteps.carrierOf(carriers, originalOf(back, state).id(), state)
        : carriers.at(back.provider());
  }

  /** The last shipment that brought any of the goods. */
  private static Shipment originalOf(ReturnCase back, FulfilmentState state) {
    return state
        .shipments()
        .active()
        .filter(Shipment::hasLeft)
        .filter(
            shipment -> back.lines().stream().anyMatch(it -> shipment.quantityOf(it.lineId()) > 0))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private StepOutcome check(Step.CheckReturn step, ReturnCase back, FulfilmentState state) {
    var asked = Objects.requireNonNull(back.stages().get(Stage.ASKED));
    var since = back.stages().getOrDefault(Stage.ANNOUNCED, asked);
    var early = Duration.between(clock.instant(), since.plus(patience.first()));
    if (early.isPositive()) {
      return new NotYet(early);
    }
    var isGivenUp = !clock.instant().isBefore(since.plus(patience.atLast()));
    return StepOutcome.of(
        Dependency.CARRIER,
        carrierOf(back, state).trackReturn(back.id()),
        found ->
            new Told(
                found.map(Progress::updates).orElse(List.of()),
                isGivenUp ? overdue(back, found) : new NotYet(patience.between())));
  }

  private static Refused overdue(ReturnCase back, Optional<Progress> found) {
    var status = found.map(Progress::status).orElse("unknown");
    var message = Cause.RETURN_OVERDUE.summary() + ": return " + back.id() + ".";
    var values =
        Map.of(
            Condition.RETURN_ID,
            back.id().value(),
            Condition.PROVIDER,
            back.provider(),
            Condition.STATUS,
            status);
    return new Refused(
        Dependency.CARRIER,
        List.of(Finding.of(Cause.RETURN_OVERDUE, null, message, values)),
        status);
  }
}
