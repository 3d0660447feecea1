package io.throughline.query.orderdetails;

import io.throughline.kernel.fulfilment.Step;
import java.util.Locale;

/** What an order waits for while a step is under way, in words for people. */
final class Waiting {
  private Waiting() {}

  /**
   * @param isShort whether the ERP said that some of the goods are back-ordered
   */
  static String forWhat(Step step, boolean isShort) {
    return switch (step) {
      case Step.ValidateOrder _ ->
          "the ERP to check customer, credit, products, prices, tax and stock";
      case Step.CreateSalesOrder _ -> "the ERP to take the order into its books";
      case Step.UpdateSalesOrder _ -> "the ERP to take the order into its books as it was changed";
      case Step.SourceAgain _ -> "the ERP to take goods from another warehouse: one is out of them";
      case Step.CheckAllocation _ ->
          isShort
              ? "stock: some of it is back-ordered until the ERP restocks"
              : "the ERP to say which goods it has set aside";
      case Step.RequestShipment request ->
          "the logistics provider to take on shipment " + request.shipmentId();
      case Step.ConfirmCount count ->
          "it to be settled what left in shipment " + count.shipmentId();
      case Step.RecordItemFulfilment record ->
          "the ERP to record that shipment " + record.shipmentId() + " left";
      case Step.CreateInvoice create -> "the ERP to invoice shipment " + create.shipmentId();
      case Step.CheckPayment check ->
          "the customer to pay the invoice of shipment " + check.shipmentId();
      case Step.CancelShipment cancel ->
          "the logistics provider to stop shipment " + cancel.shipmentId();
      case Step.CheckShipment check ->
          "the logistics provider to say whether shipment "
              + check.shipmentId()
              + " was "
              + check.awaited().name().toLowerCase(Locale.ROOT)
              + ", which is overdue";
      case Step.HoldShipment hold ->
          "the logistics provider to keep shipment " + hold.shipmentId() + " back";
      case Step.ReleaseShipment release ->
          "the logistics provider to let shipment " + release.shipmentId() + " go";
      case Step.InvoicePeriod invoice ->
          "the ERP to invoice period "
              + invoice.period()
              + " of the subscription of line "
              + invoice.lineId();
      case Step.AdjustPeriod adjust ->
          "the ERP to book what a change makes of the subscription of line " + adjust.lineId();
      case Step.CheckBillPayment check ->
          "the customer to pay the invoice " + check.billId() + " of a subscription";
      case Step.ApplyCredit apply ->
          "the ERP to lessen the invoice " + apply.billId() + " by the credit " + apply.creditId();
      case Step.RefundSubscriptionCredit refund ->
          "the ERP to pay the credit " + refund.creditId() + " back";
      case Step.CheckSubscriptionChange check ->
          "the ERP to say whether the subscription of line "
              + check.lineId()
              + " may be changed so";
      case Step.RenewSubscription renew ->
          "the ERP to say whether the subscription of line "
              + renew.lineId()
              + " may go on for another term";
      case Step.AwaitSubscriptionDay await ->
          "the next day on which something of a subscription is due, " + await.day();
      case Step.CloseSalesOrder _ -> "the ERP to close the order in its books";
      case Step.ReturnStep back -> forReturn(back);
      case Step.RequestDeposit _ -> "the ERP to ask the customer for a deposit";
      case Step.CheckDeposit _ -> "the customer to pay the deposit";
      case Step.ApplyDeposit apply ->
          "the ERP to pay the invoice of shipment " + apply.shipmentId() + " with the deposit";
      case Step.RefundDeposit _ -> "the ERP to pay the rest of the deposit back";
      case Step.AwaitShipDay await ->
          "the time to ask for the goods that are wanted on " + await.day();
      case Step.InformOrder _ -> "nothing: its history is being brought up to date";
    };
  }

  private static String forReturn(Step.ReturnStep step) {
    var id = step.returnId();
    return switch (step) {
      case Step.AuthorizeReturn _ -> "the ERP to allow return " + id;
      case Step.AnnounceReturn _ -> "the logistics provider to expect return " + id;
      case Step.CheckReturn _ -> "the goods of return " + id + " to come back and be looked at";
      case Step.ConfirmInspection _ -> "what was found of return " + id + " to be settled";
      case Step.RecordReturnReceipt _ -> "the ERP to record that return " + id + " is back";
      case Step.CreateCreditMemo _ -> "the ERP to credit return " + id;
      case Step.RefundCredit _ -> "the ERP to pay return " + id + " back";
      case Step.WithdrawAnnouncement _ ->
          "the logistics provider not to expect return " + id + " any more";
      case Step.CloseReturnAuthorization _ -> "the ERP to close return " + id + " in its books";
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
