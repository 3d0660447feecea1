package io.throughline.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.ReturnEvent.CreditMemoIssued;
import io.throughline.kernel.event.ReturnEvent.InspectionConfirmed;
import io.throughline.kernel.event.ReturnEvent.RefundIssued;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final LineId BOLTS = new LineId("1");
  private static final ReturnId R1 = ReturnId.of(ORDER, 1);

  private Ledger ledger = Ledger.of(new FulfilmentStarted(ORDER, ACME, bolts(10), AT, AT));

  @Test
  void countsALineFromTheOrderToTheInvoice() {
    after(asked(1, 6), asked(2, 4), shipped(1), invoiced(1, 6, "17.85"), paid(1, "17.85"));

    assertThat(ledger.lines()).containsEntry(BOLTS, new LineUnits(10, 6, 6, 0, 0, 0));
    assertThat(ledger.lines().get(BOLTS)).extracting(LineUnits::open).isEqualTo(4);
    assertThat(ledger.money().due()).isEqualTo(usd("0.00"));
    assertThat(ledger.breaches()).isEmpty();
  }

  @Test
  void countsAShipmentOnceHoweverOftenItsLeavingIsTold() {
    after(asked(1, 6), delivered(1), shipped(1), shipped(1), asked(1, 6));

    assertThat(ledger.lines()).containsEntry(BOLTS, new LineUnits(10, 6, 0, 0, 0, 0));
  }

  @Test
  void ofACancelledOrderNothingIsOpen() {
    after(asked(1, 6), new FulfilmentCancelled(ORDER, ACME, "Ordered twice", List.of(), AT));

    assertThat(ledger.lines()).containsEntry(BOLTS, new LineUnits(10, 0, 0, 10, 0, 0));
    assertThat(ledger.lines().get(BOLTS)).extracting(LineUnits::open).isEqualTo(0);
  }

  @Test
  void dueIsWhatIsInvoicedAndNotPaid() {
    after(asked(1, 10), shipped(1), invoiced(1, 10, "29.75"));

    assertThat(ledger.money().due()).isEqualTo(usd("29.75"));
  }

  @Test
  void findsMoreShippedThanOrdered() {
    after(asked(1, 6), asked(2, 5), shipped(1), shipped(2));

    assertThat(ledger.breaches()).containsExactly("Line 1: 11 shipped of 10 ordered.");
  }

  @Test
  void findsMoreShippedThanAChangedOrderHas() {
    after(asked(1, 6), shipped(1), new TermsChanged(ORDER, ACME, bolts(5), false, false, AT));

    assertThat(ledger.breaches()).containsExactly("Line 1: 6 shipped of 5 ordered.");
  }

  @Test
  void findsAnInvoiceBeforeTheGoodsLeft() {
    after(asked(1, 6), invoiced(1, 6, "17.85"));

    assertThat(ledger.breaches()).containsExactly("Line 1: 6 invoiced of 0 shipped.");
  }

  @Test
  void findsAnInvoiceOfTheSameGoodsTwice() {
    after(asked(1, 6), shipped(1), invoiced(1, 6, "17.85"), invoiced(1, 6, "17.85"));

    assertThat(ledger.breaches())
        .contains("Line 1: 12 invoiced of 6 shipped.")
        .contains("Line 1: 12 invoiced and 0 cancelled of 10 ordered.");
  }

  @Test
  void findsAPaymentBookedTwice() {
    after(asked(1, 6), shipped(1), invoiced(1, 6, "17.85"), paid(1, "17.85"), paid(1, "17.85"));

    assertThat(ledger.breaches())
        .containsExactly("Money: 35.70 USD paid on invoices of 17.85 USD.");
  }

  @Test
  void countsWhatIsTakenBackCreditedAndPaidBack() {
    after(asked(1, 10), shipped(1), invoiced(1, 10, "29.75"), paid(1, "29.75"));

    after(takenBack(4), credited(4, "11.90", "0.00"));
    assertThat(ledger.money().onAccount()).isEqualTo(usd("11.90"));
    after(refunded("11.90"));

    assertThat(ledger.lines()).containsEntry(BOLTS, new LineUnits(10, 10, 10, 0, 4, 4));
    assertThat(ledger.money().due()).isEqualTo(usd("0.00"));
    assertThat(ledger.money().onAccount()).isEqualTo(usd("0.00"));
    assertThat(ledger.breaches()).isEmpty();
  }

  @Test
  void aCreditOnAnInvoiceThatIsOpenLessensWhatIsDue() {
    after(asked(1, 10), shipped(1), invoiced(1, 10, "29.75"), takenBack(4));

    after(credited(4, "11.90", "11.90"));

    assertThat(ledger.money().due()).isEqualTo(usd("17.85"));
    assertThat(ledger.breaches()).isEmpty();
  }

  @Test
  void findsMoreTakenBackThanLeft() {
    after(asked(1, 6), shipped(1), takenBack(7));

    assertThat(ledger.breaches()).containsExactly("Line 1: 7 returned of 6 shipped.");
  }

  @Test
  void findsACreditOfWhatWasNotInvoicedOrNotTakenBack() {
    after(asked(1, 6), shipped(1), credited(6, "17.85", "0.00"));

    assertThat(ledger.breaches())
        .containsExactly(
            "Line 1: 6 credited of 0 invoiced.",
            "Line 1: 6 credited of 0 returned.",
            "Money: 17.85 USD credited of 0.00 USD invoiced.");
  }

  @Test
  void findsARefundMadeTwice() {
    after(asked(1, 6), shipped(1), invoiced(1, 6, "17.85"), paid(1, "17.85"), takenBack(3));
    after(credited(3, "8.93", "0.00"), refunded("8.93"), refunded("8.93"));

    assertThat(ledger.breaches())
        .containsExactly("Money: 17.86 USD applied and refunded of 8.93 USD credited.", REFUNDED);
  }

  private static final String REFUNDED =
      "Money: 17.86 USD refunded of 17.85 USD paid and deposited.";

  @Test
  void whatIsPaidInPartsAndTakenBackIsDueAgain() {
    after(asked(1, 6), shipped(1), invoiced(1, 6, "17.85"), partPaid("10.00"), paid(1, "7.85"));
    assertThat(ledger.money().due()).isEqualTo(usd("0.00"));

    after(reversed("7.85"));

    assertThat(ledger.money().paid()).isEqualTo(usd("10.00"));
    assertThat(ledger.money().due()).isEqualTo(usd("7.85"));
    assertThat(ledger.breaches()).isEmpty();
    after(reversed("10.01"));
    assertThat(ledger.breaches()).containsExactly("Money: 17.86 USD reversed of 17.85 USD paid.");
  }

  @Test
  void findsASecondOrderInTheErp() {
    after(taken(), taken());

    assertThat(ledger.breaches()).containsExactly("The ERP took 2 orders for this one.");
  }

  private void after(FulfilmentEvent... events) {
    for (var event : events) {
      ledger = ledger.evolve(event);
    }
  }

  private static StepRequested asked(int shipment, int units) {
    var step =
        new Step.RequestShipment(
            ShipmentId.of(ORDER, shipment),
            new WarehouseId("EAST"),
            null,
            null,
            List.of(new LineQuantity(BOLTS, units)));
    return new StepRequested(ORDER, ACME, StepId.of(ORDER, step), step, 1, AT);
  }

  private static ShipmentShipped shipped(int shipment) {
    return new ShipmentShipped(
        ORDER, ACME, ShipmentId.of(ORDER, shipment), null, null, List.of(), AT);
  }

  private static ShipmentDelivered delivered(int shipment) {
    return new ShipmentDelivered(ORDER, ACME, ShipmentId.of(ORDER, shipment), AT);
  }

  private static InvoiceIssued invoiced(int shipment, int units, String gross) {
    var id = ShipmentId.of(ORDER, shipment);
    return new InvoiceIssued(
        ORDER,
        ACME,
        StepId.of(ORDER, new Step.CreateInvoice(id)),
        id,
        "3001",
        "INV3001",
        usd(gross),
        usd("0.00"),
        List.of(new LineQuantity(BOLTS, units)),
        AT);
  }

  private static PaymentRecorded paid(int shipment, String amount) {
    var id = ShipmentId.of(ORDER, shipment);
    var step = StepId.of(ORDER, new Step.CheckPayment(id));
    return new PaymentRecorded(ORDER, ACME, step, id, "3001", usd(amount), List.of(), AT);
  }

  private static PartPaymentRecorded partPaid(String amount) {
    var id = ShipmentId.of(ORDER, 1);
    return new PartPaymentRecorded(ORDER, ACME, id, "3001", usd(amount), usd("7.85"), AT);
  }

  private static PaymentReversed reversed(String amount) {
    var id = ShipmentId.of(ORDER, 1);
    return new PaymentReversed(ORDER, ACME, id, "3001", usd(amount), usd(amount), AT);
  }

  private static InspectionConfirmed takenBack(int units) {
    var step = StepId.of(ORDER, new Step.ConfirmInspection(R1));
    return new InspectionConfirmed(
        ORDER, ACME, step, R1, List.of(new LineQuantity(BOLTS, units)), AT);
  }

  private static CreditMemoIssued credited(int units, String gross, String applied) {
    return new CreditMemoIssued(
        ORDER,
        ACME,
        StepId.of(ORDER, new Step.CreateCreditMemo(R1)),
        R1,
        "4001",
        "CM4001",
        usd(gross),
        usd("0.00"),
        usd(applied),
        List.of(new LineQuantity(BOLTS, units)),
        AT);
  }

  private static RefundIssued refunded(String amount) {
    var step = StepId.of(ORDER, new Step.RefundCredit(R1));
    return new RefundIssued(ORDER, ACME, step, R1, "5001", usd(amount), AT);
  }

  private static SalesOrderCreated taken() {
    var step = StepId.of(ORDER, new Step.CreateSalesOrder());
    return new SalesOrderCreated(
        ORDER, ACME, step, "1042", "SO1042", usd("25.00"), usd("4.75"), AT);
  }

  private static SaleTerms bolts(int quantity) {
    return SaleTerms.of(
        LocalDate.parse("2026-03-31"),
        Currency.getInstance("USD"),
        PriceBasis.LIST,
        "DE",
        new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "NL"),
        List.of(OrderLine.of(BOLTS, new ProductId("BOLT"), quantity, usd("2.50"))));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
