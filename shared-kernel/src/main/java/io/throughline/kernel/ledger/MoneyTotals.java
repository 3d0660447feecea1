package io.throughline.kernel.ledger;

import io.throughline.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * An order's money as the ERP has stated it, with tax, in the order's currency.
 *
 * @param invoiced all invoices
 * @param paid what was booked as paid on them
 * @param credited all credit memos
 */
public record MoneyTotals(Money invoiced, Money paid, Money credited) {

  /**
   * What the customer still owes: invoiced = paid + due + credited. Below zero where more was
   * credited than was left to be paid.
   */
  public Money due() {
    return invoiced.minus(paid).minus(credited);
  }

  MoneyTotals invoice(Money amount) {
    return new MoneyTotals(invoiced.plus(amount), paid, credited);
  }

  MoneyTotals pay(Money amount) {
    return new MoneyTotals(invoiced, paid.plus(amount), credited);
  }

  MoneyTotals credit(Money amount) {
    return new MoneyTotals(invoiced, paid, credited.plus(amount));
  }

  List<String> breaches() {
    var found = new ArrayList<String>();
    if (paid.exceeds(invoiced)) {
      found.add("Money: " + paid + " paid on invoices of " + invoiced + ".");
    }
    if (credited.exceeds(invoiced)) {
      found.add("Money: " + credited + " credited on invoices of " + invoiced + ".");
    }
    return found;
  }
}
