package io.throughline.query.orderdetails;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.*;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.*;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Milestone;
import io.throughline.query.orderdetails.OrderDetails.OpenException;
import io.throughline.query.orderdetails.OrderDetails.PendingStep;
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import io.throughline.query.projection.MissingView;
import io.throughline.query.projection.Projection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds an order's own events and its fulfilment's into one document. */
@Component
public class OrderDetailsProjection implements Projection<OrderDetails> {

  @Override
  public String name() {
    return "orderdetails";
  }

  /** 6: what an order waits for is a code with values. */
  @Override
  public int version() {
    return 6;
  }

  @Override
  public Class<OrderDetails> viewType() {
    return OrderDetails.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return switch (event) {
      case OrderEvent order -> Set.of(order.orderId().value());
      case FulfilmentEvent fulfilment -> Set.of(fulfilment.orderId().value());
      case CustomerEvent _, ApprovalEvent _, EpochEvent _, MaintenanceEvent _ -> Set.of();
    };
  }

  @Override
  public OrderDetails evolve(@Nullable OrderDetails view, Event event) {
    if (event instanceof OrderSubmitted submitted) {
      return begun(submitted);
    }
    if (view == null) {
      throw new MissingView(event);
    }
    var draft = new Draft(view);
    switch (event) {
      case OrderEvent order -> apply(draft, order);
      case FulfilmentEvent fulfilment -> apply(draft, fulfilment);
      case CustomerErased _ -> draft.erase();
      case CustomerEvent _, ApprovalEvent _, EpochEvent _, MaintenanceEvent _ -> {}
    }
    return draft.done(event.at());
  }

  /** The same, for an order as a list shows it. */
  public OrderRow evolveRow(@Nullable OrderRow row, Event event) {
    return OrderRow.of(evolve(row == null ? null : row.blankElsewhere(), event));
  }

  @Override
  public boolean keepsOrdersApart() {
    return true;
  }

  @Override
  public OrderDetails evolve(@Nullable OrderDetails view, Event event, StoredEvent stored) {
    return evolve(view, event, stored.eventId());
  }

  /** With where each field comes from. */
  public OrderDetails evolve(@Nullable OrderDetails view, Event event, String eventId) {
    var known =
        view == null || event instanceof OrderSubmitted ? List.<Stamp>of() : view.provenance();
    return evolve(view, event).withProvenance(Sources.stamped(known, event, eventId));
  }

  @Override
  public CustomerId customerOf(OrderDetails view) {
    return view.customerId();
  }

  /** The months narrow what {@link Measures} are added up over. */
  @Override
  public List<String> indexedFields() {
    return List.of(Measures.MONTH);
  }

  @Override
  public Map<String, Object> indexed(OrderDetails view) {
    return Measures.of(view);
  }

  private static OrderDetails begun(OrderSubmitted event) {
    var terms = event.terms();
    return new OrderDetails(
        event.orderId(),
        event.customerId(),
        event.owner(),
        terms.orderedOn(),
        terms.requestedOn(),
        terms.currency(),
        terms.taxRegion(),
        terms.partnerId(),
        terms.shipTo(),
        terms.furtherShipTos(),
        OrderState.SUBMITTED,
        null,
        null,
        null,
        Amounts.ofOrdered(terms.goodsNet()),
        terms.lines().stream().map(Line::of).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        milestones(event),
        event.at(),
        event.at(),
        List.of());
  }

  private static List<Milestone> milestones(OrderSubmitted event) {
    var submitted = new Milestone("submitted", null, event.at());
    return Promise.of(event.terms())
        .map(day -> List.of(submitted, new Milestone(Promise.DELIVERED, day, null)))
        .orElse(List.of(submitted));
  }

