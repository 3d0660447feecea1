package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.DepositEvent.DepositReceived;
import io.throughline.kernel.event.DepositEvent.DepositRefunded;
import io.throughline.kernel.event.DepositEvent.DepositRequested;
import io.throughline.kernel.event.DepositEvent.DepositReversed;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ApplyDeposit;
import io.throughline.kernel.fulfilment.Step.CheckDeposit;
import io.throughline.kernel.fulfilment.Step.RefundDeposit;
import io.throughline.kernel.fulfilment.Step.RequestDeposit;
import java.time.Instant;
import java.util.List;

/**
 * What is paid in advance: asked for once the ERP has the order, waited for before anything is
 * shipped, used for the invoices, and what is left of it paid back. Pure.
 */
final class Deposits {
  private Deposits() {}

  /** Whether nothing may be shipped yet. */
  static boolean isWaitedFor(FulfilmentState state) {
    var deposit = state.deposit();
    return state.terms().sale().deposit() != null
        && !deposit.waived()
        && (!deposit.isPaid() || deposit.isOutdated());
  }

  /** What has to be done about it while the order goes on; whoever waives it may get it still. */
  static List<Step> due(FulfilmentState state) {
    if (state.terms().sale().deposit() == null || SubscriptionTurn.areGoodsSettled(state)) {
      return List.of();
    }
    var deposit = state.deposit();
    if (!deposit.waived() && (!deposit.wasAsked() || deposit.isOutdated())) {
      return List.of(new RequestDeposit());
    }
    return !deposit.wasAsked() || deposit.isPaid() ? List.of() : List.of(new CheckDeposit());
  }

  /** Whether an invoice is to be paid with it before the customer is waited for. */
  static boolean isToBeApplied(FulfilmentState state, Shipment shipment) {
    return shipment.invoiceId() != null
        && shipment.billing().deposit() == null
        && !shipment.paid()
        && (isAnyLeft(state) || isBeingApplied(state, shipment));
  }

  private static boolean isBeingApplied(FulfilmentState state, Shipment shipment) {
    return state.steps().wasRequested(state.idOf(new ApplyDeposit(shipment.id())));
  }

  /** Whether the order itself looks for it no more, or not before a person has decided. */
  static boolean isNotLookedFor(FulfilmentState state) {
    return isOver(state) || !state.steps().isUnderWay(state.idOf(new CheckDeposit()));
  }

  /** Whether nothing will be bought with it any more: what comes then is paid back. */
  static boolean isOver(FulfilmentState state) {
    return state.hasEnded()
        || (state.phase() == FulfilmentState.Phase.RUNNING
            && SubscriptionTurn.areGoodsSettled(state));
  }

  static boolean isAnyLeft(FulfilmentState state) {
    return state.money().depositsLeft().amount().signum() > 0;
  }

  /** What has come of it when nobody waits for it any more is not looked for. */
  static List<StepAbandoned> pointless(FulfilmentState state, Instant at) {
    return SubscriptionTurn.areGoodsSettled(state)
        ? state
            .steps()
            .pending(CheckDeposit.class::isInstance)
            .map(
                step ->
                    new StepAbandoned(
                        state.orderId(),
                        state.customerId(),
                        step,
                        "Everything is delivered, invoiced and paid.",
                        at))
            .toList()
        : List.of();
  }

  /** Whether all that was asked for, and may have come, is used or paid back. */
  static boolean isUndone(FulfilmentState state) {
    return !mayHaveCome(state) || state.steps().isDone(state.idOf(new RefundDeposit()));
  }

  /** Whether something may have been paid, be it known to us or not. */
  static boolean mayHaveCome(FulfilmentState state) {
    return state.steps().wasRequested(state.idOf(new RequestDeposit()));
  }

  static FulfilmentState of(FulfilmentState state, DepositEvent event) {
    return switch (event) {
      case DepositRequested asked -> requested(state, asked);
      case DepositReceived paid -> received(state, paid);
      case DepositReversed back -> reversed(state, back);
      case DepositApplied applied ->
          state.update(
              applied.shipmentId(), it -> it.with(it.billing().deposited(applied.amount())));
      case DepositRefunded _ -> state;
    };
  }

  /** In place of what was asked for before: more is waited for again, or no more is. */
  private static FulfilmentState requested(FulfilmentState state, DepositRequested asked) {
    var rest = restOf(asked.amount(), state.money().deposits());
    var check = state.idOf(new CheckDeposit());
    var known =
        state
            .with(state.deposit().asked(asked.amount(), rest, asked.at()))
            .with(state.exceptions().without(asked.closed()));
    var looked = known.steps().isUnderWay(check) && !rest.isZero() ? known : looked(known, rest);
    return looked.deposit().isOutdated() ? looked.askedAgain(asked.stepId()) : looked;
  }

  private static FulfilmentState looked(FulfilmentState state, Money rest) {
    var check = state.idOf(new CheckDeposit());
    return state.with(state.steps().as(check, rest.isZero() ? Status.DONE : Status.OPEN));
  }

  /** What of it is still to be paid. */
  static Money restOf(Money asked, Money paid) {
    return asked.exceeds(paid) ? asked.minus(paid) : Money.zero(asked.currency());
  }

  /** The order is another now: what is asked for follows it. */
  static FulfilmentState orderChanged(FulfilmentState state) {
    var request = state.idOf(new RequestDeposit());
    return state.terms().sale().deposit() == null || !state.steps().wasRequested(request)
        ? state
        : state.with(state.deposit().orderChanged()).askedAgain(request);
  }

  private static FulfilmentState received(FulfilmentState state, DepositReceived paid) {
    var known =
        state
            .with(state.deposit().remaining(paid.remaining()))
            .with(state.exceptions().without(paid.closed()))
            .askedAgain(state.idOf(new RefundDeposit()));
    return paid.remaining().isZero()
        ? known.with(known.steps().as(state.idOf(new CheckDeposit()), Status.DONE))
        : known;
  }

  /** It is looked for again, and goes to a person at once. */
  private static FulfilmentState reversed(FulfilmentState state, DepositReversed back) {
    var check = state.idOf(new CheckDeposit());
    return state.with(state.deposit().reversed(back.amount(), back.remaining())).askedAgain(check);
  }

  /** What somebody decided about a deposit that does not come. */
  static FulfilmentState mended(FulfilmentState state, RemedyApplied event) {
    if (!event.stepId().equals(state.idOf(new CheckDeposit()))) {
      return state;
    }
    return event.remedy() == Remedy.WAIVE_DEPOSIT
        ? state.with(state.deposit().withoutIt())
        : state.with(state.deposit().waitedForSince(event.at()));
  }
}
