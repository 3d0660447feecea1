package io.throughline.query.orderdetails;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnounced;
import io.throughline.kernel.event.ReturnEvent.ReturnAnnouncementWithdrawn;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorizationClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorized;
import io.throughline.kernel.event.ReturnEvent.ReturnChecked;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnReceiptRecorded;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.event.ReturnEvent.ReturnWithdrawn;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ReturnOutcome;
import io.throughline.kernel.privacy.Erased;
import io.throughline.query.orderdetails.OrderDetails.CreditMemo;
import io.throughline.query.orderdetails.OrderDetails.Refund;
import io.throughline.query.orderdetails.OrderDetails.Return;
import io.throughline.query.orderdetails.OrderDetails.ReturnState;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How goods that come back change the view of an order. */
final class Returned {
  private Returned() {}

  static void apply(Draft draft, ReturnEvent event) {
    switch (event) {
      case ReturnRequested asked -> {
        draft.returns.add(begun(asked));
        closed(draft, asked.closed());
        draft.milestone("return requested", asked.at());
      }
      case ReturnAuthorized authorized ->
          change(draft, event.returnId(), it -> authorized(it, authorized.erpReturnNumber()));
      case ReturnAnnounced announced ->
          change(draft, event.returnId(), it -> announced(it, announced));
      case ReturnReceived received -> change(draft, event.returnId(), it -> received(it, received));
      case ReturnInspected found -> {
        closed(draft, found.closed());
        change(draft, event.returnId(), it -> inspected(it, found));
      }
      case ReturnChecked checked -> closed(draft, checked.closed());
      case InspectionConfirmed confirmed -> {
        change(draft, event.returnId(), it -> settled(it, confirmed.lines()));
        for (var part : confirmed.lines()) {
          draft.line(part.lineId(), line -> line.withReturned(line.returned() + part.quantity()));
        }
      }
      case ReturnReceiptRecorded _, ReturnAnnouncementWithdrawn _, ReturnAuthorizationClosed _ -> {}
      case CreditMemoIssued memo -> {
        change(draft, event.returnId(), it -> credited(it, memo));
        draft.money = draft.money.credit(memo.net(), memo.applied());
      }
      case RefundIssued refund -> {
        change(draft, event.returnId(), it -> refunded(it, refund));
        draft.money = draft.money.refund(refund.amount());
      }
      case ReturnWithdrawn withdrawn -> {
        closed(draft, withdrawn.closed());
        change(
            draft,
            event.returnId(),
            it -> with(it, ReturnState.WITHDRAWN, it.credit(), it.refund()));
      }
      case ReturnClosed ended -> change(draft, event.returnId(), it -> ended(it, ended));
    }
  }

  private static void closed(Draft draft, List<ExceptionId> ids) {
    draft.exceptions.removeIf(it -> ids.contains(it.exceptionId()));
  }

  private static void change(Draft draft, ReturnId id, UnaryOperator<Return> how) {
    draft.returns.replaceAll(it -> it.returnId().equals(id) ? how.apply(it) : it);
  }

  private static Return begun(ReturnRequested event) {
    return new Return(
        event.returnId(),
        ReturnState.REQUESTED,
        event.lines(),
        event.settlement(),
        event.reason(),
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        event.at(),
        null,
        null);
  }

  private static Return authorized(Return it, String number) {
    return new Return(
        it.returnId(),
        ReturnState.AUTHORIZED,
        it.lines(),
        it.settlement(),
        it.reason(),
        number,
        it.provider(),
        it.warehouse(),
        it.inspected(),
        it.note(),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt(),
        it.closedAt());
  }

  private static Return announced(Return it, ReturnAnnounced event) {
    return new Return(
        it.returnId(),
        ReturnState.ANNOUNCED,
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        event.provider(),
        event.warehouse(),
        it.inspected(),
        it.note(),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt(),
        it.closedAt());
  }

  /** Goods that come although the return was withdrawn set it going again. */
  private static Return received(Return it, ReturnReceived event) {
    return new Return(
        it.returnId(),
        ReturnState.RECEIVED,
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        it.inspected(),
        it.note(),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        event.at(),
        null);
  }

  private static Return inspected(Return it, ReturnInspected event) {
    return new Return(
        it.returnId(),
        ReturnState.INSPECTED,
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        event.inspected(),
        event.note(),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt() == null ? event.at() : it.receivedAt(),
        null);
  }

  private static Return settled(Return it, List<LineQuantity> accepted) {
    return new Return(
        it.returnId(),
        it.state(),
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        it.inspected(),
        it.note(),
        accepted,
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt(),
        it.closedAt());
  }

  private static Return credited(Return it, CreditMemoIssued event) {
    var memo =
        new CreditMemo(
            event.creditMemoId(),
            event.creditMemoNumber(),
            event.net(),
            event.tax(),
            event.applied(),
            event.at());
    return with(it, ReturnState.CREDITED, memo, it.refund());
  }

  private static Return refunded(Return it, RefundIssued event) {
    var refund = new Refund(event.refundId(), event.amount(), event.at());
    return with(it, ReturnState.REFUNDED, it.credit(), refund);
  }

  private static Return with(
      Return it, ReturnState state, @Nullable CreditMemo memo, @Nullable Refund refund) {
    return new Return(
        it.returnId(),
        state,
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        it.inspected(),
        it.note(),
        it.accepted(),
        memo,
        refund,
        it.requestedAt(),
        it.receivedAt(),
        it.closedAt());
  }

  private static Return ended(Return it, ReturnClosed event) {
    return new Return(
        it.returnId(),
        state(event.outcome()),
        it.lines(),
        it.settlement(),
        it.reason(),
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        it.inspected(),
        it.note(),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt(),
        event.at());
  }

  private static ReturnState state(ReturnOutcome outcome) {
    return switch (outcome) {
      case REFUNDED -> ReturnState.REFUNDED;
      case CREDITED -> ReturnState.CREDITED;
      case REFUSED -> ReturnState.REFUSED;
      case WITHDRAWN -> ReturnState.WITHDRAWN;
    };
  }

  static Return erased(Return it) {
    return new Return(
        it.returnId(),
        it.state(),
        it.lines(),
        it.settlement(),
        Erased.TEXT,
        it.erpReturnNumber(),
        it.provider(),
        it.warehouse(),
        it.inspected(),
        Erased.of(it.note()),
        it.accepted(),
        it.credit(),
        it.refund(),
        it.requestedAt(),
        it.receivedAt(),
        it.closedAt());
  }
}
