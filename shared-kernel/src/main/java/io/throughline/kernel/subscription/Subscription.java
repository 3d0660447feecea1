package io.throughline.kernel.subscription;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditLeftOnAccount;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.LineEvent;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeAsked;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeRefused;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionEnded;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.BillId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far one line's subscription has come: the fold of its events, immutable. It keeps what is
 * still to be reckoned with and forgets the rest, so a subscription of many years is no larger than
 * one of a month.
 *
 * @param rates what was agreed on for the last invoiced period and all days after, in the days'
 *     order
 * @param renews whether another term follows by itself
 * @param terms how many have been agreed on by now
 * @param cancelledFrom the first day that somebody does not want to pay for any more
 * @param invoiced the number of the last invoiced period; 0 for none
 * @param booked what the ERP invoiced less what it credited for that period, without tax
 * @param adjustments how many charges and credits for changes there were
 * @param changes how many changes were asked for
 * @param asked the change about which the ERP is being asked
 * @param unpaid recurring invoices that are not paid, the oldest first
 * @param credits of which something is left, the oldest first
 * @param settlements how often credits were used for something
 * @param reversals how often a payment was taken back of an invoice that was paid
 * @param ended whether all is invoiced that ever will be
 */
public record Subscription(
    LineId lineId,
    BillingCalendar calendar,
    List<Rate> rates,
    boolean renews,
    int terms,
    @Nullable LocalDate cancelledFrom,
    int invoiced,
    Money booked,
    int adjustments,
    int changes,
    @Nullable Rate asked,
    List<UnpaidBill> unpaid,
    List<OpenCredit> credits,
    int settlements,
    int reversals,
    boolean ended) {

  public Subscription {
    credits = Objects.requireNonNullElse(credits, List.of()); // written before there were any
  }

  /**
   * The line as it is to be from a day on.
   *
   * @param line its quantity and prices are those of one period
   */
  public record Rate(LocalDate from, OrderLine line) {}

  public static Subscription of(SubscriptionScheduled event) {
    var terms = Objects.requireNonNull(event.line().subscription());
    return new Subscription(
        event.lineId(),
        BillingCalendar.of(terms, event.startsOn()),
        List.of(new Rate(event.startsOn(), event.line())),
        terms.renews(),
        1,
        null,
        0,
        Money.zero(event.line().unitPrice().currency()),
        0,
        0,
        null,
        List.of(),
        List.of(),
        0,
        0,
        false);
  }

  public Subscription evolve(LineEvent event) {
    return switch (event) {
      case SubscriptionScheduled scheduled -> of(scheduled);
      case PeriodInvoiced period ->
          change(
              draft -> {
                draft.rates = ratesFrom(period.from());
                draft.invoiced = period.period();
                draft.booked = period.net();
                draft.owe(UnpaidBill.of(period));
              });
      case ChangeCharged charged ->
          change(
              draft -> {
                draft.booked = booked.plus(charged.net());
                draft.adjustments = charged.adjustment();
                draft.owe(UnpaidBill.of(charged));
              });
      case ChangeCredited credited ->
          change(
              draft -> {
                draft.booked = booked.minus(credited.net());
                draft.adjustments = credited.adjustment();
                draft.credits.add(OpenCredit.of(credited));
              });
      case CreditApplied applied ->
          change(
              draft -> {
                if (applied.lineId().equals(lineId)) { // else it is another line's credit
                  draft.settlements++;
                }
                draft.credits.replaceAll(
                    it -> it.creditId().equals(applied.creditId()) ? it.applied(applied) : it);
                draft.credits.removeIf(it -> it.left().amount().signum() <= 0);
                draft.unpaid.replaceAll(
                    it -> it.billId().equals(applied.billId()) ? it.due(applied.remaining()) : it);
              });
      case CreditRefunded back ->
          change(
              draft -> {
                draft.settlements++;
                draft.close(back.creditId());
              });
      case CreditLeftOnAccount kept -> change(draft -> draft.close(kept.creditId()));
      case BillPaid paid ->
          change(draft -> draft.unpaid.removeIf(bill -> bill.billId().equals(paid.billId())));
      case BillPartlyPaid paid ->
          change(
              draft ->
                  draft.unpaid.replaceAll(
                      it -> it.billId().equals(paid.billId()) ? it.paid(paid) : it));
      case BillPaymentReversed back -> change(draft -> draft.reverse(back));
      case SubscriptionChangeAsked wish ->
          change(
              draft -> {
                draft.changes = wish.number();
                draft.asked = new Rate(wish.from(), wish.line());
              });
      case SubscriptionChanged changed ->
          change(
              draft -> {
                draft.asked = null;
                draft.rates = ratesWith(changed.from(), changed.line());
              });
      case SubscriptionChangeRefused _ -> change(draft -> draft.asked = null);
      case RenewalChanged changed ->
          change(draft -> draft.rates = ratesWith(changed.from(), changed.line()));
      case SubscriptionCancelled cancelled ->
          change(draft -> draft.cancelledFrom = cancelled.from());
      case SubscriptionRenewed renewed -> change(draft -> draft.terms = renewed.term());
      case SubscriptionEnded _ -> change(draft -> draft.ended = true);
    };
  }

  /** The line as it is agreed on for that day. */
  public OrderLine on(LocalDate day) {
    return rates.stream()
        .filter(rate -> !rate.from().isAfter(day))
        .reduce((_, later) -> later)
        .orElse(rates.getFirst())
        .line();
  }

  /** The first day on which it is over, as agreed on by now; empty if it goes on and on. */
  public Optional<LocalDate> end() {
    var byItself = renews ? Stream.<LocalDate>empty() : Stream.of(calendar.endOfTerm(terms));
    return Stream.concat(Stream.ofNullable(cancelledFrom), byItself)
        .min(LocalDate::compareTo)
        .map(day -> day.isBefore(calendar.startsOn()) ? calendar.startsOn() : day);
  }

  /** The period that is to be invoiced next; empty if another term has to be agreed on first. */
  public Optional<BilledPeriod> nextPeriod() {
    var next = calendar.period(invoiced + 1);
    return Optional.of(next)
        .filter(_ -> invoiced < terms * calendar.periodsInTerm())
        .filter(period -> end().filter(day -> !period.from().isBefore(day)).isEmpty());
  }

  /** The last invoiced period, if there is one: no change may reach further back. */
  public Optional<BilledPeriod> lastPeriod() {
    return invoiced == 0 ? Optional.empty() : Optional.of(calendar.period(invoiced));
  }

  /** What a period costs without tax, with all changes that are agreed on. */
  public Money worthOf(BilledPeriod period) {
    var worth = PeriodWorth.of(period, on(period.from()).net());
    for (var rate : rates) {
      if (rate.from().isAfter(period.from()) && period.contains(rate.from())) {
        worth = worth.changed(rate.from(), rate.line().net());
      }
    }
    var over = end().filter(day -> day.isBefore(period.until()));
    return over.isEmpty()
        ? worth.total()
        : worth
            .changed(
                over.get().isBefore(period.from()) ? period.from() : over.get(),
                Money.zero(booked.currency()))
            .total();
  }

  /**
   * What is to be invoiced for the last invoiced period besides, without tax; below zero: to be
   * credited.
   */
  public Money adjustment() {
    return lastPeriod()
        .map(period -> worthOf(period).minus(booked))
        .orElse(Money.zero(booked.currency()));
  }

  /** The first day of another term that nobody has looked at yet; empty if there will be none. */
  public Optional<LocalDate> renewalDay() {
    var next = calendar.endOfTerm(terms);
    return renews && (cancelledFrom == null || cancelledFrom.isAfter(next))
        ? Optional.of(next)
        : Optional.empty();
  }

  /** The next days on which something will be due. */
  public Stream<LocalDate> days() {
    if (ended) {
      return Stream.empty();
    }
    return Stream.of(nextPeriod().map(BilledPeriod::from), renewalDay(), end())
        .flatMap(Optional::stream);
  }

  /** Whether nothing is left to be invoiced or credited. */
  public boolean over(LocalDate today) {
    return end().filter(day -> !day.isAfter(today)).isPresent()
        && nextPeriod().isEmpty()
        && asked == null
        && adjustment().isZero();
  }

  /** The invoice that credits lessen next: the oldest of which something is due. */
  public Optional<UnpaidBill> nextToLessen() {
    return unpaid.stream().filter(UnpaidBill::owes).findFirst();
  }

  public Optional<UnpaidBill> unpaid(BillId id) {
    return unpaid.stream().filter(it -> it.billId().equals(id)).findFirst();
  }

  /** Whether the ERP issued that invoice, as far as we know. */
  public boolean hasIssued(BillId id) {
    return id.lineId().equals(lineId) && id.period() <= invoiced && id.adjustment() <= adjustments;
  }

  /** Somebody decided what is to be done about a payment that was taken back. */
  public Subscription decided(BillId id, UnpaidBill.Standing standing) {
    return change(
        draft ->
            draft.unpaid.replaceAll(
                it ->
                    it.billId().equals(id) && it.standing() == UnpaidBill.Standing.REVERSED
                        ? it.now(standing)
                        : it));
  }

  public Optional<OpenCredit> credit(BillId id) {
    return credits.stream().filter(it -> it.creditId().equals(id)).findFirst();
  }

  /** Whether, as agreed on by now, no invoice will come, and all that came are paid. */
  public boolean noInvoiceWillCome() {
    return unpaid.stream().noneMatch(bill -> bill.owes() || bill.awaited())
        && asked == null
        && adjustment().isZero()
        && (ended || (nextPeriod().isEmpty() && renewalDay().isEmpty()));
  }

  /** What the line is worth a month without tax, rounded half-up, as agreed on for that day. */
  public Money perMonth(LocalDate day) {
    return perMonth(on(day), calendar.every());
  }

  /** What a line is worth a month without tax, rounded half-up. */
  public static Money perMonth(OrderLine line, BillingPeriod every) {
    return line.net().fraction(1, BillingCalendar.monthsOf(every));
  }

  private List<Rate> ratesWith(LocalDate from, OrderLine line) {
    var before = rates.stream().filter(rate -> rate.from().isBefore(from));
    return Stream.concat(before, Stream.of(new Rate(from, line))).toList();
  }

  /** Without those that do not hold any more on that day. */
  private List<Rate> ratesFrom(LocalDate day) {
    var first = new Rate(day, on(day));
    return Stream.concat(Stream.of(first), rates.stream().filter(rate -> rate.from().isAfter(day)))
        .toList();
  }

  private Subscription change(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done(this);
  }

  /** What can change of it, while it changes. */
  private static final class Draft {
    private List<Rate> rates;
    private int terms;
    private @Nullable LocalDate cancelledFrom;
    private int invoiced;
    private Money booked;
    private int adjustments;
    private int changes;
    private @Nullable Rate asked;
    private final List<UnpaidBill> unpaid;
    private final List<OpenCredit> credits;
    private int settlements;
    private int reversals;
    private boolean ended;

    Draft(Subscription from) {
      rates = from.rates;
      terms = from.terms;
      cancelledFrom = from.cancelledFrom;
      invoiced = from.invoiced;
      booked = from.booked;
      adjustments = from.adjustments;
      changes = from.changes;
      asked = from.asked;
      unpaid = new ArrayList<>(from.unpaid);
      credits = new ArrayList<>(from.credits);
      settlements = from.settlements;
      reversals = from.reversals;
      ended = from.ended;
    }

    void owe(UnpaidBill bill) {
      unpaid.add(bill);
    }

    void reverse(BillPaymentReversed event) {
      if (unpaid.stream().anyMatch(it -> it.billId().equals(event.billId()))) {
        unpaid.replaceAll(it -> it.billId().equals(event.billId()) ? it.reversed(event) : it);
      } else {
        reversals++;
        unpaid.add(UnpaidBill.again(event, reversals));
      }
    }

    void close(BillId credit) {
      credits.removeIf(it -> it.creditId().equals(credit));
    }

    Subscription done(Subscription from) {
      return new Subscription(
          from.lineId,
          from.calendar,
          rates,
          from.renews,
          terms,
          cancelledFrom,
          invoiced,
          booked,
          adjustments,
          changes,
          asked,
          List.copyOf(unpaid),
          List.copyOf(credits),
          settlements,
          reversals,
          ended);
    }
  }
}
