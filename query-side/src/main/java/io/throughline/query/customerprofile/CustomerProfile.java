package io.throughline.query.customerprofile;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.ErasureObstacle;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.privacy.Erased;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer at a glance. Orders are net of tax; what is invoiced, paid, credited and refunded is
 * with tax; times are UTC.
 *
 * @param seller who sold it the first order, as an opaque id: looks after it until it is registered
 * @param erpCustomerId once the ERP has the customer
 * @param erpRefusal why the ERP did not take the customer's latest particulars
 * @param openOrders not completed and not cancelled
 * @param completedOrders how many
 * @param recurring what is subscribed to in any of its orders
 * @param lastShipments the latest first, ten at the most
 * @param legalHoldSince while the customer's data must be kept, whoever wants it erased
 * @param erasure once somebody has asked for it
 * @param exceptions of the customer itself that wait for a person
 */
public record CustomerProfile(
    CustomerId customerId,
    @Nullable Particulars particulars,
    @Nullable String seller,
    @Nullable String erpCustomerId,
    @Nullable String erpRefusal,
    List<OpenOrder> openOrders,
    int completedOrders,
    int cancelledOrders,
    List<Money> invoiced,
    List<Money> paid,
    List<Recurring> recurring,
    List<Money> credited,
    List<Money> refunded,
    List<LastShipment> lastShipments,
    @Nullable Instant legalHoldSince,
    @Nullable Erasure erasure,
    List<ExceptionId> exceptions,
    CustomerPlace place,
    Instant changedAt) {

  /** The user who looks after the account, as an opaque id. */
  public @Nullable String owner() {
    return particulars == null ? seller : particulars.owner();
  }

  /**
   * A customer's place among others.
   *
   * @param parentId the customer above it
   * @param mergedInto the customer that it is now
   */
  public record CustomerPlace(@Nullable CustomerId parentId, @Nullable CustomerId mergedInto) {
    static final CustomerPlace ALONE = new CustomerPlace(null, null);
  }

  public record Particulars(
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner) {

    Particulars erased() {
      return new Particulars(
          Erased.TEXT,
          Erased.of(contact),
          Erased.of(email),
          Erased.of(phone),
          billTo.erased(),
          currency,
          owner);
    }
  }

  /**
   * How far the erasure of the customer's personal data has come.
   *
   * @param approvalId of the request that a second person decides on
   * @param since when it came to this state
   * @param waitsFor what stands in its way
   * @param completeBy once it is erased: when no copy of the data can be opened any more
   */
  public record Erasure(
      ErasureState state,
      ApprovalId approvalId,
      Instant since,
      List<ErasureObstacle> waitsFor,
      @Nullable Instant completeBy) {}

  public enum ErasureState {
    REQUESTED,
    REFUSED,
    EXPIRED,
    WAITING,
    /** The key is deleted; a copy of the database holds it still, wrapped. */
    ERASED,
    /** No copy of anything can be opened by anybody. */
    COMPLETE
  }

  /**
   * @param exceptions that wait for a person
   */
  public record OpenOrder(
      OrderId orderId, Money ordered, Money invoiced, List<ExceptionId> exceptions) {}

  /**
   * A line that is subscribed to and has not ended.
   *
   * @param perMonth what it is worth a month without tax, as last agreed on
   */
  public record Recurring(OrderId orderId, LineId lineId, Money perMonth) {}

  /** Recurring revenue a month without tax, in each currency. */
  public List<Money> recurringPerMonth() {
    return recurring.stream()
        .map(Recurring::perMonth)
        .collect(Collectors.groupingBy(Money::currency, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(it -> it.getValue().stream().reduce(Money.zero(it.getKey()), Money::plus))
        .toList();
  }

  public record LastShipment(ShipmentId shipmentId, OrderId orderId, Instant shippedAt) {}
}
