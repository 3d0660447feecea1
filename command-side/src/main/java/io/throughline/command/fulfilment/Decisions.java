package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.FulfilmentProcess.tooLate;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.HoldFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.StartFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeProductChange;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.kernel.LineId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
      case RecordShipmentUpdate record -> ProviderReports.taken(state, record.update());
      case TakePayments told -> PaymentDecisions.taken(state, told);
      case TakeBillPayments told -> BillPaymentDecisions.taken(state, told);
      case TakeDeposits told -> DepositDecisions.taken(state, told);
      case NoteOverdue note -> CarriageDecisions.overdue(state, note);
      case SuspendShipping suspend -> CarriageDecisions.suspended(state, suspend);
      case ResumeShipping resume -> CarriageDecisions.resumed(state, resume);
      case CancelFulfilment cancel -> cancelled(state, cancel.reason(), cancel.at());
      case ApplyRemedy apply -> mended(state, apply);
      case ChangeSubscription change -> SubscriptionDecisions.decide(state, change);
      case ChangeFulfilment change -> SaleDecisions.changed(state, change);
      case TakeProductChange change -> ProductChanges.taken(state, change);
      case HoldFulfilment hold -> SaleDecisions.held(state, hold);
      case ReleaseFulfilment release -> SaleDecisions.released(state, release);
      case OperatorCommand operator -> OperatorDecisions.decide(state, operator);
      case ReturnCommand back -> ReturnDecisions.decide(state, back);
    };
  }

  private static List<FulfilmentEvent> answered(FulfilmentState state, RecordAnswer record) {
    return state.steps().isUnderWay(record.answer().stepId())
        ? List.of(record.answer())
        : List.of(); // else it came twice, or nobody wants it any more
  }

  private static List<FulfilmentEvent> cancelled(FulfilmentState state, String reason, Instant at) {
    return switch (state.phase()) {
      case CANCELLING, CANCELLED -> List.of();
      case COMPLETED -> List.of(tooLate(state, at));
      case RUNNING -> {
        if (state.rest().isBeingCancelled()) {
          yield List.of(); // a retry, not an error
        }
        yield PartialCancellation.isPossible(state)
            ? turnedBack(state, reason, at)
            : List.of(tooLate(state, at));
      }
    };
  }

  /**
   * Nobody waits any more for what only looks; what changes something is waited for, then undone.
   */
  private static List<FulfilmentEvent> turnedBack(
      FulfilmentState state, String reason, Instant at) {
    var events = new ArrayList<FulfilmentEvent>();
    if (state.changes().isPending() && !ChangeTurn.isToldTheErp(state)) {
      events.add(ChangeTurn.refused(state, "The order is being cancelled.", at));
    }
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

  /** Goods that are on their way cannot become others by a remedy; a change stops them first. */
  private static void refuseIfOnItsWay(FulfilmentState state, ApplyRemedy apply) {
    var isAboutGoods =
        apply.remedy() == Remedy.SUBSTITUTE_PRODUCT || apply.remedy() == Remedy.REMOVE_LINE;
    var line = apply.parameters().getOrDefault("lineId", "").strip();
    if (isAboutGoods && state.shipments().committed(new LineId(line)) > 0) {
      throw new RemedyNotApplicable(
          "Goods of line "
              + line
              + " are on their way: change the order instead, PATCH /api/v1/orders/"
              + state.orderId()
              + ".");
    }
  }

  /** What the remedy changes of the subscription that it is about, or else of the order's terms. */
  private static List<? extends FulfilmentEvent> changes(
      FulfilmentState state, Exceptions.Parked parked, ApplyRemedy apply) {
    var step = state.steps().find(parked.stepId()).orElseThrow().step();
    if (step instanceof Step.SubscriptionStep about
        && SubscriptionDecisions.isOfSubscription(apply.remedy())) {
      return SubscriptionDecisions.mended(state, about, apply);
    }
    var changed = Remedies.apply(apply.remedy(), state.terms(), apply.parameters());
    refuseIfOnItsWay(state, apply);
    return changed
        .map(
            terms ->
                new TermsChanged(
                    state.orderId(),
                    state.customerId(),
                    terms.sale(),
                    terms.creditReleased(),
                    terms.priceApproved(),
                    apply.at()))
        .stream()
        .toList();
  }

  /** What has left is known only when that is decided: a cancellation waits for it. */
  private static boolean isAboutCount(FulfilmentState state, Exceptions.Parked parked) {
    return state
        .steps()
        .find(parked.stepId())
        .filter(it -> it.step() instanceof Step.ConfirmCount)
        .isPresent();
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
    if (state.phase() == Phase.CANCELLING
        && remedy != Remedy.RETRY
        && state.returns().about(parked.stepId()).isEmpty()
        && !isAboutCount(state, parked)) {
      throw new CancellationUnderWay(state.orderId());
    }
    Counting.refuseIfNotPossible(state, parked, apply);
    var events = new ArrayList<FulfilmentEvent>(changes(state, parked, apply));
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
    if (remedy == Remedy.WITHDRAW_RETURN) {
      events.add(ReturnDecisions.givenUp(state, parked.stepId(), apply));
    }
    if (remedy == Remedy.CANCEL_ORDER) {
      events.addAll(cancelled(state, "Given up after " + apply.exceptionId() + ".", apply.at()));
    }
    return events;
  }
}
