package io.throughline.kernel.subscription;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A recurring invoice whose payment is waited for.
 *
 * @param due what is still to be paid of it, with tax, as far as we know; zero: its payment is yet
 *     to be told
 * @param received what is paid and stands, with tax
 * @param issuedOn the day on which the ERP made it: one that was caught up with is not older; or on
 *     which its payment was taken back
 * @param occurrence above 0 where it was paid before, and the payment was taken back
 */
public record UnpaidBill(
    BillId billId,
    Money due,
    Money received,
    LocalDate issuedOn,
    int occurrence,
    Standing standing) {

  public enum Standing {
    OPEN,
    /** A payment was taken back, and nobody has said yet what is to be done. */
    REVERSED,
    /** It is due, and the order waits for it no longer. */
    IN_COLLECTION
  }

  static UnpaidBill of(PeriodInvoiced event) {
    return issued(event.billId(), event.net().plus(event.tax()), event.at());
  }

  static UnpaidBill of(ChangeCharged event) {
    return issued(event.billId(), event.net().plus(event.tax()), event.at());
  }

  private static UnpaidBill issued(BillId billId, Money gross, Instant at) {
    var none = Money.zero(gross.currency());
    return new UnpaidBill(billId, gross, none, dayOf(at), 0, Standing.OPEN);
  }

  /** It was paid, and is due again. */
  static UnpaidBill again(BillPaymentReversed event, int occurrence) {
    return new UnpaidBill(
        event.billId(),
        event.remaining(),
        event.paid(),
        dayOf(event.at()),
        occurrence,
        Standing.REVERSED);
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  UnpaidBill due(Money remaining) {
    return new UnpaidBill(billId, remaining, received, issuedOn, occurrence, standing);
  }

  UnpaidBill paid(BillPartlyPaid event) {
    return new UnpaidBill(
        billId, event.remaining(), received.plus(event.amount()), issuedOn, occurrence, standing);
  }

  UnpaidBill reversed(BillPaymentReversed event) {
    return new UnpaidBill(
        billId, event.remaining(), event.paid(), issuedOn, occurrence, Standing.REVERSED);
  }

  UnpaidBill now(Standing next) {
    return new UnpaidBill(billId, due, received, issuedOn, occurrence, next);
  }

  /** Whether something of it is still to be paid. */
  public boolean owes() {
    return due.amount().signum() > 0;
  }

  /** Whether the order waits for its payment. */
  public boolean awaited() {
    return standing != Standing.IN_COLLECTION;
  }
}
