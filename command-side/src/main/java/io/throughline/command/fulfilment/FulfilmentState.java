package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CarriageEvent.CarriageAnswer;
import io.throughline.kernel.event.CarriageEvent.ShipmentChecked;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.DepositEvent.DepositAnswer;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.ItemFulfilmentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.OrderInformed;
import io.throughline.kernel.event.FulfilmentEvent.OrderValidated;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderClosed;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipDayCame;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentPicked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentRequested;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnAnswer;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SaleEvent.SaleAnswer;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionAnswer;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.ledger.MoneyTotals;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Where an order's fulfilment is: the fold of its events, immutable.
 *
 * @param submittedAt business time (UTC)
 * @param money what was invoiced, paid, credited and paid back so far
 * @param deposit what is paid in advance
 * @param cancellationReason why somebody wants it cancelled; empty if nobody does
 * @param refusedCancellations how often it was too late to cancel
 */
record FulfilmentState(
    OrderId orderId,
    CustomerId customerId,
    Instant submittedAt,
    Phase phase,
    Terms terms,
    ErpBooks books,
    Steps steps,
    Shipments shipments,
    Exceptions exceptions,
    Carriage carriage,
    Changes changes,
    Outages outages,
    Rest rest,
    Hold hold,
    Interventions interventions,
    Subscriptions subscriptions,
    Returns returns,
    MoneyTotals money,
    DepositState deposit,
    String cancellationReason,
    int refusedCancellations) {

  enum Phase {
    RUNNING,
    CANCELLING,
    COMPLETED,
    CANCELLED
  }

  static FulfilmentState started(FulfilmentStarted event) {
    return new FulfilmentState(
        event.orderId(),
        event.customerId(),
        event.submittedAt(),
        Phase.RUNNING,
        Terms.of(event),
        ErpBooks.EMPTY,
        Steps.NONE,
        Shipments.NONE,
        Exceptions.NONE,
        Carriage.NONE,
        Changes.NONE,
        Outages.NONE,
        Rest.WANTED,
        Hold.NONE,
        Interventions.NONE,
        Subscriptions.NONE,
        Returns.NONE,
        MoneyTotals.none(event.terms().currency()),
        DepositState.NONE,
        "",
        0);
  }

  StepId idOf(Step step) {
    return StepId.of(orderId, step);
  }

  boolean hasEnded() {
    return phase == Phase.COMPLETED || phase == Phase.CANCELLED;
  }

  /** Whether something has come of it that cannot be undone: a cancellation leaves that. */
  boolean anythingStays() {
    return shipments.anyHasLeft() || subscriptions.all().anyMatch(it -> stays(it.lineId()));
  }

  /** Whether something of the subscription is invoiced, or may be all the same. */
  boolean stays(LineId line) {
    return subscriptions.isBilled(line)
        || steps
            .find(idOf(new Step.InvoicePeriod(line, 1)))
            .filter(it -> it.unsureSince() != null)
            .isPresent();
  }

  FulfilmentState evolve(FulfilmentEvent event) {
    return happened(event).with(money.evolve(event));
  }

  private FulfilmentState happened(FulfilmentEvent event) {
    return switch (event) {
      case FulfilmentStarted started -> started(started);
      case StepRequested requested -> requested(requested);
      case StepAbandoned abandoned -> with(steps.as(abandoned.stepId(), Status.OPEN));
      case FulfilmentParked parked -> with(exceptions.with(parked)).with(steps.parked(parked));
      case BillPaid paid ->
          with(steps.without(paid.stepId()))
              .with(exceptions.without(paid.closed()))
              .with(subscriptions.evolve(paid));
      case SubscriptionAnswer answer ->
          with(steps.without(answer.stepId())).with(subscriptions.evolve(answer));
      case StepAnswer answer -> with(steps.as(answer.stepId(), Status.DONE)).learned(answer);
      case CarriageEvent way -> Counts.of(with(carriage.evolve(way)), way);
      case ShipmentPicked picked ->
          reached(picked.shipmentId(), Shipment.Stage.PICKED, picked.at());
      case ShipmentShipped shipped ->
          reached(shipped.shipmentId(), Shipment.Stage.SHIPPED, shipped.at())
              .update(shipped.shipmentId(), it -> it.with(shipped.parcels()));
      case ShipmentDelivered delivered ->
          reached(delivered.shipmentId(), Shipment.Stage.DELIVERED, delivered.at());
      case ShipmentDelayed delayed ->
          update(delayed.shipmentId(), shipment -> shipment.delayed(delayed.at()));
      case CancellationStarted started ->
          in(Phase.CANCELLING, started.reason(), refusedCancellations);
      case CancellationRefused _ ->
          in(hasEnded() ? phase : Phase.RUNNING, "", refusedCancellations + 1);
      case RemedyApplied applied ->
          Deposits.mended(
                  Counts.mended(
                      BillPayments.mended(Payments.mended(this, applied), applied), applied),
                  applied)
              .with(exceptions.mended(applied.exceptionId(), applied.remedy()))
              .with(returns.mended(applied))
              .reopened(applied.stepId());
      case TermsChanged changed -> with(terms.changed(changed));
      case SaleEvent sale -> Sales.of(this, sale);
      case OperatorEvent operator -> Steering.of(this, operator);
      case SubscriptionEvent recurring -> with(subscriptions.evolve(recurring));
      case ReturnEvent back -> GoodsBack.of(this, back);
      case PaymentEvent payment -> Payments.of(this, payment);
      case DepositEvent paid -> Deposits.of(this, paid);
      case FulfilmentCompleted completed ->
          with(exceptions.without(completed.closed()))
              .in(Phase.COMPLETED, cancellationReason, refusedCancellations);
      case FulfilmentCancelled cancelled ->
          with(exceptions.closed())
              .with(changes.ended())
              .in(Phase.CANCELLED, cancelled.reason(), refusedCancellations);
    };
  }

  private FulfilmentState learned(StepAnswer answer) {
    return switch (answer) {
      case OrderValidated validated -> with(books.at(validated.erp(), validated.sourcing()));
      case SalesOrderCreated created -> with(books.with(created.erpOrderId()));
      case StockAllocated stock -> with(books.with(stock));
      case ShipmentRequested taken ->
          with(carriage.taken(taken)).reached(taken.shipmentId(), Shipment.Stage.TAKEN, taken.at());
      case ShipmentChecked checked ->
          with(carriage.evolve(checked)).with(exceptions.without(checked.closed()));
      case CarriageAnswer way -> Counts.of(with(carriage.evolve(way)), way);
      case ItemFulfilmentRecorded recorded ->
          update(recorded.shipmentId(), Shipment::recordedInErp);
      case InvoiceIssued issued ->
          update(issued.shipmentId(), shipment -> shipment.invoiced(issued.invoiceId()));
      case PaymentRecorded payment ->
          with(exceptions.without(payment.closed()))
              .update(payment.shipmentId(), it -> Payments.settled(it, payment));
      case ShipmentCancelled cancelled ->
          reached(cancelled.shipmentId(), Shipment.Stage.CANCELLED, cancelled.at());
      case ShipmentCancellationRefused refused ->
          reached(refused.shipmentId(), Shipment.Stage.SHIPPED, refused.at());
      case SaleAnswer sale -> Sales.of(this, sale);
      case SubscriptionAnswer recurring -> with(subscriptions.evolve(recurring));
      case ReturnAnswer back -> GoodsBack.of(this, back);
      case DepositAnswer paid -> Deposits.of(this, paid);
      case SalesOrderClosed _, OrderInformed _, ShipDayCame _, FulfilmentParked _ -> this;
    };
  }

  /** A step that was done is asked for anew; one that is under way goes on. */
  FulfilmentState askedAgain(StepId step) {
    return steps.isDone(step) ? with(steps.as(step, Status.OPEN)) : this;
  }

  /** The step is asked for anew, if it is still due. */
  FulfilmentState reopened(StepId step) {
    return with(steps.as(step, Status.OPEN))
        .with(isAboutOutages(step) ? outages.forgotten() : outages);
  }

  private boolean isAboutOutages(StepId step) {
    return step.equals(idOf(new Step.SourceAgain(outages.rounds() + 1)));
  }

  /** The shipment's warehouse does not have it: others are looked for. */
  FulfilmentState notFrom(ShipmentId shipment, Instant at) {
    var found = shipments.find(shipment).map(outages::found).orElse(outages);
    return reached(shipment, Shipment.Stage.CANCELLED, at).with(found);
  }

  private FulfilmentState requested(StepRequested event) {
    var known = with(steps.requested(event));
    return switch (event.step()) {
      case Step.RequestShipment shipment -> known.with(shipments.asked(event, shipment));
      case Step.RequestDeposit _ -> known.with(deposit.asking());
      case Step _ -> known;
    };
  }

  private FulfilmentState reached(ShipmentId id, Shipment.Stage stage, Instant at) {
    return update(id, shipment -> shipment.at(stage, at));
  }

  FulfilmentState update(ShipmentId id, UnaryOperator<Shipment> change) {
    return with(shipments.update(id, change));
  }

  FulfilmentState in(Phase next, String reason, int refusals) {
    return change(
        draft -> {
          draft.phase = next;
          draft.cancellationReason = reason;
          draft.refusedCancellations = refusals;
        });
  }

  FulfilmentState with(Terms changed) {
    return change(draft -> draft.terms = changed);
  }

  FulfilmentState with(ErpBooks changed) {
    return change(draft -> draft.books = changed);
  }

  FulfilmentState with(Steps changed) {
    return change(draft -> draft.steps = changed);
  }

  private FulfilmentState with(Shipments changed) {
    return change(draft -> draft.shipments = changed);
  }

  FulfilmentState with(Exceptions changed) {
    return change(draft -> draft.exceptions = changed);
  }

  FulfilmentState with(Carriage changed) {
    return change(draft -> draft.carriage = changed);
  }

  FulfilmentState with(Changes changed) {
    return change(draft -> draft.changes = changed);
  }

  FulfilmentState with(Outages changed) {
    return change(draft -> draft.outages = changed);
  }

  FulfilmentState with(Rest changed) {
    return change(draft -> draft.rest = changed);
  }

  FulfilmentState with(Hold changed) {
    return change(draft -> draft.hold = changed);
  }

  FulfilmentState with(Returns changed) {
    return change(draft -> draft.returns = changed);
  }

  private FulfilmentState with(MoneyTotals changed) {
    return changed.equals(money) ? this : change(draft -> draft.money = changed);
  }

  FulfilmentState with(DepositState changed) {
    return change(draft -> draft.deposit = changed);
  }

  FulfilmentState with(Interventions changed) {
    return change(draft -> draft.interventions = changed);
  }

  FulfilmentState with(Subscriptions changed) {
    return change(draft -> draft.subscriptions = changed);
  }

  private FulfilmentState change(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done(this);
  }

  /** What can change of a state, while it changes. */
  private static final class Draft {
    private Phase phase;
    private Terms terms;
    private ErpBooks books;
    private Steps steps;
    private Shipments shipments;
    private Exceptions exceptions;
    private Carriage carriage;
    private Changes changes;
    private Outages outages;
    private Rest rest;
    private Hold hold;
    private Interventions interventions;
    private Subscriptions subscriptions;
    private Returns returns;
    private MoneyTotals money;
    private DepositState deposit;
    private String cancellationReason;
    private int refusedCancellations;

    Draft(FulfilmentState from) {
      phase = from.phase;
      terms = from.terms;
      books = from.books;
      steps = from.steps;
      shipments = from.shipments;
      exceptions = from.exceptions;
      carriage = from.carriage;
      changes = from.changes;
      outages = from.outages;
      rest = from.rest;
      hold = from.hold;
      interventions = from.interventions;
      subscriptions = from.subscriptions;
      returns = from.returns;
      money = from.money;
      deposit = from.deposit;
      cancellationReason = from.cancellationReason;
      refusedCancellations = from.refusedCancellations;
    }

    FulfilmentState done(FulfilmentState from) {
      return new FulfilmentState(
          from.orderId,
          from.customerId,
          from.submittedAt,
          phase,
          terms,
          books,
          steps,
          shipments,
          exceptions,
          carriage,
          changes,
          outages,
          rest,
          hold,
          interventions,
          subscriptions,
          returns,
          money,
          deposit,
          cancellationReason,
          refusedCancellations);
    }
  }
}
