package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.ConfirmInspection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was found of goods that came back, beside what was announced. Pure. */
final class Inspection {
  private Inspection() {}

  /**
   * What a person of ours found is settled. What the provider found is, where all that was
   * announced came; else somebody looks at it.
   *
   * @param at business time (UTC)
   */
  static StepOutcome confirmed(ConfirmInspection step, FulfilmentState state, Instant at) {
    var back = state.returns().find(step.returnId()).orElseThrow();
    var taken = capped(back, state);
    var isAmiss = (back.told() && back.differs()) || !taken.equals(back.good());
    if (isAmiss && !back.reached(Stage.WAVED_THROUGH)) {
      return differs(back);
    }
    return new Answered(
        new InspectionConfirmed(
            state.orderId(), state.customerId(), state.idOf(step), back.id(), taken, at));
  }

  /** No more than left and no other return takes back. */
  private static List<LineQuantity> capped(ReturnCase back, FulfilmentState state) {
    return back.good().stream()
        .map(
            line -> {
              var id = line.lineId();
              var others = state.returns().claimed(id) - back.claimed(id);
              var most = Math.max(0, state.shipments().left(id) - others);
              return new LineQuantity(id, Math.min(line.quantity(), most));
            })
        .filter(line -> line.quantity() > 0)
        .toList();
  }

  private static Refused differs(ReturnCase back) {
    var findings =
        back.lines().stream().filter(line -> found(back, line) != line.quantity()).toList().stream()
            .map(line -> finding(back, line))
            .toList();
    var message = Cause.INSPECTION_DIFFERS.summary() + ": return " + back.id() + ".";
    return new Refused(
        Dependency.CARRIER,
        findings.isEmpty()
            ? List.of(Finding.of(Cause.INSPECTION_DIFFERS, null, message, Map.of()))
            : findings,
        message);
  }

  private static Finding finding(ReturnCase back, LineQuantity line) {
    var came = found(back, line);
    return Finding.of(
        Cause.INSPECTION_DIFFERS,
        line.lineId(),
        "Of line "
            + line.lineId()
            + " "
            + came
            + " came back, and "
            + line.quantity()
            + " were announced.",
        Map.of(
            Condition.RETURN_ID, back.id().value(),
            Condition.ANNOUNCED, Integer.toString(line.quantity()),
            Condition.FOUND, Integer.toString(came)));
  }

  private static int found(ReturnCase back, LineQuantity line) {
    return back.inspected().stream()
        .filter(it -> it.lineId().equals(line.lineId()))
        .mapToInt(InspectedLine::received)
        .sum();
  }

  /** What a refusal of a return's step is, where it says little by itself. */
  static Cause refusal(Step.ReturnStep step, Cause cause) {
    if (cause != Cause.ERP_REFUSED
        && cause != Cause.ERP_FIELD_REFUSED
        && cause != Cause.QUANTITY_REFUSED
        && cause != Cause.CARRIER_REFUSED) {
      return cause;
    }
    return switch (step) {
      case Step.AuthorizeReturn _ -> Cause.RETURN_REFUSED;
      case Step.RecordReturnReceipt _ -> Cause.RETURN_NOT_RECEIVABLE;
      case Step.CreateCreditMemo _ -> Cause.CREDIT_REFUSED;
      case Step.RefundCredit _ -> Cause.REFUND_REFUSED;
      case Step.AnnounceReturn _ -> Cause.RETURN_NOT_EXPECTED;
      case Step.CheckReturn _,
          Step.ConfirmInspection _,
          Step.WithdrawAnnouncement _,
          Step.CloseReturnAuthorization _ ->
          cause;
    };
  }
}