  private static void apply(Draft draft, OrderEvent event) {
    switch (event) {
      case OrderSubmitted _ -> {} // it began the view
      case OrderAccepted accepted -> draft.milestone("accepted", accepted.at());
      case OrderShipped shipped -> draft.milestone("shipped", shipped.at());
      case OrderCancellationRequested requested ->
          draft.milestone("cancellation requested", requested.at());
      case OrderCancellationRefused refused ->
          draft.milestone("cancellation refused", refused.at());
      case OrderPartlyCancelled cut -> draft.milestone("partly cancelled", cut.at());
      case OrderCancelled cancelled -> draft.milestone("cancelled", cancelled.at());
      case OrderCompleted completed -> draft.milestone("completed", completed.at());
    }
  }

  private static void apply(Draft draft, FulfilmentEvent event) {
    if (event instanceof StepAnswer answer) {
      draft.pendingSteps.removeIf(step -> step.stepId().equals(answer.stepId()));
    }
    switch (event) {
      case FulfilmentStarted _, OrderInformed _, ShipDayCame _ -> {}
      case StepRequested requested -> {
        if (!(requested.step() instanceof Step.AwaitSubscriptionDay)) { // nothing is under way
          draft.pendingSteps.add(pending(requested, draft));
        }
      }
      case StepAbandoned abandoned ->
          draft.pendingSteps.removeIf(step -> step.stepId().equals(abandoned.stepId()));
      case OrderValidated validated -> {
        draft.state = OrderState.VALIDATED;
        draft.erp = validated.erp();
        draft.milestone("validated", validated.at());
      }
      case SalesOrderCreated created -> {
        draft.state = OrderState.ACCEPTED;
        draft.erpOrderId = created.erpOrderId();
        draft.erpOrderNumber = created.erpOrderNumber();
      }
      case StockAllocated allocated -> allocate(draft, allocated);
      case ShipmentRequested requested -> request(draft, requested);
      case CarriageEvent way -> Carriage.apply(draft, way);
      case OperatorEvent operator -> Operators.apply(draft, operator);
      case SubscriptionEvent recurring -> LineSubscriptions.apply(draft, recurring);
      case ShipmentPicked picked ->
          draft.shipment(picked.shipmentId(), shipment -> Shipments.picked(shipment, picked.at()));
      case ShipmentShipped shipped -> {
        draft.shipment(shipped.shipmentId(), shipment -> Shipments.shipped(shipment, shipped));
        Carriage.on(draft, shipped.shipmentId(), way -> Parcels.told(way, shipped.parcels()));
        left(draft);
      }
      case ShipmentDelivered delivered -> {
        draft.shipment(
            delivered.shipmentId(), shipment -> Shipments.delivered(shipment, delivered.at()));
        Carriage.on(draft, delivered.shipmentId(), way -> Parcels.arrived(way, delivered.at()));
        left(draft);
      }
      case ShipmentDelayed delayed ->
          draft.shipment(
              delayed.shipmentId(), shipment -> Shipments.delayed(shipment, delayed.reason()));
      case ItemFulfilmentRecorded _ -> {}
      case InvoiceIssued issued -> InvoicePayments.issue(draft, issued);
      case PaymentRecorded payment -> InvoicePayments.settle(draft, payment);
      case PaymentEvent payment -> InvoicePayments.apply(draft, payment);
      case DepositEvent paid -> Deposits.apply(draft, paid);
      case CancellationStarted _ -> draft.state = OrderState.CANCELLING;
      case CancellationRefused _ ->
          draft.state = draft.state == OrderState.CANCELLING ? OrderState.ACCEPTED : draft.state;
      case ShipmentCancelled cancelled ->
          draft.shipment(cancelled.shipmentId(), Shipments::cancelled);
      case ShipmentCancellationRefused _, SalesOrderClosed _ -> {}
      case FulfilmentParked parked -> draft.exceptions.add(exception(parked));
      case RemedyApplied applied -> {
        draft.exceptions.removeIf(it -> it.exceptionId().equals(applied.exceptionId()));
        if (applied.remedy() == Remedy.WAIVE_DEPOSIT) {
          Deposits.waived(draft);
        }
      }
      case TermsChanged changed -> Sales.terms(draft, changed.terms());
      case SaleEvent sale -> Sales.apply(draft, sale);
      case ReturnEvent back -> Returned.apply(draft, back);
      case FulfilmentCompleted completed -> {
        draft.state = OrderState.COMPLETED;
        draft.exceptions.removeIf(it -> completed.closed().contains(it.exceptionId()));
      }
      case FulfilmentCancelled _ -> {
        draft.state = OrderState.CANCELLED;
        draft.exceptions.clear();
        draft.hold = null;
        draft.subscriptions.clear(); // nothing of them was ever invoiced
        draft.money = draft.money.worth(draft.zero(), draft.money.ordered());
      }
    }
  }

