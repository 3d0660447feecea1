package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.StepOutcome.Unclear;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.OpenCredit;
import io.throughline.kernel.subscription.UnpaidBill;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes a parked exception of a step that cannot go on without a person: why, whose move, what it
 * holds up.
 */
@Component
class Parking {
  /**
   * With pauses that double up to 30 s this is some four minutes of trying, then somebody should
   * know.
   */
  private static final int ATTEMPTS = 15;

  private final BusinessClock clock;
  private final Duration longOutage;

  /**
   * @param longOutage after which a system that does not answer is a person's matter (wall time:
   *     machines are down in it)
   */
  Parking(
      BusinessClock clock, @Value("${throughline.fulfilment.long-outage:4h}") Duration longOutage) {
    this.clock = clock;
    this.longOutage = longOutage;
  }

  /** Whether a step that has not even been tried for so long is to be parked. */
  boolean isLong(Duration held) {
    return held.compareTo(longOutage) >= 0;
  }

  FulfilmentParked held(FulfilmentState state, Step step, CallHeld call) {
    var by = dependencyOf(step);
    return parked(
        state,
        step,
        switch (call.reason()) {
          case NO_PERMIT, PAUSED -> Cause.QUOTA_EXHAUSTED;
          case NOT_ANSWERING -> unavailable(by);
          case MAINTENANCE, CLOSED ->
              by == Dependency.CARRIER ? unavailable(by) : Cause.ERP_MAINTENANCE;
        },
        by,
        List.of(),
        Objects.requireNonNullElse(call.getMessage(), "No call was made."));
  }

  private static Dependency dependencyOf(Step step) {
    return switch (step) {
      case Step.ErpStep _ -> Dependency.ERP;
      case Step.CarrierStep _ -> Dependency.CARRIER;
      case Step.OwnStep _ -> Dependency.THROUGHLINE;
    };
  }

  boolean isExhausted(int attempt) {
    return attempt >= ATTEMPTS;
  }

  FulfilmentParked refused(FulfilmentState state, Step step, Refused refused) {
    var findings =
        refused.findings().stream().sorted(Comparator.comparing(Finding::cause)).toList();
    var cause = findings.isEmpty() ? refusedBy(refused.by()) : findings.getFirst().cause();
    return parked(state, step, at(step, cause), refused.by(), findings, refused.answer());
  }

  /** What says little by itself says more by the step that it stopped. */
  private static Cause at(Step step, Cause cause) {
    if (step instanceof Step.ReturnStep back) {
      return Inspection.refusal(back, cause);
    }
    if (cause != Cause.ERP_REFUSED && cause != Cause.ERP_FIELD_REFUSED) {
      return cause;
    }
    if (isCredit(step)) {
      return Cause.CREDIT_REFUSED;
    }
    if (step instanceof Step.RefundSubscriptionCredit) {
      return Cause.REFUND_REFUSED;
    }
    if (step instanceof Step.CreateInvoice
        || step instanceof Step.InvoicePeriod
        || step instanceof Step.AdjustPeriod) {
      return Cause.INVOICE_REFUSED;
    }
    if (step instanceof Step.DepositStep) {
      return Cause.DEPOSIT_REFUSED;
    }
    return step instanceof Step.RecordItemFulfilment ? Cause.FULFILMENT_REFUSED : cause;
  }

  private static boolean isCredit(Step step) {
    return step instanceof Step.ApplyCredit
        || (step instanceof Step.AdjustPeriod adjust && adjust.amount().amount().signum() < 0);
  }

  FulfilmentParked exhausted(FulfilmentState state, Step step, Unclear unclear) {
    var cause = Objects.requireNonNullElse(unclear.cause(), unavailable(unclear.by()));
    return parked(state, step, cause, unclear.by(), List.of(), unclear.answer());
  }

