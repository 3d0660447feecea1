package io.throughline.query.orderdetails;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.orderdetails.LineSubscription.BillKind;
import io.throughline.query.orderdetails.LineSubscription.RecurringBill;
import io.throughline.query.orderdetails.LineSubscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is subscribed to as a list shows it. Its bills stay, as short as can be: what comes
 * of one later names it.
 */
public record RowSubscription(LineId lineId, Subscription course, List<ShortBill> bills) {
  /**
   * @param net above zero, of credits too
   * @param paid with tax
   */
  public record ShortBill(BillId billId, BillKind kind, Money net, Money tax, Money paid) {
    static ShortBill of(RecurringBill bill) {
      return new ShortBill(bill.billId(), bill.kind(), bill.net(), bill.tax(), bill.paid());
    }
  }

  public RowSubscription {
    bills = bills == null ? List.of() : List.copyOf(bills); // the version before had sums only
  }

  static RowSubscription of(LineSubscription line) {
    return new RowSubscription(
        line.lineId(), line.course(), line.bills().stream().map(ShortBill::of).toList());
  }

  /** A line that says what this says, and blanks for the rest. */
  LineSubscription line(Instant at) {
    return new LineSubscription(
        lineId, course, bills.stream().map(it -> bill(it, at)).toList(), List.of());
  }

  private RecurringBill bill(ShortBill it, Instant at) {
    var day = course.calendar().startsOn();
    return RecurringBill.issued(
            it.billId(), it.kind(), new BilledPeriod(0, day, day), "", "", it.net(), it.tax(), at)
        .paid(it.paid(), null);
  }

  private LineSubscription line() {
    return line(Instant.EPOCH);
  }

  public SubscriptionState state() {
    return line().state();
  }

  public Money perMonth() {
    return line().perMonth();
  }

  public @Nullable LocalDate nextInvoiceOn() {
    return line().nextInvoiceOn();
  }

  /** Without tax. */
  public Money invoiced() {
    return line().invoiced();
  }

  /** Without tax. */
  public Money credited() {
    return line().credited();
  }

  /** Without tax. */
  public Money paid() {
    return line().paid();
  }
}