  private static PendingStep pending(StepRequested requested, Draft draft) {
    var isShort = draft.lines.stream().anyMatch(line -> line.backOrdered() > 0);
    return new PendingStep(
        requested.stepId(),
        Waiting.because(requested.step(), isShort),
        Waiting.values(requested.step()),
        Waiting.onWhom(requested.step()),
        requested.at());
  }

  private static OpenException exception(FulfilmentParked parked) {
    return new OpenException(
        parked.exceptionId(),
        parked.stepId(),
        parked.cause(),
        parked.dependency(),
        parked.queue(),
        parked.findings().isEmpty()
            ? Draft.summary(parked.cause())
            : parked.findings().getFirst().message(),
        parked.findings(),
        parked.answer(),
        parked.held(),
        parked.remedies(),
        parked.at());
  }

  private static void allocate(Draft draft, StockAllocated event) {
    draft.lines.replaceAll(
        line -> {
          var allocated =
              event.allocations().stream()
                  .filter(it -> it.lineId().equals(line.lineId()))
                  .mapToInt(it -> it.quantity())
                  .sum();
          var backOrdered =
              event.backOrdered().stream()
                  .filter(it -> it.lineId().equals(line.lineId()))
                  .mapToInt(LineQuantity::quantity)
                  .sum();
          return line.withStock(allocated, backOrdered);
        });
  }

  private static void request(Draft draft, ShipmentRequested event) {
    var known =
        draft.shipments.stream()
            .anyMatch(shipment -> shipment.shipmentId().equals(event.shipmentId()));
    if (!known) {
      draft.shipments.add(
          new Shipment(
              event.shipmentId(),
              event.warehouse(),
              event.shipTo(),
              event.requestedOn(),
              event.lines(),
              ShipmentState.REQUESTED,
              event.provider(),
              null,
              null,
              null,
              event.at(),
              null,
              null,
              null,
              OrderDetails.ShipmentWay.USUAL));
    }
  }

  /** What has left the warehouses, line by line, and what that makes of the order. */
  static void left(Draft draft) {
    draft.lines.replaceAll(
        line -> {
          var shipped =
              draft.shipments.stream()
                  .filter(Shipments::hasLeft)
                  .flatMap(shipment -> shipment.lines().stream())
                  .filter(part -> part.lineId().equals(line.lineId()))
                  .mapToInt(LineQuantity::quantity)
                  .sum();
          return line.withShipped(shipped);
        });
    var all =
        draft.lines.stream()
            .filter(line -> line.subscription() == null)
            .allMatch(line -> line.shipped() == line.quantity());
    var delivered =
        draft.shipments.stream()
            .filter(shipment -> shipment.state() != ShipmentState.CANCELLED)
            .allMatch(shipment -> shipment.state() == ShipmentState.DELIVERED);
    if (all) {
      draft.state = delivered ? OrderState.DELIVERED : OrderState.SHIPPED;
      if (delivered) {
        draft.shipments.stream()
            .map(Shipment::deliveredAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .ifPresent(at -> draft.milestone(Promise.DELIVERED, at));
      }
    } else {
      draft.state = OrderState.PARTIALLY_SHIPPED;
    }
  }
}
