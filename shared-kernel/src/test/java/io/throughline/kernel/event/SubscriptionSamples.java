package io.throughline.kernel.event;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.SubscriptionEvent.*;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One event of each kind that a subscription can have, with every optional field filled. */
final class SubscriptionSamples {
  private static final OrderId ORDER = new OrderId("SO-1001");
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final LineId LINE = new LineId("2");
  private static final LocalDate DAY = LocalDate.parse("2026-05-01");
  private static final Instant AT = Instant.parse("2026-05-01T00:00:00.123456Z");
  private static final Money NET = Money.of("21.25", "USD");
  private static final Money TAX = Money.of("4.04", "USD");
  private static final BillId BILL = BillId.ofPeriod(ORDER, LINE, 3);
  private static final BillId ADJUSTMENT = BillId.ofAdjustment(ORDER, LINE, 3, 1);
  private static final OrderLine SUBSCRIBED =
      OrderLine.of(LINE, new ProductId("CARE"), 5, Money.of("4.25", "USD"))
          .withSubscription(new SubscriptionTerms(BillingPeriod.MONTH, 12, DAY, true));

  private SubscriptionSamples() {}

  private static StepId step(Step step) {
    return StepId.of(ORDER, step);
  }

  static List<Event> all() {
    return List.of(
        new SubscriptionScheduled(ORDER, CUSTOMER, LINE, SUBSCRIBED, DAY, AT),
        new PeriodInvoiced(
            ORDER,
            CUSTOMER,
            step(new Step.InvoicePeriod(LINE, 3)),
            LINE,
            3,
            DAY.plusMonths(2),
            DAY.plusMonths(3),
            BILL,
            "3004",
            "INV3004",
            NET,
            TAX,
            AT),
        new ChangeCharged(
            ORDER,
            CUSTOMER,
            step(new Step.AdjustPeriod(LINE, 3, 1, NET)),
            LINE,
            3,
            1,
            ADJUSTMENT,
            "3005",
            "INV3005",
            NET,
            TAX,
            AT),
        new ChangeCredited(
            ORDER,
            CUSTOMER,
            step(new Step.AdjustPeriod(LINE, 3, 1, NET)),
            LINE,
            3,
            1,
            ADJUSTMENT,
            "3006",
            "CM3006",
            NET,
            TAX,
            AT),
        new BillPaid(
            ORDER,
            CUSTOMER,
            step(new Step.CheckBillPayment(LINE, BILL)),
            LINE,
            BILL,
            "3004",
            NET.plus(TAX),
            List.of(new ExceptionId(ORDER + "-E1")),
            AT),
        new BillPartlyPaid(ORDER, CUSTOMER, LINE, BILL, "3004", TAX, NET, AT),
        new BillPaymentReversed(ORDER, CUSTOMER, LINE, BILL, "3004", NET, TAX, NET, AT),
        new CreditApplied(
            ORDER,
            CUSTOMER,
            step(new Step.ApplyCredit(LINE, ADJUSTMENT, BILL, 1)),
            LINE,
            ADJUSTMENT,
            BILL,
            TAX,
            NET,
            NET,
            AT),
        new CreditRefunded(
            ORDER,
            CUSTOMER,
            step(new Step.RefundSubscriptionCredit(LINE, ADJUSTMENT, 2)),
            LINE,
            ADJUSTMENT,
            "3007",
            NET,
            AT),
        new CreditLeftOnAccount(ORDER, CUSTOMER, LINE, ADJUSTMENT, AT),
        new SubscriptionChangeAsked(
            ORDER, CUSTOMER, LINE, 1, DAY.plusDays(12), SUBSCRIBED.withQuantity(8), "user-7", AT),
        new SubscriptionChanged(
            ORDER,
            CUSTOMER,
            step(new Step.CheckSubscriptionChange(LINE, 1)),
            LINE,
            1,
            DAY.plusDays(12),
            SUBSCRIBED.withQuantity(8),
            AT),
        new SubscriptionChangeRefused(
            ORDER,
            CUSTOMER,
            step(new Step.CheckSubscriptionChange(LINE, 1)),
            LINE,
            1,
            "Care plan is listed at 4.25, not 4.00.",
            AT),
        new RenewalChanged(
            ORDER,
            CUSTOMER,
            LINE,
            DAY.plusYears(1),
            SUBSCRIBED.withUnitPrice(Money.of("4.75", "USD")),
            AT),
        new SubscriptionCancelled(
            ORDER, CUSTOMER, LINE, DAY.plusDays(20), "They close the plant.", "user-7", AT),
        new SubscriptionRenewed(
            ORDER,
            CUSTOMER,
            step(new Step.RenewSubscription(LINE, 2)),
            LINE,
            2,
            DAY.plusYears(1),
            DAY.plusYears(2),
            AT),
        new SubscriptionDayCame(ORDER, CUSTOMER, step(new Step.AwaitSubscriptionDay(DAY)), DAY, AT),
        new GoodsSettled(ORDER, CUSTOMER, AT),
        new SubscriptionEnded(ORDER, CUSTOMER, LINE, DAY.plusDays(20), AT));
  }
}
