package io.throughline.command.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.Simulated;
import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.Erp.SalesOrder;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Caller;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.netsuite.NetSuiteRefusal;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter against the simulated account, over real HTTP. */
class NetSuiteErpTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final int LONG_ORDER = 3;
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final Address ADDRESS =
      new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL");

  private Simulators simulators = Simulated.start(0);
  private Erp erp = erp(Duration.ofSeconds(10), Simulated.privateKey());

  @AfterEach
  void stop() {
    simulators.close();
  }

  private Erp erp(Duration timeout, String key) {
    return erp(simulators.baseUrl(), timeout, key);
  }

  static Erp erp(URI baseUrl, Duration timeout, String key) {
    var properties =
        new NetSuiteProperties(
            baseUrl, "client", "certificate", key, 15, null, timeout, LONG_ORDER);
    var caller = new Caller(15, timeout, Simulated.UNTRACED);
    return new NetSuiteErp(
        new NetSuiteClient(
            properties, caller, NetSuiteToken.of(properties, caller, Clock.systemUTC())),
        LONG_ORDER);
  }

  private void listItems(int bolts) {
    simulators
        .netSuite()
        .listItem(
            "BOLT", "Bolt", new BigDecimal("2.50"), false, stock("EAST", bolts, "WEST", 3), 20);
    simulators
        .netSuite()
        .listItem("RIVET", "Rivet", new BigDecimal("0.75"), true, stock("EAST", 10), 20);
  }

  private static SequencedMap<String, Integer> stock(Object... pairs) {
    var stock = new LinkedHashMap<String, Integer>();
    for (var i = 0; i < pairs.length; i += 2) {
      stock.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return stock;
  }

  private static ErpCustomer customer(String name) {
    return new ErpCustomer(ACME, name, "buy@acme.example", null, ADDRESS, USD);
  }

  private static ErpOrder order(PriceBasis basis, String region, OrderLine... lines) {
    return ErpOrder.of(
        ORDER,
        ACME,
        SaleTerms.of(LocalDate.parse("2026-03-31"), USD, basis, region, ADDRESS, List.of(lines)));
  }

  private static OrderLine bolts(int quantity, String price, String discount) {
    return OrderLine.of(
        new LineId("1"),
        new ProductId("BOLT"),
        quantity,
        Money.of(price, "USD"),
        new BigDecimal(discount));
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<Cause> causes(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).findings().stream().map(Finding::cause).toList();
  }

  @Test
  void aCustomerIsMadeOnceHoweverOftenItIsPut() {
    var first = done(erp.putCustomer(customer("Acme")));

    assertThat(done(erp.putCustomer(customer("Acme Works")))).isEqualTo(first);
    assertThat(simulators.books().path("erp").path("customers").asInt()).isEqualTo(1);
  }

  @Test
  void aPossibleOrderIsValid() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));

    var validation = done(erp.validate(order(PriceBasis.LIST, "DE", bolts(10, "2.50", "0.10"))));

    assertThat(validation.taxRate()).isEqualByComparingTo("0.19");
  }

  @Test
  void everythingThatIsWrongIsFoundAtOnceTheMostImportantFirst() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));
    simulators.netSuite().setCreditLimit("ACME", new BigDecimal("10"));
    var rivets =
        OrderLine.of(
            new LineId("2"), new ProductId("RIVET"), 4, Money.of("0.75", "USD"), BigDecimal.ZERO);
    var nothing =
        OrderLine.of(
            new LineId("3"), new ProductId("NOTHING"), 4, Money.of("1", "USD"), BigDecimal.ZERO);

    var answer =
        erp.validate(order(PriceBasis.LIST, "MARS", bolts(10, "2.40", "0.40"), rivets, nothing));

    assertThat(causes(answer))
        .containsExactly(
            Cause.PRODUCT_UNKNOWN,
            Cause.PRODUCT_DISCONTINUED,
            Cause.TAX_REGION_UNKNOWN,
            Cause.PRICE_NOT_APPROVED,
            Cause.PRICE_NOT_APPROVED,
            Cause.CREDIT_LIMIT_EXCEEDED);
  }

  @Test
  void eachRefusalOfAnOrderHasACauseOfItsOwn() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));
    var expected = new EnumMap<NetSuiteRefusal, Cause>(NetSuiteRefusal.class);
    expected.put(NetSuiteRefusal.CUSTOMER_NOT_IN_SUBSIDIARY, Cause.CUSTOMER_NOT_IN_SUBSIDIARY);
    expected.put(NetSuiteRefusal.CUSTOMER_ON_HOLD, Cause.CUSTOMER_INACTIVE);
    expected.put(NetSuiteRefusal.ITEM_NOT_IN_SUBSIDIARY, Cause.PRODUCT_NOT_IN_SUBSIDIARY);
    expected.put(NetSuiteRefusal.UNIT_OF_MEASURE, Cause.UNIT_OF_MEASURE);
    expected.put(NetSuiteRefusal.QUANTITY, Cause.QUANTITY_REFUSED);
    expected.put(NetSuiteRefusal.TAX_CODE, Cause.TAX_REGION_UNKNOWN);
    expected.put(NetSuiteRefusal.CURRENCY, Cause.CURRENCY_NOT_ALLOWED);
    expected.put(NetSuiteRefusal.PARTNER, Cause.PARTNER_UNKNOWN);
    expected.put(NetSuiteRefusal.DATE, Cause.DATE_REFUSED);
    expected.put(NetSuiteRefusal.RATE, Cause.PRICE_NOT_APPROVED);
    expected.put(NetSuiteRefusal.LOCATION, Cause.WAREHOUSE_UNKNOWN);
    expected.put(NetSuiteRefusal.PERIOD_CLOSED, Cause.PERIOD_CLOSED);
    expected.put(NetSuiteRefusal.PERIOD_LOCKED, Cause.POSTING_LOCKED);
    expected.put(NetSuiteRefusal.MISSING_FIELD, Cause.ERP_FIELD_MISSING);
    expected.put(NetSuiteRefusal.FIELD, Cause.ERP_FIELD_REFUSED);
    expected.put(NetSuiteRefusal.UNKNOWN_FIELD, Cause.ERP_SETUP_INCOMPLETE);
    expected.put(NetSuiteRefusal.SCRIPT, Cause.ERP_SCRIPT_FAILED);
    expected.put(NetSuiteRefusal.PERMISSION, Cause.PERMISSION_MISSING);
    expected.put(NetSuiteRefusal.CHANGED, Cause.RECORD_CHANGED);
    expected.put(NetSuiteRefusal.MAINTENANCE, Cause.ERP_MAINTENANCE);
    expected.put(NetSuiteRefusal.QUOTA, Cause.QUOTA_EXHAUSTED);
    expected.put(NetSuiteRefusal.LOGIN, Cause.TOKEN_REJECTED);
    expected.put(NetSuiteRefusal.ANYTHING, Cause.ERP_REFUSED);
    assertThat(expected).containsOnlyKeys(NetSuiteRefusal.values());
    var order = order(PriceBasis.LIST, "DE", bolts(10, "2.50", "0"));

    var found = new EnumMap<NetSuiteRefusal, Cause>(NetSuiteRefusal.class);
    for (var refusal : NetSuiteRefusal.values()) {
      simulators.refuse("PUT /services/rest/record/v1/salesOrder", "", refusal.reply());
      found.put(refusal, causeOf(erp.createSalesOrder(order)));
      simulators.relent();
    }

    assertThat(found).isEqualTo(expected);
    done(erp.createSalesOrder(order));
  }

  private static @Nullable Cause causeOf(Answer<?> answer) {
    return answer instanceof Answer.Busy<?> busy ? busy.cause() : causes(answer).getFirst();
  }

  @Test
  void contractPricesStand() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));

    done(erp.validate(order(PriceBasis.CONTRACT, "EXPORT", bolts(10, "1.11", "0.50"))));
  }

  @Test
  void anUnknownCustomerIsFound() {
    listItems(50);

    assertThat(causes(erp.validate(order(PriceBasis.LIST, "DE", bolts(1, "2.50", "0")))))
        .containsExactly(Cause.CUSTOMER_UNKNOWN);
  }

  @Test
  void anOrderIsBookedOnceAndItsStockComesFromSeveralLocations() {
    var booked = booked(10, 8);

    assertThat(booked.allocations()).extracting(Allocation::quantity).containsExactly(8, 2);
    assertThat(booked.net()).isEqualTo(Money.of("25.00", "USD"));
    assertThat(booked.tax()).isEqualTo(Money.of("4.75", "USD"));
    assertThat(
            done(erp.createSalesOrder(order(PriceBasis.LIST, "DE", bolts(10, "2.50", "0"))))
                .erpOrderId())
        .isEqualTo(booked.erpOrderId());
    assertThat(simulators.books().path("effects").path("erpSalesOrders").asInt()).isEqualTo(1);
  }

  private SalesOrder booked(int ordered, int inStock) {
    listItems(inStock);
    done(erp.putCustomer(customer("Acme")));
    return done(erp.createSalesOrder(order(PriceBasis.LIST, "DE", bolts(ordered, "2.50", "0"))));
  }

  @Test
  void whatIsShortIsBackOrderedUntilTheErpRestocks() {
    var booked = booked(20, 8);
    assertThat(booked.backOrdered()).containsExactly(new LineQuantity(new LineId("1"), 9));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> done(erp.salesOrder(ORDER, USD)).orElseThrow().backOrdered().isEmpty());
  }

  @Test
  void partialInvoicesAddUpToTheCentAndArePaid() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));
    var booked =
        done(erp.createSalesOrder(order(PriceBasis.CONTRACT, "EXPORT", bolts(7, "3.33", "0.15"))));
    var net = Money.zero(USD);
    for (var part : List.of(1, 2, 3)) {
      var shipment = ShipmentId.of(ORDER, part);
      var lines = List.of(new LineQuantity(new LineId("1"), part == 3 ? 4 : part));
      done(erp.recordItemFulfilment(ORDER, shipment, lines));
      net = net.plus(done(erp.createInvoice(ORDER, shipment, lines)).net());
    }
    assertThat(net).isEqualTo(booked.net()).isEqualTo(Money.of("19.81", "USD"));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> done(erp.invoice(ShipmentId.of(ORDER, 3))).orElseThrow().isPaid());
    var balance = BigDecimal.ZERO;
    for (var account : simulators.books().path("erp").path("trialBalance")) {
      balance = balance.add(account.decimalValue());
    }
    assertThat(balance).isEqualByComparingTo("0");
  }

  @Test
  void invoicingTwiceBringsTheFirstInvoice() {
    booked(10, 50);
    var lines = List.of(new LineQuantity(new LineId("1"), 10));
    var shipment = ShipmentId.of(ORDER, 1);
    done(erp.recordItemFulfilment(ORDER, shipment, lines));
    done(erp.recordItemFulfilment(ORDER, shipment, lines));

    var first = done(erp.createInvoice(ORDER, shipment, lines));

    assertThat(done(erp.createInvoice(ORDER, shipment, lines)).invoiceId())
        .isEqualTo(first.invoiceId());
    assertThat(simulators.books().path("effects").path("invoices").asInt()).isEqualTo(1);
  }

  @Test
  void moreThanWasCommittedCannotBeFulfilled() {
    booked(10, 50);

    assertThat(
            causes(
                erp.recordItemFulfilment(
                    ORDER,
                    ShipmentId.of(ORDER, 1),
                    List.of(new LineQuantity(new LineId("1"), 11)))))
        .containsExactly(Cause.ERP_FIELD_REFUSED);
  }

  @Test
  void aClosedOrderGivesItsStockBack() {
    booked(10, 8);

    assertThat(done(erp.closeSalesOrder(ORDER))).isTrue();

    assertThat(simulators.books().path("erp").path("stock").path("BOLT").path("EAST").asInt())
        .isEqualTo(8);
    assertThat(done(erp.closeSalesOrder(new OrderId("NONE")))).isFalse();
  }

  @Test
  void whereEveryThirdCallGoesWrongRepeatingLeadsToOneOfEach() {
    simulators.close();
    simulators = Simulated.start(0.33);
    erp = erp(Duration.ofSeconds(5), Simulated.privateKey());
    listItems(500);
    repeated(() -> erp.putCustomer(customer("Acme")));
    repeated(() -> erp.createSalesOrder(order(PriceBasis.LIST, "DE", bolts(10, "2.50", "0"))));
    var lines = List.of(new LineQuantity(new LineId("1"), 10));
    repeated(() -> erp.recordItemFulfilment(ORDER, ShipmentId.of(ORDER, 1), lines));
    repeated(() -> erp.createInvoice(ORDER, ShipmentId.of(ORDER, 1), lines));

    var effects = simulators.books().path("effects");
    assertThat(effects.path("erpSalesOrders").asInt()).isEqualTo(1);
    assertThat(effects.path("invoices").asInt()).isEqualTo(1);
    assertThat(effects.path("duplicates").asInt()).isZero();
    assertThat(simulators.books().path("faults").path("injected").properties())
        .anyMatch(it -> it.getValue().asInt() > 0);
  }

  private interface Call<T> {
    Answer<T> call();
  }

  private static <T> void repeated(Call<T> call) {
    for (var attempt = 0; attempt < 50; attempt++) {
      switch (call.call()) {
        case Answer.Done<T> _ -> {
          return;
        }
        case Answer.Refused<T> refused -> throw new AssertionError(refused);
        case Answer.Busy<T> _, Answer.Unknown<T> _ -> {}
      }
    }
    throw new AssertionError("It never succeeded.");
  }

  @Test
  void aTimeoutIsUnknownAndNotAFailure() {
    simulators.close();
    simulators = Simulated.start(Simulated.folder(), 0, Duration.ofSeconds(2));

    assertThat(erp(Duration.ofMillis(200), Simulated.privateKey()).putCustomer(customer("Acme")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void nobodyThereIsUnknownToo() {
    assertThat(
            erp(URI.create("http://localhost:1"), Duration.ofSeconds(1), Simulated.privateKey())
                .putCustomer(customer("Acme")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aKeyThatTheAccountDoesNotKnowKeepsUsOut() {
    assertThat(erp(Duration.ofSeconds(5), Simulated.strangersKey()).putCustomer(customer("Acme")))
        .isInstanceOfSatisfying(
            Answer.Busy.class, busy -> assertThat(busy.answer()).contains("401"));
  }

  @Test
  void whatTheAccountDidSurvivesItsDeath() throws Exception {
    simulators.close();
    var folder = Simulated.folder();
    simulators = Simulated.start(folder, 0, Duration.ZERO);
    erp = erp(Duration.ofSeconds(5), Simulated.privateKey());
    booked(20, 8);
    simulators.close();
    Files.writeString(
        folder.resolve("netsuite.ndjson"), "{\"did\":\"torn", StandardOpenOption.APPEND);

    simulators = Simulated.start(folder, 0, Duration.ZERO);
    erp = erp(Duration.ofSeconds(5), Simulated.privateKey());

    assertThat(done(erp.salesOrder(ORDER, USD))).isPresent();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> done(erp.salesOrder(ORDER, USD)).orElseThrow().backOrdered().isEmpty());
  }

  @Test
  void aLongOrderIsBookedByAJob() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));

    var booked = done(erp.createSalesOrder(longOrder("2.50")));

    assertThat(simulators.erpJobs()).isEqualTo(1);
    assertThat(booked.net()).isEqualTo(Money.of("7.50", "USD"));
    assertThat(done(erp.createSalesOrder(longOrder("2.50"))).erpOrderId())
        .isEqualTo(booked.erpOrderId());
    assertThat(simulators.erpJobs()).isEqualTo(1);
  }

  @Test
  void aJobThatIsStillWorkedOnIsWaitedForAndNotAskedForTwice() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));
    simulators.holdErpJobs(true);

    var answer = erp.createSalesOrder(longOrder("2.50"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Busy.class, busy -> assertThat(busy.retryAfter()).hasMinutes(1));
    simulators.holdErpJobs(false);
    done(erp.createSalesOrder(longOrder("2.50")));
    assertThat(simulators.erpJobs()).isEqualTo(1);
  }

  @Test
  void aJobThatFailedSaysWhyAndIsFollowedByAnother() {
    listItems(50);
    var refused = erp.createSalesOrder(longOrder("2.50"));
    assertThat(causes(refused)).containsExactly(Cause.CUSTOMER_UNKNOWN);
    done(erp.putCustomer(customer("Acme")));

    done(erp.createSalesOrder(longOrder("2.50")));

    assertThat(simulators.erpJobs()).isEqualTo(2);
  }

  private static ErpOrder longOrder(String price) {
    var lines =
        IntStream.rangeClosed(1, LONG_ORDER)
            .mapToObj(
                number ->
                    OrderLine.of(
                        new LineId(Integer.toString(number)),
                        new ProductId("BOLT"),
                        1,
                        Money.of(price, "USD"),
                        BigDecimal.ZERO))
            .toArray(OrderLine[]::new);
    return order(PriceBasis.LIST, "DE", lines).under(StepId.of(ORDER, new Step.CreateSalesOrder()));
  }

  @Test
  void findingsSayWhatWasCompared() {
    listItems(50);
    done(erp.putCustomer(customer("Acme")));

    var refused =
        (Answer.Refused<?>) erp.validate(order(PriceBasis.LIST, "DE", bolts(10, "2.40", "0")));

    assertThat(refused.findings().getFirst().message())
        .isEqualTo("Bolt is listed at 2.50, not 2.40.");
    assertThat(refused.findings().getFirst().values())
        .isEqualTo(Map.of("listPrice", "2.50", "unitPrice", "2.40", "productId", "BOLT"));
  }
}
