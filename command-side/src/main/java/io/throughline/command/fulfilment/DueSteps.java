package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.Milestone;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.AwaitShipDay;
import io.throughline.kernel.fulfilment.Step.CancelShipment;
import io.throughline.kernel.fulfilment.Step.CheckAllocation;
import io.throughline.kernel.fulfilment.Step.CheckPayment;
import io.throughline.kernel.fulfilment.Step.CloseSalesOrder;
import io.throughline.kernel.fulfilment.Step.CreateInvoice;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import io.throughline.kernel.fulfilment.Step.InformOrder;
import io.throughline.kernel.fulfilment.Step.RecordItemFulfilment;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import io.throughline.kernel.fulfilment.Step.SourceAgain;
import io.throughline.kernel.fulfilment.Step.UpdateSalesOrder;
import io.throughline.kernel.fulfilment.Step.ValidateOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What should be done next for an order, from where it is, however it came there. A step that was
 * requested and is not open again is not asked for twice; so it does not matter in which order, or
 * how often, the facts arrive.
 */
final class DueSteps {
  private DueSteps() {}

  /**
   * @param at business time (UTC)
   */
  static List<Step> of(FulfilmentState state, Instant at) {
    if (state.interventions().isPaused()) {
      return List.of();
    }
    var wanted = new ArrayList<Step>();
    switch (state.phase()) {
      case RUNNING -> wanted.addAll(forward(state, at));
      case CANCELLING -> wanted.addAll(backward(state));
      case COMPLETED -> {
        wanted.add(new InformOrder(Milestone.COMPLETED, 1));
        Payments.dueAgain(state).forEach(it -> wanted.add(new CheckPayment(it.id())));
        state.subscriptions().all().flatMap(BillPayments::checks).forEach(wanted::add);
      }
      case CANCELLED -> wanted.add(new InformOrder(Milestone.CANCELLED, 1));
    }
    if (state.hasEnded() && Deposits.isAnyLeft(state)) {
      wanted.add(new Step.RefundDeposit());
    }
    wanted.addAll(ReturnDueSteps.of(state));
    state
        .shipments()
        .active()
        .filter(it -> Counts.isToBeConfirmed(state, it))
        .forEach(it -> wanted.add(new Step.ConfirmCount(it.id())));
    for (var refusal = 1; refusal <= state.refusedCancellations(); refusal++) {
      wanted.add(new InformOrder(Milestone.CANCELLATION_REFUSED, refusal));
    }
    for (var time = 1; time <= state.rest().cancelled(); time++) {
      wanted.add(new InformOrder(Milestone.PARTLY_CANCELLED, time));
    }
    return wanted.stream().filter(step -> state.steps().isDue(state.idOf(step))).toList();
  }

  private static List<Step> forward(FulfilmentState state, Instant at) {
    var wanted = new ArrayList<Step>();
    if (state.books().erpOrderId() != null) {
      wanted.add(new InformOrder(Milestone.ACCEPTED, 1));
    }
    wanted.addAll(state.changes().isPending() ? ChangeSteps.of(state) : onward(state, at));
    wanted.removeIf(state.hold()::stops);
    wanted.addAll(CarriageDueSteps.of(state));
    wanted.addAll(SubscriptionDueSteps.of(state, at));
    if (Deposits.isAnyLeft(state) && SubscriptionTurn.areGoodsSettled(state)) {
      wanted.add(new Step.RefundDeposit());
    }
    if (state.shipments().anyHasLeft()) {
      wanted.add(new InformOrder(Milestone.SHIPPED, 1));
    }
    state
        .shipments()
        .active()
        .filter(Shipment::hasLeft)
        .filter(Counts::isSettled)
        .map(shipment -> bookingOf(state, shipment))
        .forEach(wanted::addAll);
    return wanted;
  }

