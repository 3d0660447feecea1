package io.throughline.kernel.fulfilment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the process wants done by another system. Whatever else is needed to do it is read from
 * the process's own state, so a step names only what tells it from its siblings.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.ValidateOrder.class, name = "validate-order"),
  @JsonSubTypes.Type(value = Step.CreateSalesOrder.class, name = "create-sales-order"),
  @JsonSubTypes.Type(value = Step.UpdateSalesOrder.class, name = "update-sales-order"),
  @JsonSubTypes.Type(value = Step.SourceAgain.class, name = "source-again"),
  @JsonSubTypes.Type(value = Step.CheckAllocation.class, name = "check-allocation"),
  @JsonSubTypes.Type(value = Step.RequestShipment.class, name = "request-shipment"),
  @JsonSubTypes.Type(value = Step.ConfirmCount.class, name = "confirm-count"),
  @JsonSubTypes.Type(value = Step.RecordItemFulfilment.class, name = "record-item-fulfilment"),
  @JsonSubTypes.Type(value = Step.CreateInvoice.class, name = "create-invoice"),
  @JsonSubTypes.Type(value = Step.RequestDeposit.class, name = "request-deposit"),
  @JsonSubTypes.Type(value = Step.CheckDeposit.class, name = "check-deposit"),
  @JsonSubTypes.Type(value = Step.ApplyDeposit.class, name = "apply-deposit"),
  @JsonSubTypes.Type(value = Step.RefundDeposit.class, name = "refund-deposit"),
  @JsonSubTypes.Type(value = Step.CheckPayment.class, name = "check-payment"),
  @JsonSubTypes.Type(value = Step.CancelShipment.class, name = "cancel-shipment"),
  @JsonSubTypes.Type(value = Step.CheckShipment.class, name = "check-shipment"),
  @JsonSubTypes.Type(value = Step.HoldShipment.class, name = "hold-shipment"),
  @JsonSubTypes.Type(value = Step.ReleaseShipment.class, name = "release-shipment"),
  @JsonSubTypes.Type(value = Step.CloseSalesOrder.class, name = "close-sales-order"),
  @JsonSubTypes.Type(value = Step.AuthorizeReturn.class, name = "authorize-return"),
  @JsonSubTypes.Type(value = Step.AnnounceReturn.class, name = "announce-return"),
  @JsonSubTypes.Type(value = Step.CheckReturn.class, name = "check-return"),
  @JsonSubTypes.Type(value = Step.ConfirmInspection.class, name = "confirm-inspection"),
  @JsonSubTypes.Type(value = Step.RecordReturnReceipt.class, name = "record-return-receipt"),
  @JsonSubTypes.Type(value = Step.CreateCreditMemo.class, name = "create-credit-memo"),
  @JsonSubTypes.Type(value = Step.RefundCredit.class, name = "refund-credit"),
  @JsonSubTypes.Type(value = Step.WithdrawAnnouncement.class, name = "withdraw-announcement"),
  @JsonSubTypes.Type(
      value = Step.CloseReturnAuthorization.class,
      name = "close-return-authorization"),
  @JsonSubTypes.Type(value = Step.AwaitShipDay.class, name = "await-ship-day"),
  @JsonSubTypes.Type(value = Step.InvoicePeriod.class, name = "invoice-period"),
  @JsonSubTypes.Type(value = Step.AdjustPeriod.class, name = "adjust-period"),
  @JsonSubTypes.Type(value = Step.CheckBillPayment.class, name = "check-bill-payment"),
  @JsonSubTypes.Type(value = Step.ApplyCredit.class, name = "apply-credit"),
  @JsonSubTypes.Type(
      value = Step.RefundSubscriptionCredit.class,
      name = "refund-subscription-credit"),
  @JsonSubTypes.Type(
      value = Step.CheckSubscriptionChange.class,
      name = "check-subscription-change"),
  @JsonSubTypes.Type(value = Step.RenewSubscription.class, name = "renew-subscription"),
  @JsonSubTypes.Type(value = Step.AwaitSubscriptionDay.class, name = "await-subscription-day"),
  @JsonSubTypes.Type(value = Step.InformOrder.class, name = "inform-order")
})
public sealed interface Step {

