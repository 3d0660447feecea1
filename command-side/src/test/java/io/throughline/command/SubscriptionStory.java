package io.throughline.command;

import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
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
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionChanged;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionRenewed;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.subscription.BilledPeriod;
import io.throughline.kernel.subscription.PeriodWorth;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of an order's subscription, over HTTP and on the shared clock. */
final class SubscriptionStory {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final RunningCommandSide running;
  private final String order;
  private final LocalDate today;
  private String customer = "ACME";

  SubscriptionStory(RunningCommandSide running, String order) {
    this.running = running;
    this.order = order;
    this.today = LocalDate.ofInstant(running.bean(BusinessClock.class).instant(), ZoneOffset.UTC);
  }

  /** Three months of 40 nuts a month, begun five days more than a term ago, beside 5 nuts. */
  void fromRenewalToCancellation() throws Exception {
    var start = today.minusMonths(3).minusDays(5);
    submit(line("1", "NUT", 5, "1.25") + ", " + subscribed("NUT", 40, "1.25", 3, start));
    awaitEvent("fulfilment", GoodsSettled.class);
    await().atMost(PATIENCE).until(() -> all(PeriodInvoiced.class).size() >= 4);
    assertThat(all(SubscriptionRenewed.class)).hasSize(1);

    taken(wish("\"action\": \"CHANGE\", \"quantity\": 80"));
    awaitEvent("fulfilment", ChangeCharged.class);
    taken(wish("\"action\": \"CANCEL\", \"reason\": \"They moved\""));
    awaitEvent("fulfilment", ChangeCredited.class);
    awaitEvent("order", OrderCompleted.class);
    theCreditIsUsedOnce();

    assertThat(wish("\"action\": \"CHANGE\", \"quantity\": 9").statusCode()).isEqualTo(409);
    var periods = all(PeriodInvoiced.class);
    assertThat(periods)
        .extracting(PeriodInvoiced::from)
        .containsExactlyElementsOf(
            IntStream.range(0, periods.size()).mapToObj(start::plusMonths).toList());
    assertThat(recurring("serviceInvoices").subtract(recurring("creditMemos")))
        .isEqualByComparingTo(worth(periods));
    assertThat(
            running
                .books()
                .path("erp")
                .path("salesOrders")
                .path(order)
                .path("billed")
                .decimalValue())
        .isEqualByComparingTo("6.25");
  }

  private BigDecimal worth(List<PeriodInvoiced> periods) {
    var last = periods.getLast();
    var changed = all(SubscriptionChanged.class).getFirst();
    var ended = all(SubscriptionCancelled.class).getFirst();
    return PeriodWorth.of(
            new BilledPeriod(last.period(), last.from(), last.until()), Money.of("50.00", "USD"))
        .changed(changed.from(), Money.of("100.00", "USD"))
        .changed(ended.from(), Money.of("0.00", "USD"))
        .total()
        .amount()
        .add(new BigDecimal(50 * (periods.size() - 1)));
  }

  /** It lessens what was not paid yet, and what is left of it is paid back. */
  private void theCreditIsUsedOnce() {
    var credit = all(ChangeCredited.class).getFirst();
    var memo = running.books().path("erp").path("creditMemos").path(credit.billId().value());
    var gross = credit.net().plus(credit.tax()).amount();
    var applied = sum(all(CreditApplied.class).stream().map(CreditApplied::amount));
    var refunded = sum(all(CreditRefunded.class).stream().map(CreditRefunded::amount));
    assertThat(applied.add(refunded)).isEqualByComparingTo(gross);
    assertThat(memo.path("applied").decimalValue()).isEqualByComparingTo(applied);
    assertThat(memo.path("refunded").decimalValue()).isEqualByComparingTo(refunded);
    assertThat(due()).as("nothing is due, and nothing is on account").isZero();
  }

