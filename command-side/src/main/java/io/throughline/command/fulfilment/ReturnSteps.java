package io.throughline.command.fulfilment;

import io.throughline.command.erp.Erp;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.event.ReturnEvent.ReturnAnswer;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorizationClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnAuthorized;
import io.throughline.kernel.event.ReturnEvent.ReturnReceiptRecorded;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Step;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries out the steps of returns that are the ERP's. */
@Component
class ReturnSteps {
  private final BusinessClock clock;

  ReturnSteps(BusinessClock clock) {
    this.clock = clock;
  }

  StepOutcome perform(Step.ErpReturnStep step, FulfilmentState state, Erp erp) {
    var back = state.returns().find(step.returnId()).orElseThrow();
    var order = state.orderId();
    var customer = state.customerId();
    var id = state.idOf(step);
    return switch (step) {
      case Step.AuthorizeReturn _ ->
          fromErp(
              erp.authorizeReturn(order, back.id(), back.lines()),
              found ->
                  new ReturnAuthorized(
                      order, customer, id, back.id(), found.erpReturnId(), found.number(), now()));
      case Step.RecordReturnReceipt _ ->
          fromErp(
              erp.recordReturnReceipt(back.id(), back.accepted()),
              receipt -> new ReturnReceiptRecorded(order, customer, id, back.id(), receipt, now()));
      case Step.CreateCreditMemo _ ->
          fromErp(
              erp.creditReturn(back.id(), back.accepted()),
              memo ->
                  new CreditMemoIssued(
                      order,
                      customer,
                      id,
                      back.id(),
                      memo.creditMemoId(),
                      memo.number(),
                      memo.net(),
                      memo.tax(),
                      memo.applied(),
                      memo.lines(),
                      now()));
      case Step.RefundCredit _ ->
          fromErp(
              erp.refundCredit(customer, back.id(), Objects.requireNonNull(back.toRefund())),
              refund ->
                  new RefundIssued(
                      order, customer, id, back.id(), refund.refundId(), refund.amount(), now()));
      case Step.CloseReturnAuthorization _ ->
          fromErp(
              erp.closeReturn(back.id()),
              _ -> new ReturnAuthorizationClosed(order, customer, id, back.id(), now()));
    };
  }

  private Instant now() {
    return clock.instant();
  }

  private static <T> StepOutcome fromErp(Answer<T> answer, Function<T, ReturnAnswer> whenDone) {
    return StepOutcome.of(Dependency.ERP, answer, value -> new Answered(whenDone.apply(value)));
  }
}
