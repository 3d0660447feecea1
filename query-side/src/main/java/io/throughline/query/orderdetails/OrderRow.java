package io.throughline.query.orderdetails;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.OrderDetails.Hold;
import io.throughline.query.orderdetails.OrderDetails.Invoice;
import io.throughline.query.orderdetails.OrderDetails.OpenException;
import io.throughline.query.orderdetails.OrderDetails.PendingStep;
import io.throughline.query.orderdetails.OrderDetails.Shipment;
import io.throughline.query.orderdetails.OrderDetails.ShipmentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as a list shows it, and the little that it takes to fold on: what an event means for an
 * order is told once, by the details' projection, for rows too. Nothing in it is personal. Amounts
 * are net of tax unless they say otherwise; times are UTC.
 *
 * @param heldSince null unless somebody holds it
 * @param pausedSince null unless operators paused it
 * @param pending steps that are under way
 */
public record OrderRow(
    OrderId orderId,
    CustomerId customerId,
    String owner,
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    @Nullable PartnerId partnerId,
    OrderState state,
    @Nullable String erpOrderId,
    @Nullable String erpOrderNumber,
    Amounts money,
    List<RowException> exceptions,
    @Nullable Instant heldSince,
    @Nullable Instant pausedSince,
    Instant submittedAt,
    Instant changedAt,
    List<RowUnits> units,
    List<RowParcel> parcels,
    List<RowBill> bills,
    List<RowSubscription> subscriptions,
    List<StepId> pending) {

  public record RowException(
      ExceptionId exceptionId,
      StepId stepId,
      Cause cause,
      Dependency dependency,
      Queue queue,
      Money held,
      Instant since) {}

  public record RowUnits(LineId lineId, int quantity, int shipped) {}

  public record RowParcel(ShipmentId shipmentId, ShipmentState state, List<LineQuantity> lines) {}

  public record RowBill(String invoiceId, Money net, Money tax, Money paid, Money due) {}

  private static final Address NOWHERE = new Address("-", "-", "-", null, null, "ZZ");
  private static final ProductId NOTHING = new ProductId("BLANK");
  private static final WarehouseId NO_WAREHOUSE = new WarehouseId("BLANK");

  public static OrderRow of(OrderDetails order) {
    return new OrderRow(
        order.orderId(),
        order.customerId(),
        order.owner(),
        order.orderedOn(),
        order.requestedOn(),
        order.partnerId(),
        order.state(),
        order.erpOrderId(),
        order.erpOrderNumber(),
        order.money(),
        order.exceptions().stream()
            .map(
                it ->
                    new RowException(
                        it.exceptionId(),
                        it.stepId(),
                        it.cause(),
                        it.dependency(),
                        it.queue(),
                        it.held(),
                        it.since()))
            .toList(),
        order.hold() == null ? null : order.hold().since(),
        order.pause() == null ? null : order.pause().since(),
        order.submittedAt(),
        order.changedAt(),
        order.lines().stream()
            .filter(it -> it.subscription() == null) // of goods: nothing else leaves a warehouse
            .map(it -> new RowUnits(it.lineId(), it.quantity(), it.shipped()))
            .toList(),
        order.shipments().stream()
            .map(it -> new RowParcel(it.shipmentId(), it.state(), it.lines()))
            .toList(),
        order.invoices().stream()
            .map(it -> new RowBill(it.invoiceId(), it.net(), it.tax(), it.paid(), it.due()))
            .toList(),
        order.subscriptions().stream().map(RowSubscription::of).toList(),
        order.pendingSteps().stream().map(PendingStep::stepId).toList());
  }

  /** What its subscriptions are worth a month without tax, as last agreed on. */
  public Money recurringPerMonth() {
    return blankElsewhere().recurringPerMonth();
  }

  /** As {@link OrderDetails#settled}. */
  public boolean settled() {
    return blankElsewhere().settled();
  }

  /** Details that say of the order what the row says, and blanks for the rest. */
  OrderDetails blankElsewhere() {
    return new OrderDetails(
        orderId,
        customerId,
        owner,
        orderedOn,
        requestedOn,
        money.ordered().currency(),
        "",
        partnerId,
        NOWHERE,
        List.of(),
        state,
        erpOrderId,
        erpOrderNumber,
        null,
        money,
        units.stream().map(this::line).toList(),
        parcels.stream().map(this::shipment).toList(),
        bills.stream().map(this::invoice).toList(),
        subscriptions.stream().map(it -> it.line(submittedAt)).toList(),
        List.of(),
        exceptions.stream().map(OrderRow::exception).toList(),
        pending.stream()
            .map(it -> new PendingStep(it, Because.TAKING_ON, Map.of(), "", submittedAt))
            .toList(),
        heldSince == null ? null : new Hold("", heldSince),
        pausedSince == null ? null : new Hold("", pausedSince),
        null,
        null,
        List.of(),
        submittedAt,
        changedAt,
        List.of());
  }

  private Line line(RowUnits it) {
    var zero = Money.zero(money.ordered().currency());
    return new Line(
        it.lineId(),
        NOTHING,
        it.quantity(),
        zero,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        null,
        null,
        null,
        zero,
        0,
        0,
        it.shipped(),
        0,
        0);
  }

  private Shipment shipment(RowParcel it) {
    return new Shipment(
        it.shipmentId(),
        NO_WAREHOUSE,
        null,
        null,
        it.lines(),
        it.state(),
        "",
        null,
        null,
        null,
        submittedAt,
        null,
        null,
        null,
        OrderDetails.ShipmentWay.USUAL);
  }

  private Invoice invoice(RowBill it) {
    return new Invoice(
        it.invoiceId(),
        "",
        ShipmentId.of(orderId, 1),
        it.net(),
        it.tax(),
        it.paid(),
        it.due(),
        submittedAt,
        it.due().isZero() ? submittedAt : null,
        null);
  }

  private static OpenException exception(RowException it) {
    return new OpenException(
        it.exceptionId(),
        it.stepId(),
        it.cause(),
        it.dependency(),
        it.queue(),
        "",
        List.of(),
        null,
        it.held(),
        List.of(),
        it.since());
  }
}
