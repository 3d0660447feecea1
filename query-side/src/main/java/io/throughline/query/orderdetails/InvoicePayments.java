package io.throughline.query.orderdetails;

import io.throughline.kernel.Money;
import io.throughline.kernel.event.DepositEvent.DepositApplied;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.PaymentEvent;
import io.throughline.kernel.event.PaymentEvent.PartPaymentRecorded;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.query.orderdetails.OrderDetails.Invoice;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How invoices, and what is paid on them, change the view of an order. */
final class InvoicePayments {
  private InvoicePayments() {}

  static void issue(Draft draft, InvoiceIssued event) {
    draft.invoices.add(
        new Invoice(
            event.invoiceId(),
            event.invoiceNumber(),
            event.shipmentId(),
            event.net(),
            event.tax(),
            draft.zero(),
            event.net().plus(event.tax()),
            event.at(),
            null,
            null));
    for (var part : event.lines()) {
      draft.line(part.lineId(), line -> line.withInvoiced(line.invoiced() + part.quantity()));
    }
    draft.money = draft.money.invoice(event.net(), event.tax());
    draft.milestone("invoiced", event.at());
  }

  static void apply(Draft draft, PaymentEvent event) {
    switch (event) {
      case PartPaymentRecorded paid ->
          change(
              draft,
              paid.invoiceId(),
              it ->
                  with(it, it.paid().plus(paid.amount()), paid.remaining(), null, it.reversedAt()));
      case PaymentReversed back ->
          change(
              draft,
              back.invoiceId(),
              it -> with(it, it.paid().minus(back.amount()), back.remaining(), null, back.at()));
    }
  }

  /** What was paid in advance pays it. */
  static void advance(Draft draft, DepositApplied event) {
    change(
        draft,
        event.invoiceId(),
        it ->
            with(
                it,
                it.paid().plus(event.amount()),
                it.due().minus(event.amount()),
                it.paidAt(),
                it.reversedAt()));
  }

  static void settle(Draft draft, PaymentRecorded event) {
    draft.exceptions.removeIf(it -> event.closed().contains(it.exceptionId()));
    change(
        draft,
        event.invoiceId(),
        it -> with(it, it.paid().plus(event.amount()), draft.zero(), event.at(), it.reversedAt()));
    var isAllInvoiced = draft.money.invoiced().equals(draft.money.ordered());
    if (isAllInvoiced && draft.invoices.stream().allMatch(it -> it.paidAt() != null)) {
      draft.milestone("paid", event.at());
    }
  }

  private static void change(Draft draft, String invoice, UnaryOperator<Invoice> change) {
    for (var before :
        draft.invoices.stream().filter(it -> it.invoiceId().equals(invoice)).toList()) {
      var now = change.apply(before);
      draft.invoices.replaceAll(it -> it == before ? now : it);
      draft.money = draft.money.pay(before, now);
    }
  }

  private static Invoice with(
      Invoice it, Money paid, Money due, @Nullable Instant paidAt, @Nullable Instant reversedAt) {
    return new Invoice(
        it.invoiceId(),
        it.number(),
        it.shipmentId(),
        it.net(),
        it.tax(),
        paid,
        due,
        it.issuedAt(),
        paidAt,
        reversedAt);
  }
}
