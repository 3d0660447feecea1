package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.InjectPayload;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.NoteExceptionOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.PauseOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RerouteStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.ResumeOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RetryStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.SkipStep;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.fulfilment.Steps.StepState;
import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.command.order.SaleChecks;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.event.OperatorEvent.OrderResumed;
import io.throughline.kernel.event.OperatorEvent.PayloadInjected;
import io.throughline.kernel.event.OperatorEvent.StepRerouted;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.event.OperatorEvent.StepSkipped;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;

/** What operators may make of an order on its way, besides the remedies of its exceptions. Pure. */
final class OperatorDecisions {
  private OperatorDecisions() {}

  /**
   * @throws RuntimeException one of the package's named refusals
   */
  static List<? extends FulfilmentEvent> decide(FulfilmentState state, OperatorCommand command) {
    return switch (command) {
      case PauseOrder pause -> paused(state, pause);
      case ResumeOrder resume ->
          state.interventions().isPaused()
              ? List.of(
                  new OrderResumed(
                      state.orderId(),
                      state.customerId(),
                      resume.reason(),
                      resume.actor(),
                      resume.at()))
              : List.of(); // a retry, not an error
      case RetryStep retry -> retried(state, retry);
      case SkipStep skip -> skipped(state, skip);
      case RerouteStep reroute -> rerouted(state, reroute);
      case InjectPayload inject -> injected(state, inject);
      case NoteExceptionOverdue note -> overdue(state, note);
    };
  }

  private static List<OrderPaused> paused(FulfilmentState state, PauseOrder pause) {
    if (state.interventions().isPaused()) {
      return List.of(); // a retry, not an error
    }
    if (state.hasEnded()) {
      throw new OrderEnded(state.orderId());
    }
    return List.of(
        new OrderPaused(
            state.orderId(), state.customerId(), pause.reason(), pause.actor(), pause.at()));
  }

  private static List<StepRetried> retried(FulfilmentState state, RetryStep retry) {
    require(state, retry.stepId(), Status.PARKED, Status.PENDING);
    return List.of(
        new StepRetried(
            state.orderId(),
            state.customerId(),
            retry.stepId(),
            state.exceptions().about(retry.stepId()),
            retry.reason(),
            retry.actor(),
            retry.at()));
  }

  private static List<StepSkipped> skipped(FulfilmentState state, SkipStep skip) {
    var step = require(state, skip.stepId(), Status.PARKED, Status.PENDING).step();
    if (!mayBeSkipped(step)) {
      throw new StepNotSkippable(skip.stepId());
    }
    return List.of(
        new StepSkipped(
            state.orderId(),
            state.customerId(),
            skip.stepId(),
            state.exceptions().about(skip.stepId()),
            skip.reason(),
            skip.actor(),
            skip.at()));
  }

  /** What somebody can have done by hand, and whose answer nothing else needs. */
  static boolean mayBeSkipped(Step step) {
    return step instanceof Step.RecordItemFulfilment
        || step instanceof Step.HoldShipment
        || step instanceof Step.ReleaseShipment
        || step instanceof Step.CloseSalesOrder
        || step instanceof Step.AwaitShipDay;
  }

  /** Only after a definite no: what may be carried out after all would be done twice elsewhere. */
  private static List<StepRerouted> rerouted(FulfilmentState state, RerouteStep reroute) {
    var parked = require(state, reroute.stepId(), Status.PARKED);
    if (state.phase() != Phase.RUNNING) {
      throw new CancellationUnderWay(state.orderId());
    }
    if (!fits(reroute.detour(), parked.step())) {
      throw new DetourNotPossible(
          reroute.stepId()
              + " cannot go there: shipments go to other providers or warehouses,"
              + " orders that no ERP has yet to other accounts.");
    }
    if (parked.unsureSince() != null) {
      throw new DetourNotPossible(
          reroute.stepId()
              + " got no clear answer, and may be carried out where it was asked for: retry it, or"
              + " cancel the order.");
    }
    return List.of(
        new StepRerouted(
            state.orderId(),
            state.customerId(),
            reroute.stepId(),
            reroute.detour(),
            state.exceptions().about(reroute.stepId()),
            reroute.reason(),
            reroute.actor(),
            reroute.at()));
  }

  private static boolean fits(Detour detour, Step step) {
    return switch (detour) {
      case Detour.ToProvider _, Detour.AwayFromWarehouse _ -> step instanceof Step.RequestShipment;
      case Detour.ToErp _ ->
          step instanceof Step.ValidateOrder || step instanceof Step.CreateSalesOrder;
    };
  }

  private static List<FulfilmentEvent> injected(FulfilmentState state, InjectPayload inject) {
    require(state, inject.stepId(), Status.PARKED);
    var before = state.terms().sale();
    var wanted = inject.terms();
    if (!wanted.currency().equals(before.currency())) {
      throw new PayloadNotPossible("The currency of an order on its way stays.");
    }
    if (!wanted.lines().equals(before.lines()) && state.books().erpOrderId() != null) {
      throw new PayloadNotPossible(
          "The ERP has the order's lines: change the order (PATCH /api/v1/orders/{id}) instead.");
    }
    SaleChecks.check(wanted);
    var terms = state.terms().asWanted(wanted);
    return List.of(
        new TermsChanged(
            state.orderId(),
            state.customerId(),
            terms.sale(),
            terms.creditReleased(),
            terms.priceApproved(),
            inject.at()),
        new PayloadInjected(
            state.orderId(),
            state.customerId(),
            inject.stepId(),
            inject.approvalId(),
            state.exceptions().about(inject.stepId()),
            inject.actor(),
            inject.at()));
  }

  /** A deadline that has lost its meaning since it was set does nothing. */
  private static List<ExceptionOverdue> overdue(FulfilmentState state, NoteExceptionOverdue note) {
    var isNews =
        state.exceptions().find(note.exceptionId()).isPresent()
            && !state.interventions().overdue().contains(note.exceptionId());
    return isNews
        ? List.of(
            new ExceptionOverdue(
                state.orderId(),
                state.customerId(),
                note.exceptionId(),
                note.cause(),
                note.cause().queue(),
                note.held(),
                note.since(),
                note.since().plus(note.cause().due()),
                note.at()))
        : List.of();
  }

  private static StepState require(FulfilmentState state, StepId id, Status... allowed) {
    return state
        .steps()
        .find(id)
        .filter(it -> List.of(allowed).contains(it.status()))
        .orElseThrow(() -> new StepNotWaiting(id));
  }
}
