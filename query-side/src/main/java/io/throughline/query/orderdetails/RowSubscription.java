package io.throughline.query.orderdetails;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.orderdetails.LineSubscription.BillKind;
import io.throughline.query.orderdetails.LineSubscription.RecurringBill;
import io.throughline.query.orderdetails.LineSubscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line that is subscribed to as a list shows it: sums in place of its bills. Amounts are without
 * tax.
 */
public record RowSubscription(
    LineId lineId, Subscription course, Money invoiced, Money paid, Money credited) {
  private static final OrderId SOME_ORDER = new OrderId("BLANK");

  public RowSubscription {
    invoiced = Objects.requireNonNullElse(invoiced, paid);
  }

  static RowSubscription of(LineSubscription line) {
    return new RowSubscription(
        line.lineId(), line.course(), line.invoiced(), line.paid(), line.credited());
  }

  /** A line that says what this says, and blanks for the rest. */
  LineSubscription line(OrderId orderId, Instant at) {
    var none = Money.zero(paid.currency());
    return new LineSubscription(
        lineId,
        course,
        List.of(
            bill(orderId, BillKind.PERIOD, invoiced, paid, at),
            bill(orderId, BillKind.CREDIT, credited, none, at)),
        List.of());
  }

  private RecurringBill bill(OrderId orderId, BillKind kind, Money net, Money in, Instant at) {
    var blank = new BilledPeriod(0, course.calendar().startsOn(), course.calendar().startsOn());
    return RecurringBill.issued(
            BillId.ofPeriod(orderId, lineId, 0),
            kind,
            blank,
            "",
            "",
            net,
            Money.zero(net.currency()),
            at)
        .paid(in, null);
  }

  private LineSubscription line() {
    return line(SOME_ORDER, Instant.EPOCH);
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
}
