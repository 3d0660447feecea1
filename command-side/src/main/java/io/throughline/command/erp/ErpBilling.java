package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.BillId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invoices that come of a subscription and not of a shipment. Each is known by its bill's id: what
 * is there already is found and returned, never made twice.
 */
public interface ErpBilling {

  /** Has the ERP invoice some days of a subscription. */
  Answer<Bill> invoiceSubscription(SubscriptionCharge charge);

  /** The recurring invoice as the ERP has it now, if it has it. */
  Answer<Optional<Bill>> subscriptionInvoice(BillId billId);

  /**
   * Some days of a subscription that are to be paid for, or credited.
   *
   * @param taxRegion the ERP's tax code
   * @param units what the line has of the product; the price is that of all
   * @param net without tax, above or equal to zero
   * @param day the document's day, in the seller's calendar
   * @param from the first day that it is for
   * @param until the first day that it is not for any more
   */
  record SubscriptionCharge(
      BillId billId,
      OrderId orderId,
      CustomerId customerId,
      LineId lineId,
      ProductId productId,
      int units,
      String taxRegion,
      @Nullable PartnerId partnerId,
      Money net,
      LocalDate day,
      LocalDate from,
      LocalDate until) {}

  /**
   * A recurring invoice.
   *
   * @param paid what was booked as paid on it, with tax
   * @param remaining what is still to be paid, with tax: neither paid nor credited
   */
  record Bill(String id, String number, Money net, Money tax, Money paid, Money remaining) {}
}
