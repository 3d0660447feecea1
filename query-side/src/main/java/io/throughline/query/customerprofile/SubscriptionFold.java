package io.throughline.query.customerprofile;

import static io.throughline.query.customerprofile.CustomerProfileProjection.add;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.SubscriptionEvent;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditLeftOnAccount;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.RenewalChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeAsked;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeRefused;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionDayCame;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionEnded;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.subscription.Subscription;
import io.throughline.query.customerprofile.CustomerProfile.Recurring;
import java.util.Objects;

/** What a customer subscribes to. */
final class SubscriptionFold {
  private SubscriptionFold() {}

  static void fold(Draft draft, SubscriptionEvent event) {
    var order = event.orderId();
    switch (event) {
      case SubscriptionScheduled scheduled -> agreed(draft, order, scheduled.line());
      case SubscriptionChanged changed -> agreed(draft, order, changed.line());
      case RenewalChanged changed -> agreed(draft, order, changed.line());
      case SubscriptionEnded ended -> ended(draft, order, ended.lineId());
      case PeriodInvoiced bill -> add(draft.invoiced, bill.net().plus(bill.tax()));
      case ChangeCharged bill -> add(draft.invoiced, bill.net().plus(bill.tax()));
      case BillPaid paid -> add(draft.paid, paid.amount());
      case BillPartlyPaid paid -> add(draft.paid, paid.amount());
      case BillPaymentReversed back ->
          add(draft.paid, Money.zero(back.amount().currency()).minus(back.amount()));
      case ChangeCredited memo -> add(draft.credited, memo.net().plus(memo.tax()));
      case CreditRefunded back -> add(draft.refunded, back.amount());
      case CreditApplied _,
          CreditLeftOnAccount _,
          SubscriptionChangeAsked _,
          SubscriptionChangeRefused _,
          SubscriptionCancelled _, // it is worth what it is until its last day
          SubscriptionRenewed _,
          SubscriptionDayCame _,
          GoodsSettled _ -> {
        return;
      }
    }
    draft.changedAt = event.at();
  }

  /** A line of which nothing was invoiced may be taken out of the order. */
  static void changed(Draft draft, OrderId order, SaleTerms terms) {
    draft.recurring.removeIf(it -> it.orderId().equals(order) && terms.find(it.lineId()).isEmpty());
  }

  private static void agreed(Draft draft, OrderId order, OrderLine line) {
    ended(draft, order, line.lineId());
    var every = Objects.requireNonNull(line.subscription()).billingPeriod();
    draft.recurring.add(new Recurring(order, line.lineId(), Subscription.perMonth(line, every)));
  }

  private static void ended(Draft draft, OrderId order, LineId line) {
    draft.recurring.removeIf(it -> it.orderId().equals(order) && it.lineId().equals(line));
  }
}
