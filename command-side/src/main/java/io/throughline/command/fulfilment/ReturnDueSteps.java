package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.AnnounceReturn;
import io.throughline.kernel.fulfilment.Step.AuthorizeReturn;
import io.throughline.kernel.fulfilment.Step.CheckReturn;
import io.throughline.kernel.fulfilment.Step.CloseReturnAuthorization;
import io.throughline.kernel.fulfilment.Step.ConfirmInspection;
import io.throughline.kernel.fulfilment.Step.CreateCreditMemo;
import io.throughline.kernel.fulfilment.Step.RecordReturnReceipt;
import io.throughline.kernel.fulfilment.Step.RefundCredit;
import io.throughline.kernel.fulfilment.Step.WithdrawAnnouncement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What should be done next for goods that come back, and when nothing more is to be done. Returns
 * go on when the order has long been completed. Pure.
 */
final class ReturnDueSteps {
  private ReturnDueSteps() {}

  static List<Step> of(FulfilmentState state) {
    return state.returns().open().flatMap(it -> next(state, it).stream()).toList();
  }

  private static Optional<Step> next(FulfilmentState state, ReturnCase back) {
    return back.isWithdrawn() ? backward(state, back) : forward(state, back);
  }

  private static Optional<Step> forward(FulfilmentState state, ReturnCase back) {
    var id = back.id();
    if (!back.reached(Stage.AUTHORIZED)) {
      return Optional.of(new AuthorizeReturn(id));
    }
    if (!back.reached(Stage.INSPECTED)) {
      return isAnnounced(state, back)
          ? Optional.of(new CheckReturn(id))
          : Optional.of(new AnnounceReturn(id));
    }
    if (!back.reached(Stage.CONFIRMED)) {
      return Optional.of(new ConfirmInspection(id));
    }
    if (!back.accepted().isEmpty()) {
      if (!back.reached(Stage.RECORDED)) {
        return Optional.of(new RecordReturnReceipt(id));
      }
      if (!back.reached(Stage.CREDITED)) {
        return isInvoiced(state, back) ? Optional.of(new CreateCreditMemo(id)) : Optional.empty();
      }
      if (isToBeRefunded(back)) {
        return isPaid(state) ? Optional.of(new RefundCredit(id)) : Optional.empty();
      }
    }
    return back.isShort() && !back.reached(Stage.AUTHORIZATION_CLOSED)
        ? Optional.of(new CloseReturnAuthorization(id))
        : Optional.empty();
  }

  /** Announced, or somebody did it by hand. */
  private static boolean isAnnounced(FulfilmentState state, ReturnCase back) {
    return back.reached(Stage.ANNOUNCED)
        || state.steps().isDone(state.idOf(new AnnounceReturn(back.id())));
  }

  /**
   * The last effect first; what is under way is waited for, only then it is known what there is.
   */
  private static Optional<Step> backward(FulfilmentState state, ReturnCase back) {
    if (isUnderWay(state, back)) {
      return Optional.empty();
    }
    var id = back.id();
    if (state.steps().wasRequested(state.idOf(new AnnounceReturn(id)))
        && !back.reached(Stage.ANNOUNCEMENT_WITHDRAWN)) {
      return Optional.of(new WithdrawAnnouncement(id));
    }
    return mayBeAuthorized(state, back) && !back.reached(Stage.AUTHORIZATION_CLOSED)
        ? Optional.of(new CloseReturnAuthorization(id))
        : Optional.empty();
  }

  private static boolean mayBeAuthorized(FulfilmentState state, ReturnCase back) {
    return state.steps().wasRequested(state.idOf(new AuthorizeReturn(back.id())));
  }

  private static boolean isUnderWay(FulfilmentState state, ReturnCase back) {
    return state
        .steps()
        .pending(
            step ->
                (step instanceof AuthorizeReturn || step instanceof AnnounceReturn)
                    && ((Step.ReturnStep) step).returnId().equals(back.id()))
        .findAny()
        .isPresent();
  }

  /** What was not invoiced cannot be credited: the invoice is on its way. */
  private static boolean isInvoiced(FulfilmentState state, ReturnCase back) {
    return back.accepted().stream()
        .map(LineQuantity::lineId)
        .allMatch(line -> state.shipments().invoiced(line) >= state.returns().confirmed(line));
  }

  private static boolean isToBeRefunded(ReturnCase back) {
    var rest = back.toRefund();
    return back.settlement() == Settlement.REFUND
        && rest != null
        && !rest.isZero()
        && !back.reached(Stage.REFUNDED);
  }

  /** The ERP may know of a payment before we do: what we do not know of is not paid back yet. */
  private static boolean isPaid(FulfilmentState state) {
    var none = Money.zero(state.terms().currency());
    var back =
        state
            .returns()
            .confirmed()
            .filter(ReturnDueSteps::isToBeRefunded)
            .map(it -> Objects.requireNonNull(it.toRefund()))
            .reduce(none, Money::plus);
    return state.money().covers(back);
  }

  /**
   * Empty while there is something to do or to wait for.
   *
   * @param at business time (UTC)
   */
  static Optional<ReturnClosed> turn(FulfilmentState state, Instant at) {
    return state
        .returns()
        .open()
        .filter(it -> isDone(state, it))
        .map(it -> new ReturnClosed(state.orderId(), state.customerId(), it.id(), outcome(it), at))
        .findFirst();
  }

  private static boolean isDone(FulfilmentState state, ReturnCase back) {
    if (back.isWithdrawn()) {
      return !isUnderWay(state, back) && backward(state, back).isEmpty();
    }
    return back.reached(Stage.CONFIRMED)
        && (back.accepted().isEmpty() || back.reached(Stage.CREDITED))
        && !isToBeRefunded(back)
        && forward(state, back).isEmpty();
  }

  private static ReturnOutcome outcome(ReturnCase back) {
    if (back.isWithdrawn()) {
      return ReturnOutcome.WITHDRAWN;
    }
    if (back.accepted().isEmpty()) {
      return ReturnOutcome.REFUSED;
    }
    return back.reached(Stage.REFUNDED) ? ReturnOutcome.REFUNDED : ReturnOutcome.CREDITED;
  }
}
