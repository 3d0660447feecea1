package io.throughline.query.customerprofile;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.query.customerprofile.CustomerProfile.LastShipment;
import io.throughline.query.customerprofile.CustomerProfile.OpenOrder;
import io.throughline.query.customerprofile.CustomerProfile.Particulars;
import io.throughline.query.projection.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds all that concerns one customer into one document. An order may come before its customer is
 * registered, so any event may begin it.
 */
@Component
public class CustomerProfileProjection implements Projection<CustomerProfile> {
  private static final int LAST = 10;

  @Override
  public String name() {
    return "customerprofile";
  }

  @Override
  public Class<CustomerProfile> viewType() {
    return CustomerProfile.class;
  }

  @Override
  public Set<String> keysOf(Event event) {
    return switch (event) {
      case CustomerEvent _,
          OrderSubmitted _,
          TermsChanged _,
          InvoiceIssued _,
          PaymentRecorded _,
          ShipmentShipped _,
          FulfilmentParked _,
          RemedyApplied _,
          FulfilmentCompleted _,
          FulfilmentCancelled _ ->
          Set.of(event.customerId().value());
      default -> Set.of();
    };
  }

  @Override
  public CustomerProfile evolve(@Nullable CustomerProfile known, Event event) {
    var profile = known == null ? blank(event.customerId(), event.at()) : known;
    return switch (event) {
      case CustomerEvent customer -> apply(profile, customer);
      case OrderSubmitted submitted ->
          withOrders(profile, plus(profile.openOrders(), opened(submitted)), submitted.at());
      case FulfilmentEvent fulfilment -> apply(profile, fulfilment);
      default -> profile;
    };
  }

  private static CustomerProfile blank(CustomerId id, Instant at) {
    return new CustomerProfile(
        id, null, null, null, List.of(), 0, 0, List.of(), List.of(), List.of(), at);
  }

