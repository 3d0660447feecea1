package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SaleEvent.OrderAdjustmentStarted;
import io.throughline.kernel.event.SaleEvent.OrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.OrderChangeStarted;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.event.SaleEvent.OrderSourcedAgain;
import io.throughline.kernel.event.SaleEvent.PartialCancellationStarted;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import io.throughline.kernel.event.SaleEvent.SalesOrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.SalesOrderChanged;
import io.throughline.kernel.event.SaleEvent.ShipmentUnstocked;
import io.throughline.kernel.fulfilment.Step;

/** What changes, holds and other warehouses make of where an order is. Pure. */
final class Sales {
  private Sales() {}

  static FulfilmentState of(FulfilmentState state, SaleEvent event) {
    return switch (event) {
      case OrderChangeStarted started ->
          state.with(state.changes().asked(started.number(), started.change()));
      case SalesOrderChanged changed -> state.with(state.changes().booked(changed.sourcing()));
      case SalesOrderChangeRefused refused -> state.with(state.changes().refused(refused.reason()));
      case ShipmentUnstocked gone -> state.notFrom(gone.shipmentId(), gone.at());
      case OrderSourcedAgain again ->
          state.with(state.outages().told()).with(state.books().changed(again.sourcing()));
      case PartialCancellationStarted cut -> restCancelled(state, cut);
      case OrderAdjustmentStarted follows -> followed(state, follows);
      case ProductChanged product ->
          state.books().erpOrderId() == null ? state : state.with(state.outages().about(product));
      case OrderChanged changed -> Deposits.orderChanged(changed(state, changed));
      case OrderChangeRefused refused ->
          CountChanges.refused(
              state.with(state.changes().ended()), refused.number(), refused.reason());
      case OrderHeld _ -> state.with(new Hold(true));
      case OrderReleased _ -> state.with(Hold.NONE);
    };
  }

  private static FulfilmentState followed(FulfilmentState state, OrderAdjustmentStarted event) {
    var change = CountChanges.toWhatLeft(state.terms().sale(), event.lines());
    return state
        .with(state.changes().asked(event.number(), change))
        .update(event.shipmentId(), it -> it.followedBy(event.number()));
  }

  /** Put to the ERP anew from the beginning, unless the ERP may have it: then its stock is open. */
  private static FulfilmentState changed(FulfilmentState state, OrderChanged event) {
    var sourcing = state.changes().inBooks();
    var books = state.books();
    var known =
        ChangeSteps.erpMayHaveIt(state)
            ? state.with(books.changed(sourcing == null ? books.sourcing() : sourcing))
            : state
                .with(ErpBooks.EMPTY)
                .with(state.steps().as(state.idOf(new Step.ValidateOrder()), Status.OPEN));
    return known
        .with(state.terms().asWanted(event.terms()))
        .with(state.changes().ended())
        .with(state.rest().changed())
        .with(state.subscriptions().changed(event.terms()));
  }

  /** Whatever warehouses were out of is not wanted any more. */
  private static FulfilmentState restCancelled(
      FulfilmentState state, PartialCancellationStarted event) {
    var cut = PartialCancellation.toWhatLeft(state.terms().sale(), event.lines());
    return state
        .with(state.changes().asked(event.number(), cut))
        .with(state.rest().begun())
        .with(state.outages().settled())
        .in(Phase.RUNNING, event.reason(), state.refusedCancellations());
  }
}
