package io.throughline.command.erp;

import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;

/**
 * Goods that come back, and the money for them. All that is made for a return is known by its id,
 * so each call may be repeated.
 */
public interface ErpReturns {

  /** Has the ERP allow the return of goods that it knows to have left. */
  Answer<Authorization> authorizeReturn(
      OrderId orderId, ReturnId returnId, List<LineQuantity> lines);

  /** Tells the ERP which of the goods are back. Brings the ERP's id of the record. */
  Answer<String> recordReturnReceipt(ReturnId returnId, List<LineQuantity> lines);

  /**
   * Has the ERP credit goods that are back, at the prices that they were sold for. The ERP sets the
   * credit off against what the customer still has to pay of the order; the rest of it is on the
   * customer's account.
   */
  Answer<CreditMemo> createCreditMemo(ReturnId returnId, List<LineQuantity> lines);

  /**
   * Has the ERP pay back what a return's credit left on account.
   *
   * @param amount with tax
   */
  Answer<Refund> refundCredit(CustomerId customerId, ReturnId returnId, Money amount);

  /**
   * Closes the authorization, so that no more of it is taken back. Brings whether the ERP had it.
   */
  Answer<Boolean> closeReturn(ReturnId returnId);

  record Authorization(String erpReturnId, String number) {}

  /**
   * @param applied what of it, with tax, lessens what the customer still had to pay of the order
   */
  record CreditMemo(
      String creditMemoId,
      String number,
      Money net,
      Money tax,
      Money applied,
      List<LineQuantity> lines) {}

  /**
   * @param amount with tax
   */
  record Refund(String refundId, Money amount) {}
}
