package io.throughline.query.orderdetails;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.AwaitedMilestone;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.ParcelState;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order as the people who sell and serve see it. Amounts are net of tax unless they say
 * otherwise; times are UTC.
 *
 * @param provenance where each field comes from; a field that no event has stated yet has no stamp
 */
public record OrderDetails(
    OrderId orderId,
    CustomerId customerId,
    String owner,
    LocalDate orderedOn,
    @Nullable LocalDate requestedOn,
    Currency currency,
    String taxRegion,
    @Nullable PartnerId partnerId,
    Address shipTo,
    List<ShipTo> furtherShipTos,
    OrderState state,
    @Nullable String erpOrderId,
    @Nullable String erpOrderNumber,
    @Nullable String erp,
    Amounts money,
    List<Line> lines,
    List<Shipment> shipments,
    List<Invoice> invoices,
    List<LineSubscription> subscriptions,
    List<Return> returns,
    List<OpenException> exceptions,
    List<PendingStep> pendingSteps,
    @Nullable Hold hold,
    @Nullable Hold pause,
    @Nullable Change lastChange,
    @Nullable Deposit deposit,
    List<Milestone> milestones,
    Instant submittedAt,
    Instant changedAt,
    List<Stamp> provenance) {

  /** What the version before this one wrote has no stamps. */
  public OrderDetails {
    provenance = Objects.requireNonNullElse(provenance, List.of());
  }

  OrderDetails withProvenance(List<Stamp> stamps) {
    return new OrderDetails(
        orderId,
        customerId,
        owner,
        orderedOn,
        requestedOn,
        currency,
        taxRegion,
        partnerId,
        shipTo,
        furtherShipTos,
        state,
        erpOrderId,
        erpOrderNumber,
        erp,
        money,
        lines,
        shipments,
        invoices,
        subscriptions,
        returns,
        exceptions,
        pendingSteps,
        hold,
        pause,
        lastChange,
        deposit,
        milestones,
        submittedAt,
        changedAt,
        stamps);
  }

  /** What its subscriptions are worth a month without tax, as last agreed on. */
  public Money recurringPerMonth() {
    return subscriptions.stream()
        .map(LineSubscription::perMonth)
        .reduce(Money.zero(currency), Money::plus);
  }

  /**
   * Whether nothing will happen to it until another day of a subscription comes: it has ended, or
   * its goods are settled and nothing of its subscriptions is due.
   */
  public boolean settled() {
    return switch (state) {
      case COMPLETED, CANCELLED -> true;
      case SUBSCRIBED ->
          pendingSteps.isEmpty()
              && exceptions.isEmpty()
              && subscriptions.stream().allMatch(it -> it.course().unpaid().isEmpty());
      case SUBMITTED, VALIDATED, ACCEPTED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, CANCELLING ->
          false;
    };
  }

  /**
   * What is paid in advance, with tax.
   *
   * @param left what of it has paid no invoice and was not paid back
   * @param waived whether the order is shipped without it
   */
  public record Deposit(Money asked, Money received, Money left, boolean waived, Instant askedAt) {

    /** In place of what was asked for before. */
    Deposit askedAnew(Money amount, Instant at) {
      return new Deposit(amount, received, left, waived, at);
    }

    Deposit receive(Money amount) {
      return new Deposit(asked, received.plus(amount), left.plus(amount), waived, askedAt);
    }

    Deposit takeBack(Money amount) {
      return new Deposit(asked, received.minus(amount), left.minus(amount), waived, askedAt);
    }

    Deposit use(Money amount) {
      return new Deposit(asked, received, left.minus(amount), waived, askedAt);
    }

    Deposit withoutIt() {
      return new Deposit(asked, received, left, true, askedAt);
    }
  }

  /**
   * @param shipTo null: to the order's own address
   * @param requestedOn null: as soon as can be
   */
  public record Shipment(
      ShipmentId shipmentId,
      WarehouseId warehouse,
      @Nullable ShipToKey shipTo,
      @Nullable LocalDate requestedOn,
      List<LineQuantity> lines,
      ShipmentState state,
      String provider,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable String delay,
      Instant requestedAt,
      @Nullable Instant pickedAt,
      @Nullable Instant shippedAt,
      @Nullable Instant deliveredAt,
      ShipmentWay way) {}

  /**
   * What became of a shipment besides being picked, shipped and delivered.
   *
   * @param heldSince while the provider keeps it back
   * @param awaited the milestone that is overdue
   * @param parcels in which it leaves, as far as the provider told
   */
  public record ShipmentWay(
      @Nullable Instant heldSince,
      @Nullable AwaitedMilestone awaited,
      @Nullable Instant overdueSince,
      @Nullable Instant outForDeliveryAt,
      @Nullable Instant returnedAt,
      List<Parcel> parcels) {
    static final ShipmentWay USUAL = new ShipmentWay(null, null, null, null, null, List.of());

    /** What the version before this one wrote tells of no parcels. */
    public ShipmentWay {
      parcels = Objects.requireNonNullElse(parcels, List.of());
    }
  }

  /**
   * One of the parcels in which a shipment leaves.
   *
   * @param parcelId the provider's own id of it
   * @param at when it came to that; null while it is under way
   * @param units what the provider counted in it; empty as long as it does not say
   */
  public record Parcel(
      String parcelId, ParcelState state, @Nullable Instant at, List<CountedUnits> units) {}

  public enum ShipmentState {
    REQUESTED,
    PICKED,
    SHIPPED,
    OUT_FOR_DELIVERY,
    DELIVERED,
    RETURNED_TO_SENDER,
    CANCELLED
  }

  /**
   * @param paid what is paid of it and stands, with tax
   * @param due what is still to be paid of it, with tax
   * @param paidAt when nothing of it was due any more; null while something is
   * @param reversedAt when a payment of it was last taken back
   */
  public record Invoice(
      String invoiceId,
      String number,
      ShipmentId shipmentId,
      Money net,
      Money tax,
      Money paid,
      Money due,
      Instant issuedAt,
      @Nullable Instant paidAt,
      @Nullable Instant reversedAt) {

    /** What the version before this one wrote says only whether all of it is paid. */
    public Invoice {
      var none = Money.zero(net.currency());
      var gross = net.plus(tax);
      paid = Objects.requireNonNullElse(paid, paidAt == null ? none : gross);
      due = Objects.requireNonNullElse(due, paidAt == null ? gross : none);
    }

    /** What is paid, without the tax in it. */
    Money paidNet() {
      var gross = net.plus(tax);
      return gross.isZero() ? net : net.fraction(cents(paid), cents(gross));
    }

    private static long cents(Money money) {
      return money.amount().unscaledValue().longValueExact();
    }
  }

  /**
   * Goods that come back, and the money for them.
   *
   * @param settlement what the customer wants for them
   * @param provider who expects the goods, once somebody does
   * @param warehouse where they are to come to
   * @param inspected what was found of them
   * @param note in the words of whoever looked
   * @param accepted what is taken back, once that is settled
   */
  public record Return(
      ReturnId returnId,
      ReturnState state,
      List<LineQuantity> lines,
      Settlement settlement,
      String reason,
      @Nullable String erpReturnNumber,
      @Nullable String provider,
      @Nullable WarehouseId warehouse,
      List<InspectedLine> inspected,
      @Nullable String note,
      List<LineQuantity> accepted,
      @Nullable CreditMemo credit,
      @Nullable Refund refund,
      Instant requestedAt,
      @Nullable Instant receivedAt,
      @Nullable Instant closedAt) {}

  /** How far a return has come. */
  public enum ReturnState {
    REQUESTED,
    AUTHORIZED,
    ANNOUNCED,
    RECEIVED,
    INSPECTED,
    CREDITED,
    REFUNDED,
    REFUSED,
    WITHDRAWN
  }

  /**
   * @param applied what of it, with tax, lessened what was still to be paid
   */
  public record CreditMemo(
      String creditMemoId, String number, Money net, Money tax, Money applied, Instant issuedAt) {}

  /**
   * @param amount with tax
   */
  public record Refund(String refundId, Money amount, Instant issuedAt) {}

  /**
   * @param findings all that was found, the cause's own first
   * @param answer what the dependency said, in its own words
   */
  public record OpenException(
      ExceptionId exceptionId,
      StepId stepId,
      Cause cause,
      Dependency dependency,
      Queue queue,
      String summary,
      List<Finding> findings,
      @Nullable String answer,
      Money held,
      List<Remedy> remedies,
      Instant since) {

    /** When the queue should have mended it (business time, UTC). */
    public Instant due() {
      return since.plus(cause.due());
    }
  }

  /**
   * @param because what the step does
   * @param values what that names: which shipment, return, line or day
   */
  public record PendingStep(
      StepId stepId, Because because, Map<String, String> values, String waitsOn, Instant since) {}

  /** Nothing new is begun for the order until it is released. */
  public record Hold(String reason, Instant since) {}

  /**
   * The latest change that somebody asked for.
   *
   * @param number counts the order's changes from 1
   * @param refusal why the order stays as it was
   */
  public record Change(
      int number,
      ChangeState state,
      @Nullable String refusal,
      Instant askedAt,
      @Nullable Instant endedAt) {}

  public enum ChangeState {
    PENDING,
    DONE,
    REFUSED
  }

  /**
   * @param promised the day on which the customer wants it, where there is one
   * @param at when it was reached; null: not yet
   */
  public record Milestone(String name, @Nullable LocalDate promised, @Nullable Instant at) {}
}