  /** Tells this step from the order's other steps; part of its idempotency key. */
  String key();

  /** A step that the ERP carries out. */
  sealed interface ErpStep extends Step {}

  /** A step that the logistics provider carries out. */
  sealed interface CarrierStep extends Step {}

  /** A step about a shipment that the logistics provider has taken on. */
  sealed interface CarriageStep extends CarrierStep {
    ShipmentId shipmentId();
  }

  /** A step about a line that is subscribed to, which the ERP carries out. */
  sealed interface SubscriptionStep extends ErpStep {
    LineId lineId();
  }

  /** A step about what a subscription's credit is used for. */
  sealed interface CreditStep extends SubscriptionStep {
    BillId creditId();
  }

  /** A step about what is paid in advance, which the ERP carries out. */
  sealed interface DepositStep extends ErpStep {}

  /** A step of goods that come back. */
  sealed interface ReturnStep extends Step {
    ReturnId returnId();
  }

  /** A step of a return that the ERP carries out. */
  sealed interface ErpReturnStep extends ErpStep, ReturnStep {}

  /** A step of a return that the logistics provider carries out. */
  sealed interface CarrierReturnStep extends CarrierStep, ReturnStep {}

  /** A step that another part of ours carries out. */
  sealed interface OwnStep extends Step {}

  /** Ask the ERP whether customer, credit, products, prices, tax code and stock allow the order. */
  record ValidateOrder() implements ErpStep {
    @Override
    public String key() {
      return "validate-order";
    }
  }

  /** Put the order into the ERP's books. Compensated by {@link CloseSalesOrder}. */
  record CreateSalesOrder() implements ErpStep {
    @Override
    public String key() {
      return "create-sales-order";
    }
  }

  /**
   * Have the ERP's books say what is wanted now.
   *
   * @param change the number of the change
   */
  record UpdateSalesOrder(int change) implements ErpStep {
    @Override
    public String key() {
      return "update-sales-order/" + change;
    }
  }

  /**
   * Have the goods come from other warehouses: one has turned out to be out of them.
   *
   * @param round counts the times
   */
  record SourceAgain(int round) implements ErpStep {
    @Override
    public String key() {
      return "source-again/" + round;
    }
  }

  /**
   * See whether the ERP has committed stock to what is still back-ordered.
   *
   * @param round counts the times that new stock was found
   */
  record CheckAllocation(int round) implements ErpStep {
    @Override
    public String key() {
      return "check-allocation/" + round;
    }
  }

  /**
   * Have the logistics provider ship from one warehouse to one address for one day. Compensated by
   * {@link CancelShipment}.
   *
   * @param shipTo null: to the order's own address
   * @param requestedOn null: as soon as can be
   */
  record RequestShipment(
      ShipmentId shipmentId,
      WarehouseId warehouse,
      @Nullable ShipToKey shipTo,
      @Nullable LocalDate requestedOn,
      List<LineQuantity> lines)
      implements CarrierStep {
    @Override
    public String key() {
      return "request-shipment/" + shipmentId;
    }
  }

  /** Wait until it is time to ask for the goods that are wanted on that day. */
  record AwaitShipDay(LocalDate day) implements OwnStep {
    @Override
    public String key() {
      return "await-ship-day/" + day;
    }
  }

  /** See what of the order left in a shipment of which the provider counted more or less. */
  record ConfirmCount(ShipmentId shipmentId) implements OwnStep {
    @Override
    public String key() {
      return "confirm-count/" + shipmentId;
    }
  }

  /** Tell the ERP what left the warehouse. */
  record RecordItemFulfilment(ShipmentId shipmentId) implements ErpStep {
    @Override
    public String key() {
      return "record-item-fulfilment/" + shipmentId;
    }
  }

