package io.throughline.query.orderdetails;

import io.throughline.kernel.Money;
import io.throughline.query.orderdetails.OrderDetails.Invoice;
import java.util.Objects;

/**
 * Of the goods: what is subscribed to has its amounts beside it.
 *
 * @param paid of the invoices, the share that is paid
 * @param due what is still to be paid of the invoices, with tax
 * @param cancelled what will not be delivered any more
 * @param tax of what is invoiced
 * @param credited what is credited for goods that came back
 * @param refunded what was paid back, with tax
 */
public record Amounts(
    Money ordered,
    Money invoiced,
    Money paid,
    Money due,
    Money cancelled,
    Money tax,
    Money credited,
    Money refunded) {

  /** What versions before this one wrote has neither credits nor refunds, and nothing due. */
  public Amounts {
    due = Objects.requireNonNullElse(due, Money.zero(ordered.currency()));
    credited = Objects.requireNonNullElse(credited, Money.zero(ordered.currency()));
    refunded = Objects.requireNonNullElse(refunded, Money.zero(ordered.currency()));
  }

  static Amounts ofOrdered(Money net) {
    var none = Money.zero(net.currency());
    return new Amounts(net, none, none, none, none, none, none, none);
  }

  Amounts worth(Money net, Money less) {
    return new Amounts(net, invoiced, paid, due, cancelled.plus(less), tax, credited, refunded);
  }

  Amounts invoice(Money net, Money itsTax) {
    return new Amounts(
        ordered,
        invoiced.plus(net),
        paid,
        due.plus(net).plus(itsTax),
        cancelled,
        tax.plus(itsTax),
        credited,
        refunded);
  }

  /** Of an invoice something else is paid than before. */
  Amounts pay(Invoice before, Invoice now) {
    return new Amounts(
        ordered,
        invoiced,
        paid.minus(before.paidNet()).plus(now.paidNet()),
        due.minus(before.due()).plus(now.due()),
        cancelled,
        tax,
        credited,
        refunded);
  }

  /**
   * @param applied with tax, what of it lessens what is due
   */
  Amounts credit(Money net, Money applied) {
    return new Amounts(
        ordered, invoiced, paid, due.minus(applied), cancelled, tax, credited.plus(net), refunded);
  }

  Amounts refund(Money gross) {
    return new Amounts(
        ordered, invoiced, paid, due, cancelled, tax, credited, refunded.plus(gross));
  }
}
