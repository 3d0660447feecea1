package io.throughline.command.fulfilment;

import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.subscription.BillingCalendar;
import io.throughline.kernel.subscription.Subscription;
import java.time.LocalDate;

/** When a recurring invoice that nobody pays becomes finance's matter. Pure. */
final class PaymentPatience {
  private PaymentPatience() {}

  /**
   * Reckoned from the day on which the ERP made it, for that of a period that was caught up with is
   * not late from the beginning. Whoever sees to it that it is paid is given as long again.
   *
   * @param periods so many after it was issued
   * @param round how often its payment has been asked for
   * @return the first day on which it is overdue
   */
  static LocalDate overdueOn(Subscription line, BillId bill, int periods, int round) {
    var unpaid = line.unpaid(bill).orElseThrow();
    var months = BillingCalendar.monthsOf(line.calendar().every());
    return unpaid.issuedOn().plusMonths((long) periods * round * months);
  }
}
