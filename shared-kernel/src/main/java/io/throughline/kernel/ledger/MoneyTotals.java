package io.throughline.kernel.ledger;

import io.throughline.kernel.Money;
import java.util.List;

/**
 * An order's money as the ERP has stated it, with tax, in the order's currency.
 *
 * @param invoiced all invoices
 * @param paid what was booked as paid on them
 */
public record MoneyTotals(Money invoiced, Money paid) {

  /** What the customer still owes: invoiced = paid + due. */
  public Money due() {
    return invoiced.minus(paid);
  }

  MoneyTotals invoice(Money amount) {
    return new MoneyTotals(invoiced.plus(amount), paid);
  }

  MoneyTotals pay(Money amount) {
    return new MoneyTotals(invoiced, paid.plus(amount));
  }

  List<String> breaches() {
    return paid.exceeds(invoiced)
        ? List.of("Money: " + paid + " paid on invoices of " + invoiced + ".")
        : List.of();
  }
}
