package io.throughline.command.fulfilment;

import io.throughline.command.customer.Placement;
import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.Erp.SalesOrder;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Learned;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.Milestones;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.ItemFulfilmentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderClosed;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Carries out the steps that are the ERP's. */
@Component
class ErpSteps {
  /**
   * How often the ERP is asked about stock and payments (business time): it has no way to tell us.
   */
  private static final Duration STOCK_PAUSE = Duration.ofHours(4);

  private static final Duration PAYMENT_PAUSE = Duration.ofHours(6);

  /** How soon it is seen that an account has taken an order's customer (wall time). */
  private static final Duration PLACING = Duration.ofMillis(200);

  private final Erps erps;
  private final BusinessClock clock;
  private final Milestones milestones;
  private final Nearness nearness;
  private final SalesOrderChanges changes;
  private final OrdersForErp orders;
  private final OtherSources sources;
  private final LateArrivals lateArrivals;
  private final SubscriptionSteps subscriptions;
  private final ReturnSteps returns;
  private final Placement placement;
  private final DepositSteps deposits;

  ErpSteps(
      Erps erps,
      BusinessClock clock,
      Milestones milestones,
      Nearness nearness,
      SalesOrderChanges changes,
      OrdersForErp orders,
      OtherSources sources,
      LateArrivals lateArrivals,
      SubscriptionSteps subscriptions,
      ReturnSteps returns,
      Placement placement,
      DepositSteps deposits) {
    this.deposits = deposits;
    this.placement = placement;
    this.subscriptions = subscriptions;
    this.returns = returns;
    this.lateArrivals = lateArrivals;
    this.orders = orders;
    this.erps = erps;
    this.clock = clock;
    this.milestones = milestones;
    this.nearness = nearness;
    this.changes = changes;
    this.sources = sources;
  }

  StepOutcome perform(Step.ErpStep step, FulfilmentState state) {
    var id = state.idOf(step);
    return switch (step) {
      case Step.ValidateOrder _ -> validate(id, state);
      case Step.CreateSalesOrder _ -> createSalesOrder(id, state);
      case Step.UpdateSalesOrder update -> changes.perform(update, state);
      case Step.SourceAgain again -> sources.perform(again, state);
      case Step.CheckAllocation _ -> checkAllocation(id, state);
      case Step.RecordItemFulfilment record -> recordItemFulfilment(id, record.shipmentId(), state);
      case Step.CreateInvoice create -> createInvoice(id, create.shipmentId(), state);
      case Step.CheckPayment check -> checkPayment(check.shipmentId(), state);
      case Step.SubscriptionStep recurring -> subscriptions.perform(recurring, erpOf(state), state);
      case Step.CloseSalesOrder _ -> closeSalesOrder(id, state);
      case Step.DepositStep deposit -> deposits.perform(deposit, erpOf(state), state);
      case Step.ErpReturnStep back -> returns.perform(back, state, erpOf(state));
    };
  }

  private Erp erpOf(FulfilmentState state) {
    var account = Objects.requireNonNullElse(state.books().erp(), state.interventions().erp());
    return erps.at(Objects.requireNonNull(account, "The order is not validated."));
  }

  private StepOutcome validate(StepId id, FulfilmentState state) {
    var order = orders.of(state, id, state.terms(), null);
    var erp = Objects.requireNonNullElseGet(state.interventions().erp(), () -> erps.routeOf(order));
    if (!placement.isSettled(order.customerId(), erp)) {
      return new NotYet(Duration.ofNanos(Math.round(PLACING.toNanos() * clock.rate())));
    }
    return fromErp(
        erps.at(erp).validate(order),
        validation ->
            new Answered(
                new OrderValidated(
                    state.orderId(),
                    state.customerId(),
                    id,
                    erp,
                    validation.erpCustomerId(),
                    validation.taxRate(),
                    Sourcing.plan(state.terms().sale(), validation.stock(), nearness),
                    clock.instant())));
  }

  private StepOutcome createSalesOrder(StepId id, FulfilmentState state) {
    return fromErp(
        erpOf(state).createSalesOrder(orders.of(state, id, state.terms(), null)),
        order ->
            BooksAmiss.ofAmount(state, order)
                .filter(_ -> !state.exceptions().accepted().contains(id))
                .<StepOutcome>map(Function.identity())
                .orElseGet(() -> new Answered(created(id, order, state))));
  }