  private static List<Step> onward(FulfilmentState state, Instant at) {
    var books = state.books();
    if (!books.validated()) {
      return List.of(new ValidateOrder());
    }
    if (books.erpOrderId() == null) {
      return List.of(new CreateSalesOrder());
    }
    if (state.outages().isNews()) {
      return List.of(new SourceAgain(state.outages().rounds() + 1));
    }
    var wanted = new ArrayList<Step>();
    if (state.terms().sale().goods().isEmpty()) {
      return wanted; // nothing of it is stocked or shipped
    }
    wanted.addAll(Deposits.due(state));
    if (!books.isAllocationKnown() || !books.backOrdered().isEmpty()) {
      wanted.add(new CheckAllocation(books.allocationRounds() + 1));
    }
    if (books.isAllocationKnown()
        && !state.carriage().suspended()
        && !Deposits.isWaitedFor(state)) {
      wanted.addAll(ShipmentSteps.of(state, at));
    }
    return wanted;
  }

  /** The ERP hears of a shipment, then invoices it, then is watched for the payment. */
  private static List<Step> bookingOf(FulfilmentState state, Shipment shipment) {
    if (!shipment.recorded()) {
      return List.of(new RecordItemFulfilment(shipment.id()));
    }
    if (shipment.invoiceId() == null) {
      return List.of(new CreateInvoice(shipment.id()));
    }
    if (Deposits.isToBeApplied(state, shipment)) {
      return List.of(new Step.ApplyDeposit(shipment.id()));
    }
    return shipment.paid() ? List.of() : List.of(new CheckPayment(shipment.id()));
  }

  /**
   * The compensations, last effect first: stop every shipment that has not left, then close the
   * order in the ERP's books, unless something has left. What has been requested and not yet
   * answered is waited for; only then it is known what there is to undo.
   */
  private static List<Step> backward(FulfilmentState state) {
    if (state.steps().pending(DueSteps::hasEffect).findAny().isPresent()) {
      return List.of();
    }
    var toStop =
        state
            .shipments()
            .active()
            .filter(shipment -> !shipment.hasLeft())
            .<Step>map(shipment -> new CancelShipment(shipment.id()))
            .toList();
    if (!toStop.isEmpty()) {
      return toStop;
    }
    if (state.anythingStays()) {
      return List.of(); // the rest is taken out of the order
    }
    if (!state.steps().wasRequested(state.idOf(new CreateSalesOrder()))) {
      return List.of();
    }
    return state.steps().isDone(state.idOf(new CloseSalesOrder())) && !Deposits.isUndone(state)
        ? List.of(new Step.RefundDeposit())
        : List.of(new CloseSalesOrder());
  }

  /** Whether it changes something at the other side that a cancellation has to undo. */
  static boolean hasEffect(Step step) {
    return switch (step) {
      case CreateSalesOrder _,
          UpdateSalesOrder _,
          SourceAgain _,
          RequestShipment _,
          RecordItemFulfilment _,
          CreateInvoice _,
          Step.InvoicePeriod _,
          Step.RequestDeposit _,
          Step.ApplyDeposit _,
          Step.AdjustPeriod _,
          Step.CreditStep _ ->
          true;
      case ValidateOrder _,
          CheckAllocation _,
          CheckPayment _,
          Step.CarriageStep _,
          Step.ReturnStep _,
          CancelShipment _,
          CloseSalesOrder _,
          Step.ConfirmCount _,
          Step.DepositStep _,
          AwaitShipDay _,
          Step.SubscriptionStep _,
          Step.AwaitSubscriptionDay _,
          InformOrder _ ->
          false;
    };
  }

  /** Whether it can be dropped at any time without a trace. */
  static boolean onlyLooks(Step step) {
    return switch (step) {
      case ValidateOrder _,
          CheckAllocation _,
          CheckPayment _,
          AwaitShipDay _,
          Step.CheckBillPayment _,
          Step.CheckDeposit _,
          Step.CheckSubscriptionChange _,
          Step.RenewSubscription _,
          Step.AwaitSubscriptionDay _,
          Step.CarriageStep _ ->
          true;
      case CreateSalesOrder _,
          UpdateSalesOrder _,
          SourceAgain _,
          RequestShipment _,
          RecordItemFulfilment _,
          CreateInvoice _,
          Step.InvoicePeriod _,
          Step.AdjustPeriod _,
          Step.CreditStep _ ->
          false;
      case CancelShipment _,
          CloseSalesOrder _,
          InformOrder _,
          Step.ConfirmCount _,
          Step.DepositStep _,
          Step.ReturnStep _ ->
          false;
    };
  }
}
