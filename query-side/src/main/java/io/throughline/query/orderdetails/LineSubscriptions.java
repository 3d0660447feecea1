package io.throughline.query.orderdetails;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.*;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.OrderState;
import io.throughline.query.orderdetails.LineSubscription.BillKind;
import io.throughline.query.orderdetails.LineSubscription.RecurringBill;
import io.throughline.query.orderdetails.LineSubscription.SubscriptionChange;
import io.throughline.query.orderdetails.OrderDetails.ChangeState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the lines that are subscribed to change the view of an order. */
final class LineSubscriptions {
  private LineSubscriptions() {}

  static void apply(Draft draft, SubscriptionEvent event) {
    switch (event) {
      case SubscriptionScheduled scheduled ->
          draft.subscriptions.add(
              new LineSubscription(
                  scheduled.lineId(), Subscription.of(scheduled), List.of(), List.of()));
      case CreditApplied applied -> {
        update(draft, applied.lineId(), it -> evolve(it, applied));
        var debtor = applied.billId().lineId(); // it may be another line's invoice
        if (!debtor.equals(applied.lineId())) {
          update(draft, debtor, it -> evolve(it, applied));
        }
      }
      case LineEvent about -> update(draft, about.lineId(), it -> evolve(it, about));
      case SubscriptionDayCame _ -> {} // what is due on it is an event of its own
      case GoodsSettled settled -> {
        draft.state = OrderState.SUBSCRIBED;
        if (draft.lines.stream().anyMatch(line -> line.subscription() == null)) {
          draft.milestone("goods settled", settled.at());
        }
      }
    }
  }

  /** A line of which nothing was invoiced may be taken out of the order. */
  static void terms(Draft draft, SaleTerms terms) {
    draft.subscriptions.removeIf(
        it -> it.course().invoiced() == 0 && terms.find(it.lineId()).isEmpty());
    if (draft.state == OrderState.SUBSCRIBED) {
      draft.state = OrderState.ACCEPTED; // until its goods are settled again
    }
  }

  private static void update(Draft draft, LineId lineId, UnaryOperator<LineSubscription> change) {
    draft.subscriptions.replaceAll(it -> it.lineId().equals(lineId) ? change.apply(it) : it);
  }

  private static LineSubscription evolve(LineSubscription view, LineEvent event) {
    var evolved =
        new LineSubscription(
            view.lineId(), view.course().evolve(event), view.bills(), view.changes());
    return switch (event) {
      case PeriodInvoiced bill ->
          with(
              evolved,
              RecurringBill.issued(
                  bill.billId(),
                  BillKind.PERIOD,
                  new BilledPeriod(bill.period(), bill.from(), bill.until()),
                  bill.invoiceId(),
                  bill.invoiceNumber(),
                  bill.net(),
                  bill.tax(),
                  bill.at()));
      case ChangeCharged bill ->
          with(
              evolved,
              RecurringBill.issued(
                  bill.billId(),
                  BillKind.CHARGE,
                  evolved.course().calendar().period(bill.period()),
                  bill.invoiceId(),
                  bill.invoiceNumber(),
                  bill.net(),
                  bill.tax(),
                  bill.at()));
      case ChangeCredited bill ->
          with(
              evolved,
              RecurringBill.issued(
                  bill.billId(),
                  BillKind.CREDIT,
                  evolved.course().calendar().period(bill.period()),
                  bill.creditMemoId(),
                  bill.creditMemoNumber(),
                  bill.net(),
                  bill.tax(),
                  bill.at()));
      case CreditApplied applied ->
          bill(
              bill(evolved, applied.creditId(), it -> it.applied(applied.amount())),
              applied.billId(),
              it -> it.applied(applied.amount()));
      case CreditRefunded back -> bill(evolved, back.creditId(), it -> it.refunded(back.amount()));
      case BillPaid paid -> bill(evolved, paid.billId(), it -> it.paid(paid.amount(), paid.at()));
      case BillPartlyPaid paid -> bill(evolved, paid.billId(), it -> it.paid(paid.amount(), null));
      case BillPaymentReversed back ->
          bill(evolved, back.billId(), it -> it.reversed(back.amount()));
      case SubscriptionChangeAsked asked ->
          with(evolved, change(asked.from(), asked.line(), ChangeState.PENDING, asked.at()));
      case SubscriptionChanged _ -> answered(evolved, ChangeState.DONE, null);
      case SubscriptionChangeRefused refused ->
          answered(evolved, ChangeState.REFUSED, refused.reason());
      case RenewalChanged changed ->
          with(evolved, change(changed.from(), changed.line(), ChangeState.DONE, changed.at()));
      case SubscriptionCancelled cancelled -> with(evolved, cancellation(view, cancelled));
      case SubscriptionScheduled _,
          SubscriptionRenewed _,
          CreditLeftOnAccount _,
          SubscriptionEnded _ ->
          evolved;
    };
  }

  private static LineSubscription bill(
      LineSubscription view, BillId id, UnaryOperator<RecurringBill> change) {
    return new LineSubscription(
        view.lineId(),
        view.course(),
        view.bills().stream().map(it -> it.billId().equals(id) ? change.apply(it) : it).toList(),
        view.changes());
  }

  private static SubscriptionChange change(
      LocalDate from, OrderLine line, ChangeState state, Instant at) {
    return new SubscriptionChange(
        from, line.quantity(), line.productId(), line.net(), state, null, null, at);
  }

  private static SubscriptionChange cancellation(
      LineSubscription view, SubscriptionCancelled cancelled) {
    return new SubscriptionChange(
        cancelled.from(),
        0,
        view.productId(),
        Money.zero(view.price().currency()),
        ChangeState.DONE,
        null,
        cancelled.reason(),
        cancelled.at());
  }

  private static LineSubscription answered(
      LineSubscription view, ChangeState how, @Nullable String refusal) {
    return new LineSubscription(
        view.lineId(),
        view.course(),
        view.bills(),
        view.changes().stream()
            .map(it -> it.state() == ChangeState.PENDING ? it.as(how, refusal) : it)
            .toList());
  }

  private static LineSubscription with(LineSubscription view, RecurringBill bill) {
    return new LineSubscription(
        view.lineId(),
        view.course(),
        Stream.concat(view.bills().stream(), Stream.of(bill)).toList(),
        view.changes());
  }

  private static LineSubscription with(LineSubscription view, SubscriptionChange change) {
    return new LineSubscription(
        view.lineId(),
        view.course(),
        view.bills(),
        Stream.concat(view.changes().stream(), Stream.of(change)).toList());
  }
}