  private static CustomerProfile apply(CustomerProfile it, CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered registered ->
          withParticulars(
              it,
              new Particulars(
                  registered.name(),
                  registered.contact(),
                  registered.email(),
                  registered.phone(),
                  registered.billTo(),
                  registered.currency(),
                  registered.owner()),
              registered.at());
      case CustomerChanged changed ->
          it.particulars() == null
              ? it
              : withParticulars(
                  it,
                  new Particulars(
                      changed.name(),
                      changed.contact(),
                      changed.email(),
                      changed.phone(),
                      changed.billTo(),
                      it.particulars().currency(),
                      changed.owner()),
                  changed.at());
      case CustomerSynchronized done -> withErp(it, done.erpCustomerId(), null, done.at());
      case CustomerRefusedByErp refused ->
          withErp(it, it.erpCustomerId(), refused.reason(), refused.at());
    };
  }

  private static CustomerProfile apply(CustomerProfile it, FulfilmentEvent event) {
    var order = event.orderId();
    return switch (event) {
      case TermsChanged changed -> {
        var net = changed.lines().stream().map(OrderLine::net).reduce(Money::plus).orElseThrow();
        yield change(
            it,
            order,
            open -> new OpenOrder(order, net, open.invoiced(), open.exceptions()),
            event.at());
      }
      case InvoiceIssued issued ->
          withMoney(
              change(
                  it,
                  order,
                  open ->
                      new OpenOrder(
                          order,
                          open.ordered(),
                          open.invoiced().plus(issued.net()),
                          open.exceptions()),
                  event.at()),
              added(it.invoiced(), issued.net().plus(issued.tax())),
              it.paid());
      case PaymentRecorded payment ->
          withMoney(it, it.invoiced(), added(it.paid(), payment.amount()));
      case ShipmentShipped shipped ->
          withShipments(
              it,
              Stream.concat(
                      Stream.of(new LastShipment(shipped.shipmentId(), order, shipped.at())),
                      it.lastShipments().stream())
                  .limit(LAST)
                  .toList(),
              event.at());
      case FulfilmentParked parked ->
          change(
              it,
              order,
              open ->
                  new OpenOrder(
                      order,
                      open.ordered(),
                      open.invoiced(),
                      plus(open.exceptions(), parked.exceptionId())),
              event.at());
      case RemedyApplied applied ->
          change(
              it,
              order,
              open ->
                  new OpenOrder(
                      order,
                      open.ordered(),
                      open.invoiced(),
                      open.exceptions().stream()
                          .filter(id -> !id.equals(applied.exceptionId()))
                          .toList()),
              event.at());
      case FulfilmentCompleted _ -> ended(it, order, 1, 0, event.at());
      case FulfilmentCancelled _ -> ended(it, order, 0, 1, event.at());
      default -> it;
    };
  }

  private static OpenOrder opened(OrderSubmitted event) {
    var zero = Money.zero(event.currency());
    return new OpenOrder(
        event.orderId(),
        event.lines().stream().map(OrderLine::net).reduce(zero, Money::plus),
        zero,
        List.of());
  }

  private static CustomerProfile change(
      CustomerProfile it, OrderId order, UnaryOperator<OpenOrder> change, Instant at) {
    return withOrders(
        it,
        it.openOrders().stream()
            .map(open -> open.orderId().equals(order) ? change.apply(open) : open)
            .toList(),
        at);
  }

  private static CustomerProfile ended(
      CustomerProfile it, OrderId order, int completed, int cancelled, Instant at) {
    return new CustomerProfile(
        it.customerId(),
        it.particulars(),
        it.erpCustomerId(),
        it.erpRefusal(),
        it.openOrders().stream().filter(open -> !open.orderId().equals(order)).toList(),
        it.completedOrders() + completed,
        it.cancelledOrders() + cancelled,
        it.invoiced(),
        it.paid(),
        it.lastShipments(),
        at);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }

  /** One sum for each currency. */
  private static List<Money> added(List<Money> sums, Money amount) {
    var isKnown = sums.stream().anyMatch(sum -> sum.currency().equals(amount.currency()));
    return isKnown
        ? sums.stream()
            .map(sum -> sum.currency().equals(amount.currency()) ? sum.plus(amount) : sum)
            .toList()
        : plus(sums, amount);
  }

  private static CustomerProfile withParticulars(
      CustomerProfile it, Particulars particulars, Instant at) {
    return new CustomerProfile(
        it.customerId(),
        particulars,
        it.erpCustomerId(),
        it.erpRefusal(),
        it.openOrders(),
        it.completedOrders(),
        it.cancelledOrders(),
        it.invoiced(),
        it.paid(),
        it.lastShipments(),
        at);
  }

  private static CustomerProfile withErp(
      CustomerProfile it, @Nullable String erpId, @Nullable String refusal, Instant at) {
    return new CustomerProfile(
        it.customerId(),
        it.particulars(),
        erpId,
        refusal,
        it.openOrders(),
        it.completedOrders(),
        it.cancelledOrders(),
        it.invoiced(),
        it.paid(),
        it.lastShipments(),
        at);
  }

  private static CustomerProfile withOrders(
      CustomerProfile it, List<OpenOrder> orders, Instant at) {
    return new CustomerProfile(
        it.customerId(),
        it.particulars(),
        it.erpCustomerId(),
        it.erpRefusal(),
        orders,
        it.completedOrders(),
        it.cancelledOrders(),
        it.invoiced(),
        it.paid(),
        it.lastShipments(),
        at);
  }

  private static CustomerProfile withMoney(
      CustomerProfile it, List<Money> invoiced, List<Money> paid) {
    return new CustomerProfile(
        it.customerId(),
        it.particulars(),
        it.erpCustomerId(),
        it.erpRefusal(),
        it.openOrders(),
        it.completedOrders(),
        it.cancelledOrders(),
        invoiced,
        paid,
        it.lastShipments(),
        it.changedAt());
  }

  private static CustomerProfile withShipments(
      CustomerProfile it, List<LastShipment> shipments, Instant at) {
    return new CustomerProfile(
        it.customerId(),
        it.particulars(),
        it.erpCustomerId(),
        it.erpRefusal(),
        it.openOrders(),
        it.completedOrders(),
        it.cancelledOrders(),
        it.invoiced(),
        it.paid(),
        shipments,
        at);
  }
}
