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
 * @param issuedOn the day on which the ERP made it: one that was caught up with is not older
 */
public record UnpaidBill(BillId billId, Money net, LocalDate issuedOn) {

  static UnpaidBill of(PeriodInvoiced event) {
    return new UnpaidBill(event.billId(), event.net(), dayOf(event.at()));
  }

  static UnpaidBill of(ChangeCharged event) {
    return new UnpaidBill(event.billId(), event.net(), dayOf(event.at()));
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
