package io.throughline.query.orderdetails;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.orderdetails.LineSubscription.BillKind;
import io.throughline.query.orderdetails.LineSubscription.RecurringBill;
import io.throughline.query.orderdetails.LineSubscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that is subscribed to as a list shows it: sums in place of its bills, but for those that
 * are not paid. Amounts are without tax.
 */
public record RowSubscription(LineId lineId, Subscription course, Money paid, Money credited) {
  private static final OrderId SOME_ORDER = new OrderId("BLANK");

  static RowSubscription of(LineSubscription line) {
    return new RowSubscription(line.lineId(), line.course(), line.paid(), line.credited());
  }

  /** A line that says what this says, and blanks for the rest. */
  LineSubscription line(OrderId orderId, Instant at) {
    var bills = new ArrayList<RecurringBill>();
    bills.add(bill(BillId.ofPeriod(orderId, lineId, 0), BillKind.PERIOD, paid, at, at));
    bills.add(bill(BillId.ofPeriod(orderId, lineId, 0), BillKind.CREDIT, credited, at, null));
    course
        .unpaid()
        .forEach(it -> bills.add(bill(it.billId(), BillKind.PERIOD, it.net(), at, null)));
    return new LineSubscription(lineId, course, List.copyOf(bills), List.of());
  }

  private RecurringBill bill(
      BillId id, BillKind kind, Money net, Instant at, @Nullable Instant paidAt) {
    var day = course.calendar().startsOn();
    return new RecurringBill(
        id, kind, 0, day, day, "", "", net, Money.zero(net.currency()), at, paidAt);
  }

  private LineSubscription line() {
    return line(SOME_ORDER, Instant.EPOCH);
  }

  public SubscriptionState state() {
    return line().state();
  }

  public Money invoiced() {
    return line().invoiced();
  }

  public Money perMonth() {
    return line().perMonth();
  }

  public @Nullable LocalDate nextInvoiceOn() {
    return line().nextInvoiceOn();
  }
}
