package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.SubscriptionEvent.BillPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPartlyPaid;
import io.throughline.kernel.event.SubscriptionEvent.BillPaymentReversed;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCharged;
import io.throughline.kernel.event.SubscriptionEvent.ChangeCredited;
import io.throughline.kernel.event.SubscriptionEvent.CreditApplied;
import io.throughline.kernel.event.SubscriptionEvent.CreditRefunded;
import io.throughline.kernel.event.SubscriptionEvent.GoodsSettled;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionCancelled;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChangeAsked;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionEnded;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionScheduled;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.OrderState;
import io.throughline.query.customerprofile.CustomerProfile;
import io.throughline.query.customerprofile.CustomerProfileProjection;
import io.throughline.query.orderdetails.LineSubscription.BillKind;
import io.throughline.query.orderdetails.LineSubscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A quarterly care plan of 90.00 from 1 April on, without goods. */
class LineSubscriptionsTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final LineId CARE = new LineId("1");
  private static final LocalDate START = LocalDate.parse("2026-04-01");
  private static final Instant AT = Instant.parse("2026-04-01T12:00:00Z");
  private static final OrderLine LINE =
      OrderLine.of(CARE, new ProductId("CARE"), 3, Money.of("30.00", "USD"))
          .withSubscription(new SubscriptionTerms(BillingPeriod.QUARTER, 4, null, true));
  private static final BillId P1 = BillId.ofPeriod(ORDER, CARE, 1);
  private static final BillId A1 = BillId.ofAdjustment(ORDER, CARE, 1, 1);
  private static final BillId A2 = BillId.ofAdjustment(ORDER, CARE, 1, 2);

  private final List<Event> events = new ArrayList<>();

  LineSubscriptionsTest() {
    var address = new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");
    events.add(
        new OrderSubmitted(
            ORDER,
            ACME,
            "u1",
            SaleTerms.of(
                START, Currency.getInstance("USD"), PriceBasis.LIST, "DE", address, List.of(LINE)),
            AT));
    events.add(new SubscriptionScheduled(ORDER, ACME, CARE, LINE, START, AT));
    events.add(new GoodsSettled(ORDER, ACME, AT));
  }

  private static StepId step(Step step) {
    return StepId.of(ORDER, step);
  }

  private LineSubscriptionsTest invoiced() {
    var invoice = new Step.InvoicePeriod(CARE, 1);
    events.add(new StepRequested(ORDER, ACME, step(invoice), invoice, 1, AT));
    events.add(
        new PeriodInvoiced(
            ORDER,
            ACME,
            step(invoice),
            CARE,
            1,
            START,
            START.plusMonths(3),
            P1,
            "3001",
            "INV3001",
            dollars("90.00"),
            dollars("17.10"),
            AT));
    return this;
  }

  private LineSubscriptionsTest paid() {
    events.add(
        new BillPaid(
            ORDER,
            ACME,
            step(new Step.CheckBillPayment(CARE, P1)),
            CARE,
            P1,
            "3001",
            dollars("107.10"),
            List.of(),
            AT.plusSeconds(60)));
    return this;
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  /** A list's row, folded alone, is the row of it. */
  private OrderDetails order() {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    @Nullable OrderRow row = null;
    for (var event : events) {
      view = projection.evolve(view, event);
      row = projection.evolveRow(row, event);
      assertThat(row).as("after %s", event).isEqualTo(OrderRow.of(view));
    }
    return Objects.requireNonNull(view);
  }

  private CustomerProfile customer() {
    var projection = new CustomerProfileProjection();
    @Nullable CustomerProfile view = null;
    for (var event : events) {
      view = projection.keysOf(event).isEmpty() ? view : projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }

  private LineSubscription care() {
    return order().subscriptions().getFirst();
  }

  @Test
  void beforeItsFirstInvoiceItTellsWhenAndHowMuch() {
    assertThat(order().state()).isEqualTo(OrderState.SUBSCRIBED);
    assertThat(order().money().ordered()).as("of goods").isEqualTo(dollars("0.00"));
    assertThat(care().state()).isEqualTo(SubscriptionState.SCHEDULED);
    assertThat(care().nextInvoiceOn()).isEqualTo(START);
    assertThat(care().nextInvoiceNet()).isEqualTo(dollars("90.00"));
    assertThat(care().termEndsOn()).isEqualTo(START.plusYears(1));
    assertThat(care().perMonth()).isEqualTo(dollars("30.00"));
    assertThat(customer().recurringPerMonth()).containsExactly(dollars("30.00"));
  }

  @Test
  void itIsSettledWhenNothingIsDueUntilAnotherDay() {
    assertThat(invoiced().order().settled()).as("the invoice is not paid").isFalse();

    var order = paid().order();

    assertThat(order.settled()).isTrue();
    assertThat(care().state()).isEqualTo(SubscriptionState.RUNNING);
    assertThat(care().nextInvoiceOn()).isEqualTo(START.plusMonths(3));
    assertThat(care().paid()).isEqualTo(dollars("90.00"));
    assertThat(WhyStuck.of(order).answer())
        .contains("runs on; the next invoice is due on 2026-07-01");
    assertThat(customer().invoiced()).containsExactly(dollars("107.10"));
    assertThat(customer().paid()).containsExactly(dollars("107.10"));
  }

  @Test
  void waitingForADayIsNothingThatIsUnderWay() {
    var wait = new Step.AwaitSubscriptionDay(START.plusMonths(3));
    events.add(new StepRequested(ORDER, ACME, step(wait), wait, 1, AT));

    assertThat(order().pendingSteps()).isEmpty();
  }

  @Test
  void changesAndWhatTheyCostStandInItsHistory() {
    invoiced().paid();
    var more = LINE.withQuantity(4);
    events.add(
        new SubscriptionChangeAsked(
            ORDER, ACME, CARE, 1, START.plusMonths(1), more, "user-7", AT.plusSeconds(90)));
    assertThat(care().changes().getFirst().state()).isEqualTo(OrderDetails.ChangeState.PENDING);
    events.add(
        new SubscriptionChanged(
            ORDER,
            ACME,
            step(new Step.CheckSubscriptionChange(CARE, 1)),
            CARE,
            1,
            START.plusMonths(1),
            more,
            AT.plusSeconds(91)));
    var net = dollars("20.11");
    events.add(
        new ChangeCharged(
            ORDER,
            ACME,
            step(new Step.AdjustPeriod(CARE, 1, 1, net)),
            CARE,
            1,
            1,
            A1,
            "3002",
            "INV3002",
            net,
            dollars("3.82"),
            AT.plusSeconds(92)));

    assertThat(care().changes().getFirst().state()).isEqualTo(OrderDetails.ChangeState.DONE);
    assertThat(care().quantity()).isEqualTo(4);
    assertThat(care().nextInvoiceNet()).isEqualTo(dollars("120.00"));
    assertThat(care().bills())
        .extracting(it -> it.kind())
        .containsExactly(BillKind.PERIOD, BillKind.CHARGE);
    assertThat(care().invoiced()).isEqualTo(dollars("110.11"));
    assertThat(order().settled()).as("the charge is not paid").isFalse();
    assertThat(customer().recurringPerMonth()).containsExactly(dollars("40.00"));
  }

  @Test
  void anInvoiceIsPaidInPartsAndDueAgainWhereOneIsTakenBack() {
    invoiced();
    events.add(
        new BillPartlyPaid(
            ORDER, ACME, CARE, P1, "3001", dollars("35.70"), dollars("71.40"), AT.plusSeconds(60)));
    assertThat(care().bills().getFirst().due()).isEqualTo(dollars("71.40"));
    assertThat(care().paid()).as("without tax").isEqualTo(dollars("30.00"));
    events.add(
        new BillPaid(
            ORDER,
            ACME,
            step(new Step.CheckBillPayment(CARE, P1)),
            CARE,
            P1,
            "3001",
            dollars("71.40"),
            List.of(),
            AT.plusSeconds(61)));
    assertThat(order().settled()).isTrue();

    events.add(
        new BillPaymentReversed(
            ORDER,
            ACME,
            CARE,
            P1,
            "3001",
            dollars("71.40"),
            dollars("35.70"),
            dollars("71.40"),
            AT.plusSeconds(62)));

    assertThat(care().bills().getFirst().paidAt()).isNull();
    assertThat(care().bills().getFirst().due()).isEqualTo(dollars("71.40"));
    assertThat(order().settled()).isFalse();
    assertThat(customer().paid()).containsExactly(dollars("35.70"));
  }

  @Test
  void anotherLinesCreditLessensWhatIsDueOfThisOne() {
    invoiced();
    var other = new LineId("2");
    var credit = BillId.ofAdjustment(ORDER, other, 1, 1);
    events.add(
        new CreditApplied(
            ORDER,
            ACME,
            step(new Step.ApplyCredit(other, credit, P1, 1)),
            other,
            credit,
            P1,
            dollars("7.10"),
            dollars("0.00"),
            dollars("100.00"),
            AT.plusSeconds(92)));

    assertThat(care().bills()).extracting(it -> it.due()).containsExactly(dollars("100.00"));
    assertThat(care().course().settlements()).isZero();
  }

  @Test
  void aCreditTellsWhatItLessensAndWhatIsPaidBackOfIt() {
    invoiced();
    events.add(
        new ChangeCredited(
            ORDER,
            ACME,
            step(new Step.AdjustPeriod(CARE, 1, 1, dollars("-30.00"))),
            CARE,
            1,
            1,
            A2,
            "3003",
            "CM3003",
            dollars("30.00"),
            dollars("5.70"),
            AT.plusSeconds(91)));
    events.add(
        new CreditApplied(
            ORDER,
            ACME,
            step(new Step.ApplyCredit(CARE, A2, P1, 1)),
            CARE,
            A2,
            P1,
            dollars("25.70"),
            dollars("10.00"),
            dollars("81.40"),
            AT.plusSeconds(92)));
    assertThat(care().bills())
        .extracting(it -> it.due())
        .containsExactly(dollars("81.40"), dollars("10.00"));
    assertThat(order().settled()).isFalse();

    events.add(
        new BillPaid(
            ORDER,
            ACME,
            step(new Step.CheckBillPayment(CARE, P1)),
            CARE,
            P1,
            "3001",
            dollars("81.40"),
            List.of(),
            AT.plusSeconds(93)));
    events.add(
        new CreditRefunded(
            ORDER,
            ACME,
            step(new Step.RefundSubscriptionCredit(CARE, A2, 2)),
            CARE,
            A2,
            "3005",
            dollars("10.00"),
            AT.plusSeconds(94)));

    assertThat(care().bills()).allMatch(it -> it.due().isZero());
    assertThat(care().bills().getLast().refunded()).isEqualTo(dollars("10.00"));
    assertThat(care().paid()).as("without tax").isEqualTo(dollars("68.40"));
    assertThat(customer().refunded()).containsExactly(dollars("10.00"));
    assertThat(customer().credited()).containsExactly(dollars("35.70"));
  }

  @Test
  void cancelledItRunsUntilItsLastDayAndIsThenWorthNothingAMonth() {
    invoiced().paid();
    events.add(
        new SubscriptionCancelled(
            ORDER, ACME, CARE, START.plusMonths(2), "They moved.", "user-7", AT.plusSeconds(90)));
    assertThat(care().state()).isEqualTo(SubscriptionState.ENDING);
    assertThat(care().endsOn()).isEqualTo(START.plusMonths(2));
    assertThat(care().nextInvoiceOn()).isNull();
    events.add(
        new ChangeCredited(
            ORDER,
            ACME,
            step(new Step.AdjustPeriod(CARE, 1, 1, dollars("-29.67"))),
            CARE,
            1,
            1,
            A2,
            "3003",
            "CM3003",
            dollars("29.67"),
            dollars("5.64"),
            AT.plusSeconds(91)));
    events.add(new SubscriptionEnded(ORDER, ACME, CARE, START.plusMonths(2), AT.plusSeconds(92)));

    assertThat(care().state()).isEqualTo(SubscriptionState.ENDED);
    assertThat(care().credited()).isEqualTo(dollars("29.67"));
    assertThat(care().changes().getFirst().reason()).isEqualTo("They moved.");
    assertThat(order().recurringPerMonth()).isEqualTo(dollars("0.00"));
    assertThat(customer().recurringPerMonth()).isEmpty();
  }
}
