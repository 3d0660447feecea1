package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;

/**
 * What customers pay besides what settles an invoice ({@link FulfilmentEvent.PaymentRecorded}).
 * Amounts are with tax, in the order's currency, as the ERP states them.
 */
public sealed interface PaymentEvent extends FulfilmentEvent {

  /**
   * The ERP booked a payment, and some of the invoice is due still.
   *
   * @param amount what was paid since the ERP was asked last
   * @param remaining what is still to be paid of the invoice
   */
  record PartPaymentRecorded(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      String invoiceId,
      Money amount,
      Money remaining,
      Instant at)
      implements PaymentEvent {}

  /**
   * What had been paid is not: the bank took it back. It may come when the order has long been
   * completed.
   *
   * @param amount what was taken back
   * @param remaining what is to be paid of the invoice now
   */
  record PaymentReversed(
      OrderId orderId,
      CustomerId customerId,
      ShipmentId shipmentId,
      String invoiceId,
      Money amount,
      Money remaining,
      Instant at)
      implements PaymentEvent {}
}