  private FulfilmentParked parked(
      FulfilmentState state,
      Step step,
      Cause cause,
      Dependency by,
      List<Finding> findings,
      String answer) {
    return new FulfilmentParked(
        state.orderId(),
        state.customerId(),
        ExceptionId.of(state.orderId(), state.exceptions().count() + 1),
        state.idOf(step),
        cause,
        by,
        cause.queue(),
        findings,
        answer,
        held(state, step),
        cause.remedies(),
        clock.instant());
  }

  private static Cause refusedBy(Dependency by) {
    return switch (by) {
      case ERP, THROUGHLINE -> Cause.ERP_REFUSED;
      case CARRIER -> Cause.CARRIER_REFUSED;
      case SALESFORCE -> throw noStepAsksIt();
    };
  }

  private static Cause unavailable(Dependency by) {
    return switch (by) {
      case ERP, THROUGHLINE -> Cause.ERP_UNAVAILABLE;
      case CARRIER -> Cause.CARRIER_UNAVAILABLE;
      case SALESFORCE -> throw noStepAsksIt();
    };
  }

  private static IllegalArgumentException noStepAsksIt() {
    return new IllegalArgumentException("No step of an order asks Salesforce for anything.");
  }

  private static Money held(FulfilmentState state, Step step) {
    return switch (step) {
      case Step.RequestShipment request -> value(state, request.lines());
      case Step.ConfirmCount count -> value(state, count.shipmentId());
      case Step.RecordItemFulfilment record -> value(state, record.shipmentId());
      case Step.CreateInvoice create -> value(state, create.shipmentId());
      case Step.CheckPayment check -> value(state, check.shipmentId());
      case Step.CancelShipment cancel -> value(state, cancel.shipmentId());
      case Step.CarriageStep about -> value(state, about.shipmentId());
      case Step.SubscriptionStep recurring -> value(state, recurring);
      case Step.ReturnStep back -> value(state, linesOf(state, back));
      case Step.ApplyDeposit apply -> value(state, apply.shipmentId());
      case Step.DepositStep _ -> state.terms().net();
      case Step.CheckAllocation _ -> value(state, state.books().backOrdered());
      case Step.ValidateOrder _,
          Step.CreateSalesOrder _,
          Step.UpdateSalesOrder _,
          Step.SourceAgain _,
          Step.CloseSalesOrder _,
          Step.AwaitShipDay _,
          Step.AwaitSubscriptionDay _,
          Step.InformOrder _ ->
          state.terms().net();
    };
  }

  /** A renewal holds up a term, everything else a bill. */
  private static Money value(FulfilmentState state, Step.SubscriptionStep step) {
    var line = state.subscriptions().find(step.lineId()).orElseThrow();
    var price = line.on(line.calendar().period(line.invoiced() + 1).from()).net();
    return switch (step) {
      case Step.InvoicePeriod invoice -> line.worthOf(line.calendar().period(invoice.period()));
      case Step.AdjustPeriod adjust ->
          new Money(adjust.amount().amount().abs(), adjust.amount().currency());
      case Step.CheckBillPayment check ->
          line.unpaid(check.billId()).map(UnpaidBill::due).orElse(price);
      case Step.CreditStep about ->
          line.credit(about.creditId()).map(OpenCredit::left).orElse(price);
      case Step.CheckSubscriptionChange _ -> price;
      case Step.RenewSubscription _ ->
          price.times(BigDecimal.valueOf(line.calendar().periodsInTerm()));
    };
  }

  private static List<LineQuantity> linesOf(FulfilmentState state, Step.ReturnStep step) {
    return state.returns().find(step.returnId()).orElseThrow().lines();
  }

  private static Money value(FulfilmentState state, ShipmentId shipment) {
    return value(state, state.shipments().find(shipment).orElseThrow().lines());
  }

  private static Money value(FulfilmentState state, List<LineQuantity> lines) {
    return lines.stream()
        .map(line -> state.terms().line(line.lineId()).net(line.quantity()))
        .reduce(Money.zero(state.terms().currency()), Money::plus);
  }
}