  private static BigDecimal sum(Stream<Money> amounts) {
    return amounts.map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** With tax, of the order's recurring invoices. */
  private BigDecimal due() {
    return running
        .books()
        .path("erp")
        .path("serviceInvoices")
        .valueStream()
        .filter(bill -> bill.path("order").asString().equals(order))
        .map(
            bill ->
                bill.path("net")
                    .decimalValue()
                    .add(bill.path("tax").decimalValue())
                    .subtract(bill.path("paid").decimalValue())
                    .subtract(bill.path("credited").decimalValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  void repricedAtItsRenewal() throws Exception {
    running.listItem("CARE-A", "10.00", false);
    submit(subscribed("CARE-A", 1, "10.00", 1, today.minusMonths(1).plusDays(3)));
    awaitEvent("fulfilment", PeriodInvoiced.class);
    running.simulators().netSuite().editItem("CARE-A", new BigDecimal("12.00"), false);
    var parked = parked();
    assertThat(parked.cause()).isEqualTo(Cause.RENEWAL_PRICE_NOT_APPROVED);
    assertThat(parked.findings().getFirst().message())
        .isEqualTo("CARE-A is listed at 12.00, not 10.00.");

    taken(remedy(parked, "reprice", "{\"unitPrice\": \"12.00\"}"));

    await().atMost(PATIENCE).until(() -> all(PeriodInvoiced.class).size() == 2);
    assertThat(all(PeriodInvoiced.class).getLast().net()).isEqualTo(Money.of("12.00", "USD"));
  }

  /** Whose customer pays in three parts, of which the bank takes the last one back. */
  void endedAtItsRenewal() throws Exception {
    customer = "PLAN";
    slowPayer(3);
    running.listItem("CARE-B", "10.00", false);
    submit(subscribed("CARE-B", 1, "10.00", 1, today.minusMonths(1).plusDays(3)));
    awaitEvent("fulfilment", PeriodInvoiced.class);
    running.simulators().netSuite().editItem("CARE-B", new BigDecimal("10.00"), true);
    var parked = parked();
    assertThat(parked.cause()).isEqualTo(Cause.RENEWAL_PRODUCT_GONE);

    taken(remedy(parked, "end-subscription", "{}"));

    awaitEvent("order", OrderCompleted.class);
    assertThat(all(PeriodInvoiced.class)).hasSize(1);
    assertThat(recurring("creditMemos")).isZero();
    assertThat(all(BillPartlyPaid.class)).hasSize(2);
    theLastPaymentIsTakenBackAndMadeAnew();
  }

  /** The order is completed by then. */
  private void theLastPaymentIsTakenBackAndMadeAnew() {
    var erp = running.simulators().netSuite();
    var bill = all(PeriodInvoiced.class).getFirst().billId().value();

    erp.reversePayment(bill);

    await().atMost(PATIENCE).until(() -> all(FulfilmentParked.class).size() == 2);
    assertThat(all(FulfilmentParked.class).getLast().cause()).isEqualTo(Cause.PAYMENT_REVERSED);
    assertThat(all(BillPaymentReversed.class)).hasSize(1);

    erp.payRest(bill);

    await().atMost(PATIENCE).until(() -> all(BillPaid.class).size() == 2);
    assertThat(all(BillPaid.class).getLast().closed())
        .containsExactly(all(FulfilmentParked.class).getLast().exceptionId());
    var paid =
        sum(
            Stream.concat(
                all(BillPaid.class).stream().map(BillPaid::amount),
                all(BillPartlyPaid.class).stream().map(BillPartlyPaid::amount)));
    var back = sum(all(BillPaymentReversed.class).stream().map(BillPaymentReversed::amount));
    assertThat(paid.subtract(back)).isEqualByComparingTo("11.90");
    assertThat(due()).isZero();
  }

  /** Two lines of 30.00 a month: one is paid and ended, the other's bill is not paid yet. */
  void creditUsedForAnotherLine() throws Exception {
    customer = "TWO";
    slowPayer(30);
    running.listItem("CARE-C", "30.00", false);
    var start = today.minusDays(5);
    submit(
        subscribed("2", "CARE-C", 1, "30.00", 3, start)
            + ", "
            + subscribed("3", "CARE-C", 1, "30.00", 3, start));
    await().atMost(PATIENCE).until(() -> all(PeriodInvoiced.class).size() == 2);
    running.simulators().netSuite().payRest(billOf("2"));
    awaitEvent("fulfilment", BillPaid.class);

    taken(wish("\"action\": \"CANCEL\", \"reason\": \"They moved\""));

    awaitEvent("fulfilment", CreditApplied.class);
    var credit = all(ChangeCredited.class).getFirst();
    var gross = credit.net().plus(credit.tax());
    assertThat(gross.amount()).isPositive();
    assertThat(all(CreditApplied.class))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.lineId()).isEqualTo(new LineId("2"));
              assertThat(it.billId().value()).isEqualTo(billOf("3"));
              assertThat(it.amount()).isEqualTo(gross);
              assertThat(it.left().isZero()).isTrue();
            });

    running.simulators().netSuite().payRest(billOf("3"));
    await().atMost(PATIENCE).until(() -> all(BillPaid.class).size() == 2);
    assertThat(all(CreditRefunded.class)).isEmpty();
    var erp = running.books().path("erp");
    var memo = erp.path("creditMemos").path(credit.billId().value());
    assertThat(memo.path("applied").decimalValue()).isEqualByComparingTo(gross.amount());
    assertThat(memo.path("refunded").decimalValue()).isZero();
    var lessened = erp.path("serviceInvoices").path(billOf("3"));
    assertThat(lessened.path("credited").decimalValue()).isEqualByComparingTo(gross.amount());
    assertThat(lessened.path("paid").decimalValue())
        .as("the customer paid the rest of it, and no more")
        .isEqualByComparingTo(new BigDecimal("35.70").subtract(gross.amount()));
    assertThat(erp.path("serviceInvoices").path(billOf("2")).path("paid").decimalValue())
        .isEqualByComparingTo("35.70");
  }

  /** Of the first period of a line. */
  private String billOf(String line) {
    return all(PeriodInvoiced.class).stream()
        .filter(it -> it.lineId().equals(new LineId(line)))
        .findFirst()
        .orElseThrow()
        .billId()
        .value();
  }

  private void slowPayer(int parts) throws Exception {
    var erp = running.simulators().netSuite();
    running.registerCustomer(customer);
    await().ignoreExceptions().until(() -> !erp.customerField(customer, "companyName").isEmpty());
    erp.payInParts(customer, parts);
  }

  void refusals() throws Exception {
    submit(line("2", "NUT", 5, "1.25"));

    var goods = wish("\"action\": \"CANCEL\", \"reason\": \"They moved\"");
    assertThat(goods.statusCode()).as(goods.body()).isEqualTo(400);
    assertThat(goods.body()).contains("has no line 2 that is subscribed to");
    assertThat(wish("\"action\": \"CANCEL\"").body()).contains("needs a reason");
    assertThat(wish("\"action\": \"CHANGE\"").body())
        .contains("names quantity, productId or unitPrice");
    assertThat(
            running
                .postAs(
                    "finance",
                    "/api/v1/orders/" + order + "/subscription",
                    "{\"lineId\": \"2\", \"action\": \"CHANGE\"}")
                .statusCode())
        .isEqualTo(403);
  }

  private void submit(String lines) throws Exception {
    taken(running.postAs("sales", "/api/v1/orders", order(order, customer, lines)));
  }

  private static String subscribed(
      String product, int quantity, String price, int periods, LocalDate start) {
    return subscribed("2", product, quantity, price, periods, start);
  }

  private static String subscribed(
      String line, String product, int quantity, String price, int periods, LocalDate start) {
    return line(line, product, quantity, price)
            .replace("}", ", \"subscription\": {\"billingPeriod\": \"MONTH\", \"periods\": ")
        + periods
        + ", \"startsOn\": \""
        + start
        + "\", \"renews\": true}}";
  }

  private HttpResponse<String> wish(String rest) throws Exception {
    return running.postAs(
        "sales", "/api/v1/orders/" + order + "/subscription", "{\"lineId\": \"2\", " + rest + "}");
  }

  private HttpResponse<String> remedy(FulfilmentParked parked, String remedy, String parameters)
      throws Exception {
    return running.postAs(
        "sales",
        "/api/v1/exceptions/" + parked.exceptionId() + "/remedies/" + remedy,
        "{\"parameters\": " + parameters + "}");
  }

  private FulfilmentParked parked() {
    awaitEvent("fulfilment", FulfilmentParked.class);
    return all(FulfilmentParked.class).getFirst();
  }

  private static void taken(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
  }

  private void awaitEvent(String aggregate, Class<? extends Event> type) {
    await().atMost(PATIENCE).until(() -> events(aggregate, type).findAny().isPresent());
  }

  private <E extends Event> List<E> all(Class<E> type) {
    return events("fulfilment", type).toList();
  }

  private <E extends Event> Stream<E> events(String aggregate, Class<E> type) {
    List<RecordedEvent> history = running.log().of(aggregate + "/" + order);
    return history.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast);
  }

  private BigDecimal recurring(String records) {
    return running
        .books()
        .path("erp")
        .path(records)
        .valueStream()
        .filter(bill -> bill.path("order").asString().equals(order))
        .map(bill -> bill.path("net").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
