package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.util.Currency;
import java.util.List;

/** What customers pay in advance on an order. Amounts are with tax. */
public interface ErpDeposits {

  /** Has the ERP ask the customer to pay so much before anything is shipped. */
  Answer<Boolean> requestDeposit(OrderId orderId, Money amount);

  /** All that was paid in advance on the order, oldest first. */
  Answer<List<Deposit>> deposits(OrderId orderId, Currency currency);

  /**
   * Has the ERP pay a shipment's invoice with what is left of the deposits, as far as it goes.
   * Brings what of them has paid the invoice in all.
   */
  Answer<Money> applyDeposits(OrderId orderId, ShipmentId shipmentId, Currency currency);

  /** Has the ERP pay back what is left of the deposits. Brings what it paid back of them in all. */
  Answer<Money> refundDeposits(OrderId orderId, CustomerId customerId, Currency currency);

  /**
   * @param depositId the ERP's own id of it
   * @param amount what was paid
   * @param left what of it has paid no invoice and was not paid back
   */
  record Deposit(String depositId, Money amount, Money left) {}
}
