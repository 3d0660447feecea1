package io.throughline.command.fulfilment;

import io.throughline.command.erp.Erp.Invoice;
import io.throughline.command.erp.Erp.SalesOrder;
import io.throughline.command.erp.ErpBilling.Bill;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.BillId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.subscription.UnpaidBill;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the ERP's books say that cannot be so, whoever did it there: a person has to look. Pure. */
final class BooksAmiss {
  private BooksAmiss() {}

  /** Of an order that the ERP took. */
  static Optional<Refused> ofOrder(FulfilmentState state, Optional<SalesOrder> found) {
    var order = state.orderId().value();
    if (found.isEmpty()) {
      return Optional.of(
          refused(
              Cause.SALES_ORDER_MISSING,
              "The ERP took the order " + order + ", and has it no more.",
              Map.of(
                  Condition.ORDER_ID,
                  order,
                  Condition.ERP_ORDER_ID,
                  String.valueOf(state.books().erpOrderId()))));
    }
    return found
        .filter(SalesOrder::closed)
        .map(
            it ->
                refused(
                    Cause.ORDER_CLOSED_IN_ERP,
                    "Somebody closed " + it.number() + " in the ERP.",
                    Map.of(Condition.ORDER_ID, order, Condition.NUMBER, it.number())));
  }

  /** Of an invoice that the ERP issued. */
  static Optional<Refused> ofInvoice(ShipmentId shipment, Optional<Invoice> found) {
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(
            refused(
                Cause.INVOICE_MISSING,
                "The ERP invoiced shipment " + shipment + ", and has the invoice no more.",
                Map.of(Condition.SHIPMENT_ID, shipment.value())));
  }

  /** Of an invoice whose payment was taken back. */
  static Optional<Refused> ofPayment(FulfilmentState state, ShipmentId shipment, Invoice invoice) {
    return state
        .shipments()
        .find(shipment)
        .filter(it -> it.billing().standing() == Billing.Standing.REVERSED)
        .map(
            _ ->
                reversed(
                    invoice.number(),
                    invoice.paid(),
                    invoice.remaining(),
                    Condition.SHIPMENT_ID,
                    shipment.value()));
  }

  /** Of a recurring invoice of which something was paid and is not any more. */
  static Optional<Refused> ofPayment(UnpaidBill known, Bill bill) {
    return known.standing() == UnpaidBill.Standing.REVERSED
        ? Optional.of(
            reversed(
                bill.number(),
                bill.paid(),
                bill.remaining(),
                Condition.BILL,
                known.billId().value()))
        : Optional.empty();
  }

  private static Refused reversed(
      String number, Money paid, Money remaining, Condition whose, String id) {
    return refused(
        Cause.PAYMENT_REVERSED,
        "A payment of invoice "
            + number
            + " was taken back, and "
            + words(remaining)
            + " of it is due.",
        Map.of(
            Condition.NUMBER,
            number,
            whose,
            id,
            Condition.PAID,
            paid.amount().toPlainString(),
            Condition.REMAINING,
            remaining.amount().toPlainString(),
            Condition.CURRENCY,
            paid.currency().getCurrencyCode()));
  }

  /** Of a deposit that did not come, or was taken back. */
  static Refused ofDeposit(DepositState deposit) {
    var asked = Objects.requireNonNull(deposit.asked());
    var remaining = Objects.requireNonNull(deposit.remaining());
    var reversed = deposit.reversed();
    var values = new EnumMap<Condition, String>(Condition.class);
    values.put(Condition.ASKED, asked.amount().toPlainString());
    values.put(Condition.REMAINING, remaining.amount().toPlainString());
    values.put(Condition.CURRENCY, asked.currency().getCurrencyCode());
    if (reversed != null) {
      values.put(Condition.REVERSED, reversed.amount().toPlainString());
    }
    return refused(
        Cause.DEPOSIT_NOT_PAID,
        "Of a deposit of "
            + words(asked)
            + (reversed == null ? " " : " " + words(reversed) + " was taken back, and ")
            + words(remaining)
            + " is not paid.",
        Map.copyOf(values));
  }

  /** Of a recurring invoice that the ERP issued. */
  static Refused ofBill(BillId bill) {
    return refused(
        Cause.INVOICE_MISSING,
        "The ERP issued the recurring invoice " + bill + ", and has it no more.",
        Map.of(Condition.BILL, bill.value()));
  }

  /**
   * The ERP may round each of its lines, of which there are at most as many as ours and those that
   * the warehouses make of them; what differs by more was not agreed.
   */
  static Optional<Refused> ofAmount(FulfilmentState state, SalesOrder booked) {
    var agreed = state.terms().net();
    var lines = state.terms().lines().size() + state.books().sourcing().size();
    var tolerated = BigDecimal.valueOf(lines, agreed.amount().scale());
    var difference = booked.net().amount().subtract(agreed.amount()).abs();
    return difference.compareTo(tolerated) <= 0
        ? Optional.empty()
        : Optional.of(
            refused(
                Cause.AMOUNT_DIFFERS,
                "The ERP books "
                    + words(booked.net())
                    + " without tax, and "
                    + words(agreed)
                    + " was agreed.",
                Map.of(
                    Condition.AGREED, agreed.amount().toPlainString(),
                    Condition.BOOKED, booked.net().amount().toPlainString(),
                    Condition.CURRENCY, agreed.currency().getCurrencyCode(),
                    Condition.NUMBER, booked.number())));
  }

  /**
   * Of what a shipment's invoice says. Each line may be rounded where the order's was, and where it
   * is cut from that.
   */
  static Optional<Refused> ofAmount(FulfilmentState state, ShipmentId shipment, Invoice invoice) {
    var accepted = state.exceptions().accepted();
    if (accepted.contains(state.idOf(new Step.CreateInvoice(shipment)))
        || accepted.contains(state.idOf(new Step.CreateSalesOrder()))) {
      return Optional.empty();
    }
    var lines = state.shipments().find(shipment).orElseThrow().lines();
    var agreed =
        lines.stream()
            .map(it -> state.terms().line(it.lineId()).net(it.quantity()))
            .reduce(Money.zero(state.terms().currency()), Money::plus);
    var tolerated = BigDecimal.valueOf(2L * lines.size(), agreed.amount().scale());
    return invoice.net().minus(agreed).amount().abs().compareTo(tolerated) <= 0
        ? Optional.empty()
        : Optional.of(
            refused(
                Cause.AMOUNT_DIFFERS,
                "The ERP invoices "
                    + words(invoice.net())
                    + " without tax for shipment "
                    + shipment
                    + ", and "
                    + words(agreed)
                    + " was agreed.",
                Map.of(
                    Condition.AGREED, agreed.amount().toPlainString(),
                    Condition.BOOKED, invoice.net().amount().toPlainString(),
                    Condition.CURRENCY, agreed.currency().getCurrencyCode(),
                    Condition.NUMBER, invoice.number())));
  }

  private static String words(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }

  private static Refused refused(Cause cause, String message, Map<Condition, String> values) {
    return new Refused(Dependency.ERP, List.of(Finding.of(cause, null, message, values)), message);
  }
}
