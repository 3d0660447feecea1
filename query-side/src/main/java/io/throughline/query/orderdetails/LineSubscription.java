package io.throughline.query.orderdetails;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.orderdetails.OrderDetails.ChangeState;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line that is subscribed to, as the people who sell see it. Amounts are net of tax; days are
 * those of the seller's calendar.
 *
 * @param course how far it has come, reckoned as the process reckons it
 * @param bills invoices and credits, the oldest first
 * @param changes that somebody asked for, the oldest first
 */
public record LineSubscription(
    LineId lineId,
    Subscription course,
    List<RecurringBill> bills,
    List<SubscriptionChange> changes) {

  /**
   * @param from the first day that it is for
   * @param until the first day that it is not for any more
   * @param erpId of the invoice or the credit memo
   * @param net above zero, of credits too
   * @param paidAt when nothing of it was due any more; null while something is, and of credits
   * @param paid what is paid of it, with tax; nothing of credits
   * @param applied of an invoice, what credits lessen it by; of a credit, what it lessens invoices
   *     by; with tax
   * @param refunded of a credit, what was paid back, with tax
   */
  public record RecurringBill(
      BillId billId,
      BillKind kind,
      int period,
      LocalDate from,
      LocalDate until,
      String erpId,
      String number,
      Money net,
      Money tax,
      Instant issuedAt,
      @Nullable Instant paidAt,
      Money paid,
      Money applied,
      Money refunded) {

    public RecurringBill {
      var none = Money.zero(net.currency());
      paid = Objects.requireNonNullElse(paid, paidAt == null ? none : net.plus(tax));
      applied = Objects.requireNonNullElse(applied, none);
      refunded = Objects.requireNonNullElse(refunded, none);
    }

    static RecurringBill issued(
        BillId billId,
        BillKind kind,
        BilledPeriod period,
        String erpId,
        String number,
        Money net,
        Money tax,
        Instant at) {
      var none = Money.zero(net.currency());
      return new RecurringBill(
          billId,
          kind,
          period.number(),
          period.from(),
          period.until(),
          erpId,
          number,
          net,
          tax,
          at,
          null,
          none,
          none,
          none);
    }

    /** With tax. */
    public Money gross() {
      return net.plus(tax);
    }

    /** What of an invoice is still to be paid, or of a credit is used for nothing, with tax. */
    public Money due() {
      return gross().minus(paid).minus(applied).minus(refunded);
    }

    /** The share without tax of what is paid. */
    Money paidNet() {
      var gross = gross().amount();
      return gross.signum() == 0
          ? net
          : new Money(
              net.amount()
                  .multiply(paid.amount())
                  .divide(gross, net.amount().scale(), RoundingMode.HALF_UP),
              net.currency());
    }

    RecurringBill paid(Money more, @Nullable Instant at) {
      return with(at, paid.plus(more), applied, refunded);
    }

    /** What was paid is not: it is due again. */
    RecurringBill reversed(Money amount) {
      return with(null, paid.minus(amount), applied, refunded);
    }

    RecurringBill applied(Money more) {
      return with(paidAt, paid, applied.plus(more), refunded);
    }

    RecurringBill refunded(Money more) {
      return with(paidAt, paid, applied, refunded.plus(more));
    }

    private RecurringBill with(@Nullable Instant at, Money in, Money used, Money back) {
      return new RecurringBill(
          billId, kind, period, from, until, erpId, number, net, tax, issuedAt, at, in, used, back);
    }
  }

  public enum BillKind {
    /** A whole period, in advance. */
    PERIOD,
    /** What a change within a period costs besides. */
    CHARGE,
    /** What a change or a cancellation gives back. */
    CREDIT
  }

  /**
   * @param from the first day that it holds
   * @param quantity of the line from then on; 0: it is cancelled
   * @param price for a whole period from then on
   * @param refusal why the line stays as it was
   * @param reason why somebody cancelled it
   */
  public record SubscriptionChange(
      LocalDate from,
      int quantity,
      ProductId productId,
      Money price,
      ChangeState state,
      @Nullable String refusal,
      @Nullable String reason,
      Instant askedAt) {

    SubscriptionChange as(ChangeState how, @Nullable String why) {
      return new SubscriptionChange(from, quantity, productId, price, how, why, reason, askedAt);
    }

    SubscriptionChange erased() {
      return new SubscriptionChange(
          from, quantity, productId, price, state, Erased.of(refusal), Erased.of(reason), askedAt);
    }
  }

  public enum SubscriptionState {
    /** Nothing is invoiced yet: its first day is to come. */
    SCHEDULED,
    RUNNING,
    /** It runs, and its last day is known. */
    ENDING,
    ENDED
  }

  public SubscriptionState state() {
    if (course.ended()) {
      return SubscriptionState.ENDED;
    }
    if (course.end().isPresent()) {
      return SubscriptionState.ENDING;
    }
    return course.invoiced() == 0 ? SubscriptionState.SCHEDULED : SubscriptionState.RUNNING;
  }

  /** The line as it was last agreed on. */
  private OrderLine agreed() {
    return course.rates().getLast().line();
  }

  public ProductId productId() {
    return agreed().productId();
  }

  public int quantity() {
    return agreed().quantity();
  }

  /** For one period. */
  public Money price() {
    return agreed().net();
  }

  /** What it is worth a month; nothing once it has ended. */
  public Money perMonth() {
    return course.ended()
        ? Money.zero(price().currency())
        : Subscription.perMonth(agreed(), course.calendar().every());
  }

  public BillingPeriod billingPeriod() {
    return course.calendar().every();
  }

  public LocalDate startsOn() {
    return course.calendar().startsOn();
  }

  /** Which term runs, counted from 1. */
  public int term() {
    return course.terms();
  }

  /** The first day after the term that was agreed on last. */
  public LocalDate termEndsOn() {
    return course.calendar().endOfTerm(course.terms());
  }

  public boolean renews() {
    return course.renewalDay().isPresent();
  }

  /** The first day on which it is over; null if it goes on and on. */
  public @Nullable LocalDate endsOn() {
    return course.end().orElse(null);
  }

  /** Null if nothing more will be invoiced, or another term is to be agreed on first. */
  public @Nullable LocalDate nextInvoiceOn() {
    return course.ended() ? null : course.nextPeriod().map(BilledPeriod::from).orElse(null);
  }

  public @Nullable Money nextInvoiceNet() {
    return course.ended() ? null : course.nextPeriod().map(course::worthOf).orElse(null);
  }

  public Money invoiced() {
    return sum(bill -> bill.kind() != BillKind.CREDIT);
  }

  public Money credited() {
    return sum(bill -> bill.kind() == BillKind.CREDIT);
  }

  /** The share without tax of what is paid. */
  public Money paid() {
    return bills.stream()
        .map(RecurringBill::paidNet)
        .reduce(Money.zero(price().currency()), Money::plus);
  }

  public int billCount() {
    return bills.size();
  }

  /** The latest so many invoices and credits, the oldest of them first. */
  List<RecurringBill> latest(int most) {
    return bills.subList(Math.max(0, bills.size() - most), bills.size());
  }

  private Money sum(Predicate<RecurringBill> which) {
    return bills.stream()
        .filter(which)
        .map(RecurringBill::net)
        .reduce(Money.zero(price().currency()), Money::plus);
  }

  LineSubscription erased() {
    return new LineSubscription(
        lineId, course, bills, changes.stream().map(SubscriptionChange::erased).toList());
  }
}
