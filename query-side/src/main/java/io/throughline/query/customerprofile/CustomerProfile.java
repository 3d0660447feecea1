package io.throughline.query.customerprofile;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer at a glance. Orders are net of tax, invoiced and paid with tax; times are UTC.
 *
 * @param erpCustomerId once the ERP has the customer
 * @param erpRefusal why the ERP did not take the customer's latest particulars
 * @param openOrders not completed and not cancelled
 * @param completedOrders how many
 * @param lastShipments the latest first, ten at the most
 */
public record CustomerProfile(
    CustomerId customerId,
    @Nullable Particulars particulars,
    @Nullable String erpCustomerId,
    @Nullable String erpRefusal,
    List<OpenOrder> openOrders,
    int completedOrders,
    int cancelledOrders,
    List<Money> invoiced,
    List<Money> paid,
    List<LastShipment> lastShipments,
    Instant changedAt) {

  public record Particulars(
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner) {}

  /**
   * @param exceptions that wait for a person
   */
  public record OpenOrder(
      OrderId orderId, Money ordered, Money invoiced, List<ExceptionId> exceptions) {}

  public record LastShipment(ShipmentId shipmentId, OrderId orderId, Instant shippedAt) {}
}