  private SalesOrderCreated created(StepId id, SalesOrder order, FulfilmentState state) {
    return new SalesOrderCreated(
        state.orderId(),
        state.customerId(),
        id,
        order.erpOrderId(),
        order.number(),
        order.net(),
        order.tax(),
        clock.instant());
  }

  private StepOutcome checkAllocation(StepId id, FulfilmentState state) {
    return fromErp(
        erpOf(state).salesOrder(state.orderId(), state.terms().currency()),
        order -> allocated(id, state, order));
  }

  private StepOutcome allocated(StepId id, FulfilmentState state, Optional<SalesOrder> found) {
    var amiss = BooksAmiss.ofOrder(state, found);
    if (amiss.isPresent()) {
      return amiss.get();
    }
    var isFirstLook = !state.books().isAllocationKnown();
    return found
        .filter(order -> isFirstLook || !order.allocations().equals(state.books().allocations()))
        .<StepOutcome>map(
            order ->
                new Answered(
                    new StockAllocated(
                        state.orderId(),
                        state.customerId(),
                        id,
                        order.allocations(),
                        order.backOrdered(),
                        clock.instant())))
        .orElse(new NotYet(STOCK_PAUSE));
  }

  private StepOutcome recordItemFulfilment(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erpOf(state).recordItemFulfilment(state.orderId(), shipment, linesOf(shipment, state)),
        erpId ->
            new Answered(
                new ItemFulfilmentRecorded(
                    state.orderId(), state.customerId(), id, shipment, erpId, clock.instant())));
  }

  private StepOutcome createInvoice(StepId id, ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erpOf(state).createInvoice(state.orderId(), shipment, linesOf(shipment, state)),
        invoice -> {
          var amiss = BooksAmiss.ofAmount(state, shipment, invoice);
          if (amiss.isPresent()) {
            return amiss.get();
          }
          milestones.reached("invoiced", sinceSubmitted(state));
          return new Answered(
              new InvoiceIssued(
                  state.orderId(),
                  state.customerId(),
                  id,
                  shipment,
                  invoice.invoiceId(),
                  invoice.number(),
                  invoice.net(),
                  invoice.tax(),
                  invoice.lines(),
                  clock.instant()));
        });
  }

  private StepOutcome checkPayment(ShipmentId shipment, FulfilmentState state) {
    return fromErp(
        erpOf(state).invoice(shipment),
        found ->
            found
                .<StepOutcome>map(invoice -> told(shipment, invoice, state))
                .or(() -> BooksAmiss.ofInvoice(shipment, found))
                .orElseThrow());
  }

  /** What was paid is taken first; if the step still waits then, it goes on as said. */
  private StepOutcome told(ShipmentId shipment, Invoice invoice, FulfilmentState state) {
    if (invoice.isPaid()) {
      milestones.reached("paid", sinceSubmitted(state));
    }
    return new Learned(
        new TakePayments(
            state.orderId(), shipment, invoice.paid(), invoice.remaining(), clock.instant()),
        now ->
            BooksAmiss.ofPayment(now, shipment, invoice)
                .<StepOutcome>map(Function.identity())
                .orElse(new NotYet(PAYMENT_PAUSE)));
  }

  private StepOutcome closeSalesOrder(StepId id, FulfilmentState state) {
    var late = lateArrivals.atErp(state);
    if (late.isPresent()) {
      return new NotYet(late.get());
    }
    return fromErp(
        erpOf(state).closeSalesOrder(state.orderId()),
        _ ->
            new Answered(
                new SalesOrderClosed(state.orderId(), state.customerId(), id, clock.instant())));
  }

  private static List<LineQuantity> linesOf(ShipmentId id, FulfilmentState state) {
    return state.shipments().find(id).orElseThrow().lines();
  }

  private Duration sinceSubmitted(FulfilmentState state) {
    return Duration.between(state.submittedAt(), clock.instant());
  }

  private static <T> StepOutcome fromErp(Answer<T> answer, Function<T, StepOutcome> whenDone) {
    return StepOutcome.of(Dependency.ERP, answer, whenDone);
  }
}
