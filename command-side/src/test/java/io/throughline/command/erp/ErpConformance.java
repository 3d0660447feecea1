package io.throughline.command.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.conformance.PortConformance;
import io.throughline.command.conformance.Write;
import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpBilling.SubscriptionCharge;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What every adapter to an ERP does. A new one extends this, says how it is made and which requests
 * its writes are, and passes.
 */
abstract class ErpConformance extends PortConformance<Erp> {
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final BillId PERIOD = BillId.ofPeriod(ORDER, new LineId("9"), 1);
  private static final BillId CREDIT = BillId.ofAdjustment(ORDER, new LineId("9"), 1, 1);
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);
  private static final List<LineQuantity> BACK = List.of(new LineQuantity(new LineId("1"), 4));
  private static final String STREET = "1 Mill Lane";
  private static final Address ADDRESS =
      new Address("Goods inward", STREET, "Riverton", null, null, "NL");
  private static final List<LineQuantity> SHIPPED = List.of(new LineQuantity(new LineId("1"), 10));

  /**
   * Parts of method and path of the requests that put a customer, make an order, record a
   * fulfilment, make an invoice, invoice and credit a subscription, and close the order; allow a
   * return, record that it is back, credit it, pay it back and close it; ask for a deposit, pay an
   * invoice with it, and pay it back.
   */
  protected record Requests(
      String customer,
      String order,
      String fulfilment,
      String invoice,
      String recurring,
      String subscriptionCredit,
      String applyCredit,
      String close,
      String authorization,
      String receipt,
      String credit,
      String refund,
      String closeReturn,
      String askForDeposit,
      String applyDeposit,
      String refundDeposit) {}

  protected abstract Requests requests();

  /**
   * Lists an item that is sold at 2.50 each, with 100 of them at one location.
   *
   * @param discontinued whether it may not be sold any more
   */
  protected abstract void list(String item, boolean discontinued);

  @Override
  protected void prepare() {
    list("BOLT", false);
    list("RIVET", true);
  }

  private static ErpCustomer acme() {
    return new ErpCustomer(ACME, "Acme", "buy@acme.example", null, ADDRESS, USD);
  }

  private static SubscriptionCharge charge(BillId bill, String net) {
    var day = LocalDate.parse("2026-04-20");
    return new SubscriptionCharge(
        bill,
        ORDER,
        ACME,
        bill.lineId(),
        new ProductId("BOLT"),
        12,
        "DE",
        null,
        Money.of(net, "USD"),
        day,
        day,
        LocalDate.parse("2026-04-30"));
  }

  /** Ten each of several products. */
  private static ErpOrder order(String... products) {
    var lines = new ArrayList<OrderLine>();
    for (var product : products) {
      lines.add(
          OrderLine.of(
              new LineId(Integer.toString(lines.size() + 1)),
              new ProductId(product),
              10,
              Money.of("2.50", "USD"),
              BigDecimal.ZERO));
    }
    var day = LocalDate.parse("2026-03-31");
    return ErpOrder.of(
        ORDER, ACME, SaleTerms.of(day, USD, PriceBasis.CONTRACT, "DE", ADDRESS, lines));
  }

  @Override
  protected List<Write<Erp>> writes() {
    return List.of(
        new Write<>("put the customer", requests().customer(), it -> it.putCustomer(acme())),
        new Write<>(
            "create the order",
            requests().order(),
            it -> it.createSalesOrder(order("BOLT")).map(Erp.SalesOrder::erpOrderId)),
        new Write<>(
            "record the fulfilment",
            requests().fulfilment(),
            it -> it.recordItemFulfilment(ORDER, S1, SHIPPED)),
        new Write<>(
            "create the invoice",
            requests().invoice(),
            it -> it.createInvoice(ORDER, S1, SHIPPED).map(Erp.Invoice::invoiceId)),
        new Write<>(
            "ask for a deposit",
            requests().askForDeposit(),
            it -> it.requestDeposit(ORDER, Money.of("40.00", "USD"))),
        new Write<>(
            "pay the invoice in advance",
            requests().applyDeposit(),
            it -> {
              payDeposit(ORDER);
              return it.applyDeposits(ORDER, S1, USD);
            }),
        new Write<>(
            "pay the rest of the deposit back",
            requests().refundDeposit(),
            it -> it.refundDeposits(ORDER, ACME, USD)),
        new Write<>(
            "invoice a subscription",
            requests().recurring(),
            it -> it.invoiceSubscription(charge(PERIOD, "30.00"))),
        new Write<>(
            "credit a subscription",
            requests().subscriptionCredit(),
            it -> it.creditSubscription(charge(CREDIT, "10.00"))),
        new Write<>(
            "lessen an invoice by the credit",
            requests().applyCredit(),
            it -> it.applyCredit(CREDIT, PERIOD)),
        new Write<>(
            "allow a return",
            requests().authorization(),
            it -> it.authorizeReturn(ORDER, R1, BACK)),
        new Write<>(
            "record that it is back", requests().receipt(), it -> it.recordReturnReceipt(R1, BACK)),
        new Write<>(
            "credit it",
            requests().credit(),
            it -> {
              pay(S1); // else it would lessen the invoice, and there were nothing to pay back
              return it.creditReturn(R1, BACK).map(ErpCredits.CreditMemo::creditMemoId);
            }),
        new Write<>(
            "pay it back",
            requests().refund(),
            it ->
                it.refundCredit(ACME, R1, Money.of("11.90", "USD"))
                    .map(ErpCredits.Refund::refundId)),
        new Write<>("close the return", requests().closeReturn(), it -> it.closeReturn(R1)),
        new Write<>("close the order", requests().close(), it -> it.closeSalesOrder(ORDER)));
  }

  /** The customer pays what it was asked to pay in advance. */
  protected abstract void payDeposit(OrderId order);

  /** The customer pays what is still to be paid of a shipment's invoice. */
  protected abstract void pay(ShipmentId shipment);

  @Override
  protected List<Write<Erp>> reads() {
    return List.of(
        new Write<>("read the order", "", it -> it.salesOrder(ORDER, USD)),
        new Write<>("read the invoice", "", it -> it.invoice(S1)),
        new Write<>("read a recurring invoice", "", it -> it.subscriptionInvoice(PERIOD)));
  }

  @Override
  protected String effects() {
    var books = simulators.books();
    var effects = books.path("effects");
    return books.path("erp").path("customers").asInt()
        + " customers, "
        + effects.path("erpSalesOrders").asInt()
        + " orders, "
        + effects.path("invoices").asInt()
        + " invoices, "
        + books.path("erp").path("serviceInvoices").size()
        + " recurring, "
        + books.path("erp").path("creditMemos").size()
        + " credits, "
        + books.path("erp").path("trialBalance")
        + ", billed "
        + books.path("erp").path("salesOrders").path("SO-1").path("billed").asString("")
        + ", "
        + books.path("erp").path("returnAuthorizations")
        + books.path("erp").path("creditMemos")
        + books.path("erp").path("deposits")
        + books.path("erp").path("refunds");
  }

  @Override
  protected List<String> personal() {
    return List.of(STREET, "Goods inward", "buy@acme.example");
  }

  private void booked() {
    assertThat(port.putCustomer(acme())).isInstanceOf(Answer.Done.class);
    assertThat(port.createSalesOrder(order("BOLT"))).isInstanceOf(Answer.Done.class);
  }

  @Test
  void aRefusedLineIsNamedWithItsField() {
    assertThat(port.putCustomer(acme())).isInstanceOf(Answer.Done.class);

    assertThat(port.createSalesOrder(order("BOLT", "RIVET")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              var finding = (Finding) refused.findings().getFirst();
              assertThat(finding.cause()).isEqualTo(Cause.PRODUCT_DISCONTINUED);
              assertThat(finding.lineId()).isEqualTo(new LineId("2"));
              assertThat(finding.values()).containsKey("field");
            });
  }

  @Test
  void aCustomerItDoesNotKnowIsFoundBeforeAnythingIsWritten() {
    assertThat(port.validate(order("BOLT")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(((Finding) refused.findings().getFirst()).cause())
                    .isEqualTo(Cause.CUSTOMER_UNKNOWN));
  }

  @Test
  void whatHasShippedStillCountsAsAllocated() {
    booked();
    assertThat(port.recordItemFulfilment(ORDER, S1, SHIPPED)).isInstanceOf(Answer.Done.class);

    assertThat(port.salesOrder(ORDER, USD))
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> assertThat(done.value().toString()).contains("quantity=10").contains("EAST"));
  }

  @Test
  void whatItDoesNotHaveIsNotThere() {
    assertThat(port.salesOrder(new OrderId("NONE"), USD))
        .isEqualTo(new Answer.Done<>(Optional.empty()));
    assertThat(port.closeSalesOrder(new OrderId("NONE"))).isEqualTo(new Answer.Done<>(false));
  }

  @Test
  void aSubscriptionsInvoiceStatesWhatItComesToAndIsSettledOnceItIsPaid() {
    start(86_400);
    booked();
    assertThat(port.invoiceSubscription(charge(PERIOD, "30.00")))
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> {
              var bill = (ErpBilling.Bill) done.value();
              assertThat(bill.net()).isEqualTo(Money.of("30.00", "USD"));
              assertThat(bill.tax()).isEqualTo(Money.of("5.70", "USD"));
            });

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(port.subscriptionInvoice(PERIOD))
                    .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done ->
                            assertThat((Optional<?>) done.value())
                                .hasValueSatisfying(
                                    bill -> {
                                      var paid = (ErpBilling.Bill) bill;
                                      assertThat(paid.remaining())
                                          .isEqualTo(Money.of("0.00", "USD"));
                                      assertThat(paid.paid()).isEqualTo(Money.of("35.70", "USD"));
                                    })));
  }

  @Test
  void aCreditLessensAnInvoiceAsFarAsItGoesAndTheRestOfItIsPaidBack() {
    booked();
    assertThat(port.invoiceSubscription(charge(PERIOD, "30.00"))).isInstanceOf(Answer.Done.class);
    assertThat(port.creditSubscription(charge(CREDIT, "40.00"))).isInstanceOf(Answer.Done.class);
    var applied =
        new Answer.Done<>(
            new ErpCredits.Application(
                Money.of("35.70", "USD"), Money.of("11.90", "USD"), Money.of("0.00", "USD")));

    assertThat(port.applyCredit(CREDIT, PERIOD)).isEqualTo(applied);
    assertThat(port.applyCredit(CREDIT, PERIOD)).as("again").isEqualTo(applied);
    assertThat(port.refundCredit(ACME, CREDIT, Money.of("20.00", "USD")))
        .as("more than is left")
        .isInstanceOf(Answer.Refused.class);

    var back = port.refundCredit(ACME, CREDIT, Money.of("11.90", "USD"));
    assertThat(back).isInstanceOf(Answer.Done.class);
    assertThat(port.refundCredit(ACME, CREDIT, Money.of("11.90", "USD")))
        .as("again")
        .isEqualTo(back);
  }

  @Test
  void whatIsSubscribedToIsInTheOrderAndNeitherStockedNorMissing() {
    assertThat(port.putCustomer(acme())).isInstanceOf(Answer.Done.class);
    var goods = order("BOLT");
    var sale = goods.sale();
    var subscribed =
        OrderLine.of(new LineId("9"), new ProductId("BOLT"), 12, Money.of("2.50", "USD"))
            .withSubscription(new SubscriptionTerms(BillingPeriod.MONTH, 3, null, true));
    var both =
        ErpOrder.of(ORDER, ACME, sale.withLines(List.of(sale.lines().getFirst(), subscribed)));

    assertThat(port.createSalesOrder(both))
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> {
              var booked = (Erp.SalesOrder) done.value();
              assertThat(booked.net()).isEqualTo(Money.of("55.00", "USD"));
              assertThat(booked.allocations())
                  .extracting(it -> it.lineId())
                  .containsExactly(new LineId("1"));
              assertThat(booked.backOrdered()).isEmpty();
              assertThat(booked.closed()).isFalse();
            });
  }

  @Test
  void whatIsNotSoldAnyMoreIsNotInvoiced() {
    booked();
    var gone = charge(PERIOD, "30.00");

    assertThat(
            port.invoiceSubscription(
                new SubscriptionCharge(
                    gone.billId(),
                    gone.orderId(),
                    gone.customerId(),
                    gone.lineId(),
                    new ProductId("RIVET"),
                    gone.units(),
                    gone.taxRegion(),
                    null,
                    gone.net(),
                    gone.day(),
                    gone.from(),
                    gone.until())))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(((Finding) refused.findings().getFirst()).cause())
                    .isEqualTo(Cause.PRODUCT_DISCONTINUED));
  }

  @Test
  void moreThanWasOrderedIsNotInvoiced() {
    booked();
    var tooMany = List.of(new LineQuantity(new LineId("1"), 11));

    assertThat(port.createInvoice(ORDER, S1, tooMany)).isInstanceOf(Answer.Refused.class);
  }

  private void invoiced() {
    booked();
    assertThat(port.recordItemFulfilment(ORDER, S1, SHIPPED)).isInstanceOf(Answer.Done.class);
    assertThat(port.createInvoice(ORDER, S1, SHIPPED)).isInstanceOf(Answer.Done.class);
  }

  private ErpCredits.CreditMemo credited(List<LineQuantity> lines) {
    assertThat(port.authorizeReturn(ORDER, R1, lines)).isInstanceOf(Answer.Done.class);
    assertThat(port.recordReturnReceipt(R1, lines)).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<ErpCredits.CreditMemo>) port.creditReturn(R1, lines)).value();
  }

  @Test
  void whatIsPaidInAdvancePaysInvoicesAsFarAsItGoes() {
    invoiced();
    assertThat(port.requestDeposit(ORDER, Money.of("10.00", "USD")))
        .isInstanceOf(Answer.Done.class);
    assertThat(port.deposits(ORDER, USD)).isEqualTo(new Answer.Done<>(List.of()));
    assertThat(port.applyDeposits(ORDER, S1, USD))
        .isEqualTo(new Answer.Done<>(Money.of("0.00", "USD")));
    payDeposit(ORDER);

    var paid = ((Answer.Done<List<ErpDeposits.Deposit>>) port.deposits(ORDER, USD)).value();
    assertThat(paid)
        .extracting(ErpDeposits.Deposit::left)
        .containsExactly(Money.of("10.00", "USD"));
    assertThat(port.applyDeposits(ORDER, S1, USD))
        .isEqualTo(new Answer.Done<>(Money.of("10.00", "USD")));

    assertThat(((Answer.Done<Optional<Erp.Invoice>>) port.invoice(S1)).value().orElseThrow())
        .satisfies(it -> assertThat(it.remaining()).isEqualTo(Money.of("19.75", "USD")));
    assertThat(port.refundDeposits(ORDER, ACME, USD))
        .isEqualTo(new Answer.Done<>(Money.of("0.00", "USD")));
  }

  @Test
  void aCreditLessensWhatIsStillToBePaid() {
    invoiced();

    var memo = credited(BACK);

    assertThat(memo.net()).isEqualTo(Money.of("10.00", "USD"));
    assertThat(memo.applied()).isEqualTo(memo.net().plus(memo.tax()));
    assertThat(((Answer.Done<Optional<Erp.Invoice>>) port.invoice(S1)).value().orElseThrow())
        .satisfies(it -> assertThat(it.remaining()).isEqualTo(Money.of("17.85", "USD")));
  }

  @Test
  void whatWasPaidIsOnAccountAndNoMoreOfItIsPaidBackThanThereIs() {
    invoiced();
    pay(S1);

    var memo = credited(BACK);

    assertThat(memo.applied()).isEqualTo(Money.of("0.00", "USD"));
    assertThat(port.refundCredit(ACME, R1, Money.of("11.91", "USD")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void noMoreComesBackThanLeft() {
    invoiced();
    var tooMany = List.of(new LineQuantity(new LineId("1"), 11));

    assertThat(port.authorizeReturn(ORDER, R1, tooMany)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void whatIsClosedTakesNothingBackAndWhatItDoesNotHaveIsNotThere() {
    invoiced();
    assertThat(port.closeReturn(R1)).isEqualTo(new Answer.Done<>(false));
    assertThat(port.authorizeReturn(ORDER, R1, BACK)).isInstanceOf(Answer.Done.class);
    assertThat(port.closeReturn(R1)).isEqualTo(new Answer.Done<>(true));

    assertThat(port.recordReturnReceipt(R1, BACK)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void allOfItCreditedIsToTheCentWhatWasInvoiced() {
    invoiced();
    pay(S1);

    var memo = credited(SHIPPED);

    assertThat(memo.net().plus(memo.tax())).isEqualTo(Money.of("29.75", "USD"));
  }
}
