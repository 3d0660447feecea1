package io.throughline.kernel.ledger;

import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.CarriageEvent;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.DepositEvent;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentCancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentPicked;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepAbandoned;
import io.throughline.kernel.event.FulfilmentEvent.StepAnswer;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OperatorEvent;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.ReturnEvent;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.event.SaleEvent;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The reckoning of one order: the fold of its fulfilment's events in their order, immutable.
 *
 * @param lines every line the order ever had
 * @param loads what of the order each shipment carries: what it was asked to, until another count
 *     is told
 * @param left the shipments that left a warehouse, however that became known
 * @param salesOrders how many orders the ERP took for this one
 */
public record Ledger(
    Map<LineId, LineUnits> lines,
    MoneyTotals money,
    Map<ShipmentId, List<LineQuantity>> loads,
    Set<ShipmentId> left,
    int salesOrders) {

  public static Ledger of(FulfilmentStarted started) {
    return new Ledger(Map.of(), MoneyTotals.none(started.terms().currency()), Map.of(), Set.of(), 0)
        .onTerms(started.terms());
  }

  public Ledger evolve(FulfilmentEvent event) {
    return event instanceof FulfilmentStarted started
        ? of(started)
        : counted(event).with(money.evolve(event));
  }

  private Ledger counted(FulfilmentEvent event) {
    return switch (event) {
      case StepRequested requested ->
          requested.step() instanceof RequestShipment shipment ? loaded(shipment) : this;
      case ShipmentShipped shipped -> left(shipped.shipmentId());
      case ShipmentDelivered delivered -> left(delivered.shipmentId());
      case ShipmentCancellationRefused refused -> left(refused.shipmentId());
      case ShipmentMiscounted counted ->
          counted.booked() ? this : carrying(counted.shipmentId(), certain(counted.lines()));
      case ShipmentCountConfirmed counted -> carrying(counted.shipmentId(), counted.lines());
      case TermsChanged changed -> onTerms(changed.terms());
      case OrderChanged changed -> onTerms(changed.terms());
      case SalesOrderCreated _ -> new Ledger(lines, money, loads, left, salesOrders + 1);
      case InvoiceIssued invoice -> add(invoice.lines(), LineUnits::invoice);
      case InspectionConfirmed confirmed -> add(confirmed.lines(), LineUnits::takeBack);
      case CreditMemoIssued memo -> add(memo.lines(), LineUnits::credit);
      case FulfilmentCancelled _ -> restCancelled();
      case StepAnswer _,
          SaleEvent _,
          CarriageEvent _,
          DepositEvent _,
          OperatorEvent _,
          PaymentEvent _,
          ReturnEvent _,
          SubscriptionEvent _, // what is subscribed to is not shipped, so it has no units
          FulfilmentStarted _,
          StepAbandoned _,
          ShipmentPicked _,
          ShipmentDelayed _,
          CancellationStarted _,
          CancellationRefused _,
          RemedyApplied _,
          FulfilmentCompleted _ ->
          this;
    };
  }

  /** What is not as it must always be, a sentence each; empty where all is well. */
  public List<String> breaches() {
    var found = new ArrayList<String>();
    lines.forEach((lineId, units) -> found.addAll(units.breaches(lineId)));
    found.addAll(money.breaches());
    if (salesOrders > 1) {
      found.add("The ERP took " + salesOrders + " orders for this one.");
    }
    return found;
  }

  private Ledger onTerms(SaleTerms terms) {
    var changed = new LinkedHashMap<LineId, LineUnits>();
    lines.forEach((lineId, units) -> changed.put(lineId, units.order(0)));
    for (OrderLine line : terms.goods()) {
      changed.merge(
          line.lineId(),
          LineUnits.NONE.order(line.quantity()),
          (known, wanted) -> known.order(wanted.ordered()));
    }
    return with(changed);
  }

  /** A step asked for again carries what it carried at first. */
  private Ledger loaded(RequestShipment shipment) {
    var known = new LinkedHashMap<>(loads);
    known.putIfAbsent(shipment.shipmentId(), shipment.lines());
    return new Ledger(lines, money, Collections.unmodifiableMap(known), left, salesOrders);
  }

  /** What is over is of the order once somebody has said so. */
  private static List<LineQuantity> certain(List<CountedLine> lines) {
    var certain = new ArrayList<LineQuantity>();
    for (var line : lines) {
      var id = line.lineId();
      if (id != null) {
        certain.add(new LineQuantity(id, line.least()));
      }
    }
    return List.copyOf(certain);
  }

  private Ledger carrying(ShipmentId shipment, List<LineQuantity> load) {
    var known = new LinkedHashMap<>(loads);
    var before = known.put(shipment, load);
    var next = new Ledger(lines, money, Collections.unmodifiableMap(known), left, salesOrders);
    return left.contains(shipment) && before != null
        ? next.add(before, (units, less) -> units.ship(-less)).add(load, LineUnits::ship)
        : next;
  }

  /** Only the first word of it counts: providers tell twice, and in any order. */
  private Ledger left(ShipmentId shipment) {
    if (left.contains(shipment)) {
      return this;
    }
    var gone = new LinkedHashSet<>(left);
    gone.add(shipment);
    return new Ledger(lines, money, loads, Collections.unmodifiableSet(gone), salesOrders)
        .add(loads.getOrDefault(shipment, List.of()), LineUnits::ship);
  }

  private Ledger restCancelled() {
    var changed = new LinkedHashMap<>(lines);
    changed.replaceAll((_, units) -> units.cancelRest());
    return with(changed);
  }

  private Ledger add(
      List<LineQuantity> quantities, BiFunction<LineUnits, Integer, LineUnits> change) {
    var changed = new LinkedHashMap<>(lines);
    for (var each : quantities) {
      var known = changed.getOrDefault(each.lineId(), LineUnits.NONE);
      changed.put(each.lineId(), change.apply(known, each.quantity()));
    }
    return with(changed);
  }

  private Ledger with(Map<LineId, LineUnits> changed) {
    return new Ledger(Collections.unmodifiableMap(changed), money, loads, left, salesOrders);
  }

  private Ledger with(MoneyTotals changed) {
    return new Ledger(lines, changed, loads, left, salesOrders);
  }
}
