package io.throughline.query.orderdetails;

import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.privacy.Erased;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Change;
import io.throughline.query.orderdetails.OrderDetails.ChangeState;
import io.throughline.query.orderdetails.OrderDetails.Deposit;
import io.throughline.query.orderdetails.OrderDetails.Hold;
import io.throughline.query.orderdetails.OrderDetails.Invoice;
import io.throughline.query.orderdetails.OrderDetails.Milestone;
import io.throughline.query.orderdetails.OrderDetails.OpenException;
import io.throughline.query.orderdetails.OrderDetails.PendingStep;
import io.throughline.query.orderdetails.OrderDetails.Return;
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A view while one event is folded into it. */
final class Draft {
  private final OrderDetails before;
  OrderState state;
  @Nullable LocalDate requestedOn;
  String taxRegion;
  Address shipTo;
  List<ShipTo> furtherShipTos;
  @Nullable String erpOrderId;
  @Nullable String erpOrderNumber;
  @Nullable String erp;
  Amounts money;
  final List<Line> lines;
  final List<Shipment> shipments;
  final List<Invoice> invoices;
  final List<LineSubscription> subscriptions;
  final List<Return> returns;
  final List<OpenException> exceptions;
  final List<PendingStep> pendingSteps;
  @Nullable Hold hold;
  @Nullable Hold pause;
  @Nullable Change lastChange;
  @Nullable Deposit deposit;
  final List<Milestone> milestones;

  Draft(OrderDetails before) {
    this.before = before;
    this.state = before.state();
    this.requestedOn = before.requestedOn();
    this.taxRegion = before.taxRegion();
    this.shipTo = before.shipTo();
    this.furtherShipTos = before.furtherShipTos();
    this.erpOrderId = before.erpOrderId();
    this.erpOrderNumber = before.erpOrderNumber();
    this.erp = before.erp();
    this.money = before.money();
    this.lines = new ArrayList<>(before.lines());
    this.shipments = new ArrayList<>(before.shipments());
    this.invoices = new ArrayList<>(before.invoices());
    this.subscriptions = new ArrayList<>(before.subscriptions());
    this.returns = new ArrayList<>(before.returns());
    this.exceptions = new ArrayList<>(before.exceptions());
    this.pendingSteps = new ArrayList<>(before.pendingSteps());
    this.hold = before.hold();
    this.pause = before.pause();
    this.lastChange = before.lastChange();
    this.deposit = before.deposit();
    this.milestones = new ArrayList<>(before.milestones());
  }

  /** The first time counts. */
  void milestone(String name, Instant at) {
    var known = milestones.stream().filter(it -> it.name().equals(name)).findFirst();
    if (known.isEmpty() || known.get().at() == null) {
      var promised = known.map(Milestone::promised).orElse(null);
      milestones.removeIf(it -> it.name().equals(name));
      var next = (int) milestones.stream().filter(it -> it.at() != null).count();
      milestones.add(next, new Milestone(name, promised, at));
    }
  }

  /** What is promised and not reached stands behind what is reached. */
  void promise(String name, @Nullable LocalDate day) {
    var known = milestones.stream().filter(it -> it.name().equals(name)).findFirst();
    var reached = known.map(Milestone::at);
    if (reached.isPresent()) {
      milestones.replaceAll(it -> it.name().equals(name) ? new Milestone(name, day, it.at()) : it);
    } else {
      known.ifPresent(milestones::remove);
      if (day != null) {
        milestones.add(new Milestone(name, day, null));
      }
    }
  }

  void ended(int number, ChangeState how, @Nullable String refusal, Instant at) {
    var known = lastChange;
    if (known != null && known.number() == number) {
      lastChange = new Change(number, how, refusal, known.askedAt(), at);
    }
  }

  void line(LineId id, UnaryOperator<Line> change) {
    lines.replaceAll(line -> line.lineId().equals(id) ? change.apply(line) : line);
  }

  void shipment(ShipmentId id, UnaryOperator<Shipment> change) {
    shipments.replaceAll(
        shipment -> shipment.shipmentId().equals(id) ? change.apply(shipment) : shipment);
  }

  /** As a fold of what can still be read would give it. */
  void erase() {
    shipTo = shipTo.erased();
    furtherShipTos = furtherShipTos.stream().map(ShipTo::erased).toList();
    if (hold != null) {
      hold = new Hold(Erased.TEXT, hold.since());
    }
    if (pause != null) {
      pause = new Hold(Erased.TEXT, pause.since());
    }
    if (lastChange != null) {
      lastChange =
          new Change(
              lastChange.number(),
              lastChange.state(),
              Erased.of(lastChange.refusal()),
              lastChange.askedAt(),
              lastChange.endedAt());
    }
    shipments.replaceAll(Shipments::erased);
    subscriptions.replaceAll(LineSubscription::erased);
    returns.replaceAll(Returned::erased);
    exceptions.replaceAll(
        it ->
            new OpenException(
                it.exceptionId(),
                it.stepId(),
                it.cause(),
                it.dependency(),
                it.queue(),
                it.summary().equals(summary(it.cause())) ? it.summary() : Erased.TEXT,
                it.findings().stream().map(Finding::erased).toList(),
                Erased.of(it.answer()),
                it.held(),
                it.remedies(),
                it.since()));
  }

  /** What is said of an exception that nobody found anything about. */
  static String summary(Cause cause) {
    return cause.summary() + ".";
  }

  Money zero() {
    return Money.zero(before.currency());
  }

  OrderDetails done(Instant at) {
    return new OrderDetails(
        before.orderId(),
        before.customerId(),
        before.owner(),
        before.orderedOn(),
        requestedOn,
        before.currency(),
        taxRegion,
        before.partnerId(),
        shipTo,
        furtherShipTos,
        state,
        erpOrderId,
        erpOrderNumber,
        erp,
        money,
        List.copyOf(lines),
        List.copyOf(shipments),
        List.copyOf(invoices),
        List.copyOf(subscriptions),
        List.copyOf(returns),
        List.copyOf(exceptions),
        List.copyOf(pendingSteps),
        hold,
        pause,
        lastChange,
        deposit,
        List.copyOf(milestones),
        before.submittedAt(),
        at.isAfter(before.changedAt()) ? at : before.changedAt(),
        before.provenance());
  }
}