  /** Have the ERP invoice what one shipment carried. */
  record CreateInvoice(ShipmentId shipmentId) implements ErpStep {
    @Override
    public String key() {
      return "create-invoice/" + shipmentId;
    }
  }

  /** Have the ERP ask the customer for a deposit. */
  record RequestDeposit() implements DepositStep {
    @Override
    public String key() {
      return "request-deposit";
    }
  }

  /** See whether the ERP has booked the deposit. */
  record CheckDeposit() implements DepositStep {
    @Override
    public String key() {
      return "check-deposit";
    }
  }

  /** Have the ERP pay a shipment's invoice with what was paid in advance. */
  record ApplyDeposit(ShipmentId shipmentId) implements DepositStep {
    @Override
    public String key() {
      return "apply-deposit/" + shipmentId;
    }
  }

  /** Have the ERP pay back what of the deposit nothing is bought for. Undoes the deposit. */
  record RefundDeposit() implements DepositStep {
    @Override
    public String key() {
      return "refund-deposit";
    }
  }

  /** See whether the ERP has booked the payment of a shipment's invoice. */
  record CheckPayment(ShipmentId shipmentId) implements ErpStep {
    @Override
    public String key() {
      return "check-payment/" + shipmentId;
    }
  }

  /** Ask the logistics provider not to ship. */
  record CancelShipment(ShipmentId shipmentId) implements CarrierStep {
    @Override
    public String key() {
      return "cancel-shipment/" + shipmentId;
    }
  }

