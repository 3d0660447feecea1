package io.throughline.query.customerprofile;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.ApprovalEvent.ApprovalExpired;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRefused;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.ErasureObstacle;
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
import io.throughline.kernel.privacy.Erased;
import io.throughline.query.customerprofile.CustomerProfile.Erasure;
import io.throughline.query.customerprofile.CustomerProfile.ErasureState;
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
          ApprovalEvent _,
          OrderSubmitted _,
          TermsChanged _,
          InvoiceIssued _,
          PaymentRecorded _,
          ShipmentShipped _,
          FulfilmentParked _,
          RemedyApplied _,
          FulfilmentCompleted _,
          FulfilmentCancelled _ ->
          Set.of(event.belongsTo());
      default -> Set.of();
    };
  }

  @Override
  public CustomerProfile evolve(@Nullable CustomerProfile known, Event event) {
    var profile = known == null ? blank(new CustomerId(event.belongsTo()), event.at()) : known;
    return switch (event) {
      case CustomerEvent customer -> apply(profile, customer);
      case ApprovalEvent approval -> apply(profile, approval);
      case OrderSubmitted submitted ->
          withOrders(profile, plus(profile.openOrders(), opened(submitted)), submitted.at());
      case FulfilmentEvent fulfilment -> apply(profile, fulfilment);
      default -> profile;
    };
  }

  private static CustomerProfile blank(CustomerId id, Instant at) {
    return new CustomerProfile(
        id, null, null, null, List.of(), 0, 0, List.of(), List.of(), List.of(), null, null, at);
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
      case LegalHoldPlaced placed -> withErasure(it, placed.at(), it.erasure(), placed.at());
      case LegalHoldReleased released -> withErasure(it, null, it.erasure(), released.at());
      case ErasureBegan began ->
          withErasure(
              it,
              it.legalHoldSince(),
              new Erasure(ErasureState.WAITING, began.approvalId(), began.at(), List.of(), null),
              began.at());
      case ErasureDelayed delayed -> moved(it, ErasureState.WAITING, delayed.waitsFor(), delayed);
      case CustomerErased erased -> blanked(moved(it, ErasureState.ERASED, List.of(), erased));
      case CustomerKeyDeleted deleted -> promised(it, deleted);
      case ErasureCompleted completed -> moved(it, ErasureState.COMPLETE, List.of(), completed);
    };
  }

  /** Since when it waits is told by the first event that says so. */
  private static CustomerProfile moved(
      CustomerProfile it, ErasureState state, List<ErasureObstacle> waitsFor, CustomerEvent event) {
    var known = it.erasure();
    if (known == null) {
      return it;
    }
    var since = known.state() == state ? known.since() : event.at();
    return withErasure(
        it,
        it.legalHoldSince(),
        new Erasure(state, known.approvalId(), since, waitsFor, known.completeBy()),
        event.at());
  }

  private static CustomerProfile promised(CustomerProfile it, CustomerKeyDeleted deleted) {
    var known = it.erasure();
    return known == null
        ? it
        : withErasure(
            it,
            it.legalHoldSince(),
            new Erasure(
                known.state(), known.approvalId(), known.since(), List.of(), deleted.completeBy()),
            deleted.at());
  }

  /** As a fold of what can still be read would give it. */
  private static CustomerProfile blanked(CustomerProfile it) {
    var particulars = it.particulars();
    return new CustomerProfile(
        it.customerId(),
        particulars == null ? null : particulars.erased(),
        it.erpCustomerId(),
        Erased.of(it.erpRefusal()),
        it.openOrders(),
        it.completedOrders(),
        it.cancelledOrders(),
        it.invoiced(),
        it.paid(),
        it.lastShipments(),
        it.legalHoldSince(),
        it.erasure(),
        it.changedAt());
  }

  private static CustomerProfile apply(CustomerProfile it, ApprovalEvent event) {
    return switch (event) {
      case ApprovalRequested requested ->
          isUnderWay(it.erasure()) ? it : asked(it, ErasureState.REQUESTED, requested);
      case ApprovalGranted _ -> it; // what it grants is told by the customer itself
      case ApprovalRefused refused -> decided(it, ErasureState.REFUSED, refused);
      case ApprovalExpired expired -> decided(it, ErasureState.EXPIRED, expired);
    };
  }

  private static boolean isUnderWay(@Nullable Erasure erasure) {
    return erasure != null
        && switch (erasure.state()) {
          case REFUSED, EXPIRED -> false;
          case REQUESTED, WAITING, ERASED, COMPLETE -> true;
        };
  }

  private static CustomerProfile decided(
      CustomerProfile it, ErasureState state, ApprovalEvent event) {
    var known = it.erasure();
    return known != null
            && known.state() == ErasureState.REQUESTED
            && known.approvalId().equals(event.approvalId())
        ? asked(it, state, event)
        : it;
  }

  private static CustomerProfile asked(
      CustomerProfile it, ErasureState state, ApprovalEvent event) {
    return withErasure(
        it,
        it.legalHoldSince(),
        new Erasure(state, event.approvalId(), event.at(), List.of(), null),
        event.at());
  }

  private static CustomerProfile withErasure(
      CustomerProfile it, @Nullable Instant legalHoldSince, @Nullable Erasure erasure, Instant at) {
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
        it.lastShipments(),
        legalHoldSince,
        erasure,
        at);
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
        it.legalHoldSince(),
        it.erasure(),
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
        it.legalHoldSince(),
        it.erasure(),
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
        it.legalHoldSince(),
        it.erasure(),
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
        it.legalHoldSince(),
        it.erasure(),
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
        it.legalHoldSince(),
        it.erasure(),
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
        it.legalHoldSince(),
        it.erasure(),
        at);
  }

  @Override
  public CustomerId customerOf(CustomerProfile profile) {
    return profile.customerId();
  }
}
