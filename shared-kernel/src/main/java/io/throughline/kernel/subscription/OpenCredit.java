package io.throughline.kernel.subscription;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.fulfilment.BillId;
import java.util.ArrayList;
import java.util.List;

/**
 * A credit of which something is left: it is to lessen an invoice, or to be paid back.
 *
 * @param left with tax, above zero
 * @param uses what it lessens so far
 */
public record OpenCredit(BillId creditId, Money left, List<Use> uses) {

  /**
   * @param amount with tax
   */
  public record Use(BillId billId, Money amount) {}

  public OpenCredit {
    uses = List.copyOf(uses);
  }

  static OpenCredit of(ChangeCredited credited) {
    return new OpenCredit(credited.billId(), credited.net().plus(credited.tax()), List.of());
  }

  OpenCredit applied(CreditApplied applied) {
    var more = new ArrayList<>(uses);
    more.add(new Use(applied.billId(), applied.amount()));
    return new OpenCredit(creditId, applied.left(), more);
  }

  /** What it lessens that invoice by, with tax. */
  public Money on(BillId bill) {
    return uses.stream()
        .filter(use -> use.billId().equals(bill))
        .map(Use::amount)
        .reduce(Money.zero(left.currency()), Money::plus);
  }
}
