package io.throughline.command.erp;

import io.throughline.command.erp.ErpBilling.SubscriptionCharge;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.CreditId;
import io.throughline.kernel.fulfilment.ReturnId;
import java.util.List;

/**
 * Credit memos, whatever they are for, and what becomes of them. Each is known by what it is for,
 * and so is its refund: each call may be repeated.
 */
public interface ErpCredits {

  /**
   * Has the ERP credit goods that are back, at the prices that they were sold for. The ERP sets the
   * credit off against what the customer still has to pay of the order; the rest of it is on the
   * customer's account.
   */
  Answer<CreditMemo> creditReturn(ReturnId returnId, List<LineQuantity> lines);

  /** Has the ERP credit some days of a subscription. All of it is on the customer's account. */
  Answer<CreditMemo> creditSubscription(SubscriptionCharge charge);

  /**
   * Has the ERP lessen a recurring invoice by what is left of a credit, as far as something of the
   * invoice is due. Brings how both stand then: nothing more happens when it is repeated.
   */
  Answer<Application> applyCredit(CreditId credit, BillId bill);

  /**
   * Has the ERP pay back what a credit left on account. A credit is paid back once.
   *
   * @param amount with tax
   */
  Answer<Refund> refundCredit(CustomerId customerId, CreditId credit, Money amount);

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
   * How a credit and an invoice stand, with tax.
   *
   * @param applied all that the credit lessens the invoice by
   * @param left what of the credit is used for nothing
   * @param remaining what is still to be paid of the invoice
   */
  record Application(Money applied, Money left, Money remaining) {}

  /**
   * @param amount with tax
   */
  record Refund(String refundId, Money amount) {}
}
