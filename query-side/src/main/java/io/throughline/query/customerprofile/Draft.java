package io.throughline.query.customerprofile;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.privacy.Erased;
import io.throughline.query.customerprofile.CustomerProfile.CustomerPlace;
import io.throughline.query.customerprofile.CustomerProfile.Erasure;
import io.throughline.query.customerprofile.CustomerProfile.LastShipment;
import io.throughline.query.customerprofile.CustomerProfile.OpenOrder;
import io.throughline.query.customerprofile.CustomerProfile.Particulars;
import io.throughline.query.customerprofile.CustomerProfile.Recurring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A profile while one event is folded into it. */
final class Draft {
  private static final int LAST = 10;

  private final CustomerId customerId;
  @Nullable Particulars particulars;
  @Nullable String seller;
  @Nullable String erpCustomerId;
  @Nullable String erpRefusal;
  final List<OpenOrder> openOrders;
  int completedOrders;
  int cancelledOrders;
  final List<Money> invoiced;
  final List<Money> paid;
  final List<Recurring> recurring;
  final List<Money> credited;
  final List<Money> refunded;
  private final List<LastShipment> lastShipments;
  @Nullable Instant legalHoldSince;
  @Nullable Erasure erasure;
  List<ExceptionId> exceptions = List.of();
  CustomerPlace place = CustomerPlace.ALONE;
  Instant changedAt;

  /** Of a customer of whom nothing is known yet. */
  Draft(CustomerId customerId, Instant at) {
    this.customerId = customerId;
    this.openOrders = new ArrayList<>();
    this.invoiced = new ArrayList<>();
    this.paid = new ArrayList<>();
    this.recurring = new ArrayList<>();
    this.credited = new ArrayList<>();
    this.refunded = new ArrayList<>();
    this.lastShipments = new ArrayList<>();
    this.changedAt = at;
  }

  Draft(CustomerProfile before) {
    this.customerId = before.customerId();
    this.particulars = before.particulars();
    this.seller = before.seller();
    this.erpCustomerId = before.erpCustomerId();
    this.erpRefusal = before.erpRefusal();
    this.openOrders = new ArrayList<>(before.openOrders());
    this.completedOrders = before.completedOrders();
    this.cancelledOrders = before.cancelledOrders();
    this.invoiced = new ArrayList<>(before.invoiced());
    this.paid = new ArrayList<>(before.paid());
    this.recurring = new ArrayList<>(before.recurring());
    this.credited = new ArrayList<>(before.credited());
    this.refunded = new ArrayList<>(before.refunded());
    this.lastShipments = new ArrayList<>(before.lastShipments());
    this.legalHoldSince = before.legalHoldSince();
    this.erasure = before.erasure();
    this.exceptions = before.exceptions();
    this.place = before.place();
    this.changedAt = before.changedAt();
  }

  void order(OrderId id, UnaryOperator<OpenOrder> change) {
    openOrders.replaceAll(open -> open.orderId().equals(id) ? change.apply(open) : open);
  }

  void ended(OrderId id) {
    openOrders.removeIf(open -> open.orderId().equals(id));
  }

  void shipped(LastShipment shipment) {
    lastShipments.addFirst(shipment);
    if (lastShipments.size() > LAST) {
      lastShipments.removeLast();
    }
  }

  /** As a fold of what can still be read would give it. */
  void erase() {
    particulars = particulars == null ? null : particulars.erased();
    erpRefusal = Erased.of(erpRefusal);
  }

  CustomerProfile done() {
    return new CustomerProfile(
        customerId,
        particulars,
        seller,
        erpCustomerId,
        erpRefusal,
        List.copyOf(openOrders),
        completedOrders,
        cancelledOrders,
        List.copyOf(invoiced),
        List.copyOf(paid),
        List.copyOf(recurring),
        List.copyOf(credited),
        List.copyOf(refunded),
        List.copyOf(lastShipments),
        legalHoldSince,
        erasure,
        exceptions,
        place,
        changedAt);
  }
}
