package io.throughline.query.orderdetails;

import io.throughline.kernel.fulfilment.Step;
import java.util.Map;

/** What an order waits for while a step is under way. Pure. */
final class Waiting {
  private Waiting() {}

  /**
   * @param isShort whether the ERP said that some of the goods are back-ordered
   */
  static Because because(Step step, boolean isShort) {
    return switch (step) {
      case Step.ValidateOrder _ -> Because.VALIDATE_ORDER;
      case Step.CreateSalesOrder _ -> Because.CREATE_SALES_ORDER;
      case Step.UpdateSalesOrder _ -> Because.UPDATE_SALES_ORDER;
      case Step.SourceAgain _ -> Because.SOURCE_AGAIN;
      case Step.CheckAllocation _ -> isShort ? Because.BACK_ORDERED : Because.CHECK_ALLOCATION;
      case Step.RequestShipment _ -> Because.REQUEST_SHIPMENT;
      case Step.ConfirmCount _ -> Because.CONFIRM_COUNT;
      case Step.RecordItemFulfilment _ -> Because.RECORD_ITEM_FULFILMENT;
      case Step.CreateInvoice _ -> Because.CREATE_INVOICE;
      case Step.CheckPayment _ -> Because.CHECK_PAYMENT;
      case Step.CancelShipment _ -> Because.CANCEL_SHIPMENT;
      case Step.CheckShipment check ->
          switch (check.awaited()) {
            case SHIPPED -> Because.CHECK_SHIPMENT_SHIPPED;
            case DELIVERED -> Because.CHECK_SHIPMENT_DELIVERED;
          };
      case Step.HoldShipment _ -> Because.HOLD_SHIPMENT;
      case Step.ReleaseShipment _ -> Because.RELEASE_SHIPMENT;
      case Step.InvoicePeriod _ -> Because.INVOICE_PERIOD;
      case Step.AdjustPeriod _ -> Because.ADJUST_PERIOD;
      case Step.CheckBillPayment _ -> Because.CHECK_BILL_PAYMENT;
      case Step.ApplyCredit _ -> Because.APPLY_CREDIT;
      case Step.RefundSubscriptionCredit _ -> Because.REFUND_SUBSCRIPTION_CREDIT;
      case Step.CheckSubscriptionChange _ -> Because.CHECK_SUBSCRIPTION_CHANGE;
      case Step.RenewSubscription _ -> Because.RENEW_SUBSCRIPTION;
      case Step.AwaitSubscriptionDay _ -> Because.AWAIT_SUBSCRIPTION_DAY;
      case Step.CloseSalesOrder _ -> Because.CLOSE_SALES_ORDER;
      case Step.ReturnStep back -> forReturn(back);
      case Step.RequestDeposit _ -> Because.REQUEST_DEPOSIT;
      case Step.CheckDeposit _ -> Because.CHECK_DEPOSIT;
      case Step.ApplyDeposit _ -> Because.APPLY_DEPOSIT;
      case Step.RefundDeposit _ -> Because.REFUND_DEPOSIT;
      case Step.AwaitShipDay _ -> Because.AWAIT_SHIP_DAY;
      case Step.InformOrder _ -> Because.INFORM_ORDER;
    };
  }

  private static Because forReturn(Step.ReturnStep step) {
    return switch (step) {
      case Step.AuthorizeReturn _ -> Because.AUTHORIZE_RETURN;
      case Step.AnnounceReturn _ -> Because.ANNOUNCE_RETURN;
      case Step.CheckReturn _ -> Because.CHECK_RETURN;
      case Step.ConfirmInspection _ -> Because.CONFIRM_INSPECTION;
      case Step.RecordReturnReceipt _ -> Because.RECORD_RETURN_RECEIPT;
      case Step.CreateCreditMemo _ -> Because.CREATE_CREDIT_MEMO;
      case Step.RefundCredit _ -> Because.REFUND_CREDIT;
      case Step.WithdrawAnnouncement _ -> Because.WITHDRAW_ANNOUNCEMENT;
      case Step.CloseReturnAuthorization _ -> Because.CLOSE_RETURN_AUTHORIZATION;
    };
  }

  /** What the sentence names: which shipment, return, line, bill, period or day. */
  static Map<String, String> values(Step step) {
    return switch (step) {
      case Step.RequestShipment it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.ConfirmCount it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.RecordItemFulfilment it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.CreateInvoice it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.CheckPayment it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.ApplyDeposit it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.CancelShipment it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.CarriageStep it -> Map.of("shipmentId", it.shipmentId().value());
      case Step.InvoicePeriod it ->
          Map.of("lineId", it.lineId().value(), "period", Integer.toString(it.period()));
      case Step.CheckBillPayment it ->
          Map.of("lineId", it.lineId().value(), "billId", it.billId().value());
      case Step.ApplyCredit it ->
          Map.of("billId", it.billId().value(), "creditId", it.creditId().value());
      case Step.RefundSubscriptionCredit it -> Map.of("creditId", it.creditId().value());
      case Step.SubscriptionStep it -> Map.of("lineId", it.lineId().value());
      case Step.ReturnStep it -> Map.of("returnId", it.returnId().value());
      case Step.AwaitSubscriptionDay it -> Map.of("day", it.day().toString());
      case Step.AwaitShipDay it -> Map.of("day", it.day().toString());
      case Step.ErpStep _, Step.OwnStep _ -> Map.of();
    };
  }

  static String onWhom(Step step) {
    return switch (step) {
      case Step.CheckPayment _, Step.CheckBillPayment _, Step.CheckDeposit _ -> "CUSTOMER";
      case Step.ErpStep _ -> "ERP";
      case Step.CarrierStep _ -> "CARRIER";
      case Step.OwnStep _ -> "THROUGHLINE";
    };
  }
}