  /** Ask the logistics provider for a milestone that should have come and was not told of. */
  record CheckShipment(ShipmentId shipmentId, AwaitedMilestone awaited) implements CarriageStep {
    @Override
    public String key() {
      return "check-shipment/" + shipmentId + "/" + awaited.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Have the logistics provider keep a shipment back. Undone by {@link ReleaseShipment}.
   *
   * @param occurrence counts from 1: an order can be held more than once
   */
  record HoldShipment(ShipmentId shipmentId, int occurrence) implements CarriageStep {
    @Override
    public String key() {
      return "hold-shipment/" + shipmentId + "/" + occurrence;
    }
  }

  /**
   * Let the logistics provider go on with a shipment that it keeps back.
   *
   * @param occurrence that of the hold
   */
  record ReleaseShipment(ShipmentId shipmentId, int occurrence) implements CarriageStep {
    @Override
    public String key() {
      return "release-shipment/" + shipmentId + "/" + occurrence;
    }
  }

  /** Have the ERP invoice a period of a subscription. */
  record InvoicePeriod(LineId lineId, int period) implements SubscriptionStep {
    @Override
    public String key() {
      return "invoice-period/" + lineId + "/" + period;
    }
  }

  /**
   * Have the ERP charge or credit what a change makes of a period that is invoiced already.
   *
   * @param number counts the line's charges and credits from 1
   * @param amount without tax; below zero: to be credited
   */
  record AdjustPeriod(LineId lineId, int period, int number, Money amount)
      implements SubscriptionStep {
    @Override
    public String key() {
      return "adjust-period/" + lineId + "/" + period + "/" + number;
    }
  }

  /**
   * See whether the ERP has booked the payment of a recurring invoice.
   *
   * @param occurrence above 0 where it was paid before, and the payment was taken back
   */
  record CheckBillPayment(LineId lineId, BillId billId, int occurrence)
      implements SubscriptionStep {

    public CheckBillPayment(LineId lineId, BillId billId) {
      this(lineId, billId, 0);
    }

    @Override
    public String key() {
      return "check-bill-payment/" + billId + (occurrence == 0 ? "" : "/" + occurrence);
    }
  }

  /**
   * Have the ERP lessen a recurring invoice by what is left of a subscription's credit.
   *
   * @param billId the invoice
   * @param number counts from 1 what the line's credits were used for
   */
  record ApplyCredit(LineId lineId, BillId creditId, BillId billId, int number)
      implements CreditStep {
    @Override
    public String key() {
      return "apply-credit/" + creditId + "/" + number;
    }
  }

  /**
   * Have the ERP pay back what is left of a subscription's credit: no invoice will come.
   *
   * @param number counts from 1 what the line's credits were used for
   */
  record RefundSubscriptionCredit(LineId lineId, BillId creditId, int number)
      implements CreditStep {
    @Override
    public String key() {
      return "refund-subscription-credit/" + creditId + "/" + number;
    }
  }

  /**
   * Ask the ERP whether a subscription may be changed so.
   *
   * @param number the number of the line's change
   */
  record CheckSubscriptionChange(LineId lineId, int number) implements SubscriptionStep {
    @Override
    public String key() {
      return "check-subscription-change/" + lineId + "/" + number;
    }
  }

  /**
   * Ask the ERP whether product and price may stand for another term.
   *
   * @param term the one that is to begin, counted from 1
   */
  record RenewSubscription(LineId lineId, int term) implements SubscriptionStep {
    @Override
    public String key() {
      return "renew-subscription/" + lineId + "/" + term;
    }
  }

  /** Wait for the next day on which something of a subscription is due. */
  record AwaitSubscriptionDay(LocalDate day) implements OwnStep {
    @Override
    public String key() {
      return "await-subscription-day/" + day;
    }
  }

  /** Close the order in the ERP's books, so that nothing of it is shipped or invoiced. */
  record CloseSalesOrder() implements ErpStep {
    @Override
    public String key() {
      return "close-sales-order";
    }
  }

  /** Have the ERP allow a return. Compensated by {@link CloseReturnAuthorization}. */
  record AuthorizeReturn(ReturnId returnId) implements ErpReturnStep {
    @Override
    public String key() {
      return "authorize-return/" + returnId;
    }
  }

  /**
   * Tell the logistics provider which goods will come back. Compensated by {@link
   * WithdrawAnnouncement}.
   */
  record AnnounceReturn(ReturnId returnId) implements CarrierReturnStep {
    @Override
    public String key() {
      return "announce-return/" + returnId;
    }
  }

  /** Ask the logistics provider whether the goods have come, and what it found of them. */
  record CheckReturn(ReturnId returnId) implements CarrierReturnStep {
    @Override
    public String key() {
      return "check-return/" + returnId;
    }
  }

  /** See whether what was found is what was announced; else a person decides. */
  record ConfirmInspection(ReturnId returnId) implements OwnStep, ReturnStep {
    @Override
    public String key() {
      return "confirm-inspection/" + returnId;
    }
  }

  /** Tell the ERP which goods are back. */
  record RecordReturnReceipt(ReturnId returnId) implements ErpReturnStep {
    @Override
    public String key() {
      return "record-return-receipt/" + returnId;
    }
  }

  /** Have the ERP credit the goods that were taken back. */
  record CreateCreditMemo(ReturnId returnId) implements ErpReturnStep {
    @Override
    public String key() {
      return "create-credit-memo/" + returnId;
    }
  }

  /** Have the ERP pay the credit back. */
  record RefundCredit(ReturnId returnId) implements ErpReturnStep {
    @Override
    public String key() {
      return "refund-credit/" + returnId;
    }
  }

  /** Tell the logistics provider that the goods will not come. */
  record WithdrawAnnouncement(ReturnId returnId) implements CarrierReturnStep {
    @Override
    public String key() {
      return "withdraw-announcement/" + returnId;
    }
  }

  /** Have the ERP take back no more on the authorization. */
  record CloseReturnAuthorization(ReturnId returnId) implements ErpReturnStep {
    @Override
    public String key() {
      return "close-return-authorization/" + returnId;
    }
  }

  /**
   * Tell the order how far it has come.
   *
   * @param occurrence counts from 1: it can be too late to cancel more than once
   */
  record InformOrder(Milestone milestone, int occurrence) implements OwnStep {
    @Override
    public String key() {
      return "inform-order/" + milestone.wireName() + "/" + occurrence;
    }
  }
}
