package io.throughline.kernel.subscription;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A recurring invoice whose payment is waited for.
 *
 * @param net without tax
 * @param due what is still to be paid of it, with tax, as far as we know; zero: its payment is yet
 *     to be told
 * @param issuedOn the day on which the ERP made it: one that was caught up with is not older
 */
public record UnpaidBill(BillId billId, Money net, Money due, LocalDate issuedOn) {

  static UnpaidBill of(PeriodInvoiced event) {
    return new UnpaidBill(
        event.billId(), event.net(), event.net().plus(event.tax()), dayOf(event.at()));
  }

  static UnpaidBill of(ChangeCharged event) {
    return new UnpaidBill(
        event.billId(), event.net(), event.net().plus(event.tax()), dayOf(event.at()));
  }

  UnpaidBill due(Money remaining) {
    return new UnpaidBill(billId, net, remaining, issuedOn);
  }

  /** Whether something of it is still to be paid. */
  public boolean owes() {
    return due.amount().signum() > 0;
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
