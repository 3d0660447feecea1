package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.CreditApplied;
import io.throughline.simulators.netsuite.Entry.Credited;
import io.throughline.simulators.netsuite.Entry.DepositApplied;
import io.throughline.simulators.netsuite.Entry.DepositAsked;
import io.throughline.simulators.netsuite.Entry.DepositReversed;
import io.throughline.simulators.netsuite.Entry.DepositTaken;
import io.throughline.simulators.netsuite.Entry.ItemsReceived;
import io.throughline.simulators.netsuite.Entry.Paid;
import io.throughline.simulators.netsuite.Entry.PaymentReversed;
import io.throughline.simulators.netsuite.Entry.Refunded;
import io.throughline.simulators.netsuite.Entry.ReturnAuthorized;
import io.throughline.simulators.netsuite.Entry.ReturnClosed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the account holds of payments, deposits, returns, credits and refunds. */
final class AfterSales {
  final Map<String, Payment> payments = new LinkedHashMap<>();
  final Register<Deposit> deposits = new Register<>("customerDeposit");
  final Register<DepositApplication> applications = new Register<>("depositApplication");
  final Register<ReturnAuthorization> returns = new Register<>("returnAuthorization");
  final Register<ItemReceipt> receipts = new Register<>("itemReceipt");
  final Register<CreditMemo> credits = new Register<>("creditMemo");
  final Register<Refund> refunds = new Register<>("customerRefund");

  /** By the external id of the order. */
  final Map<String, DepositAsked> depositsAsked = new LinkedHashMap<>();

  private final AccountState account;

  AfterSales(AccountState account) {
    this.account = account;
  }

  void pay(Paid paid) {
    var invoice = account.receivable("eid:" + paid.invoice());
    var payment =
        new Payment(account.nextId(), invoice.externalId(), paid.amount(), paid.at(), null);
    payments.put(payment.internalId(), payment);
    account.put(invoice.paid(paid.amount(), paid.at()));
    owes(invoice.customer(), paid.amount().negate());
    account.ledger.payment(paid.amount());
  }

  void reverse(PaymentReversed reversed) {
    var payment = payments.get(reversed.payment());
    if (payment == null) {
      throw new IllegalStateException("The journal reverses a payment that was never made.");
    }
    payments.put(payment.internalId(), payment.reversed(reversed.at()));
    var invoice = account.receivable("eid:" + payment.invoice());
    account.put(invoice.paid(payment.amount().negate(), reversed.at()));
    owes(invoice.customer(), payment.amount());
    account.ledger.payment(payment.amount().negate());
  }

  /** The last payment of an invoice that stands. */
  Optional<Payment> lastPaymentOf(String invoice) {
    return payments.values().stream()
        .filter(it -> it.invoice().equals(invoice) && it.reversedAt() == null)
        .reduce((_, later) -> later);
  }

  void ask(DepositAsked asked) {
    depositsAsked.put(asked.order(), asked);
  }

  /**
   * @param id the account's own, or the caller's
   */
  Deposit deposit(String id) {
    return deposits.require(deposits.has(id) ? "eid:" + id : id);
  }

  void take(DepositTaken taken) {
    var order = account.orders.known(taken.order());
    var deposit =
        new Deposit(
            account.nextId(),
            taken.externalId(),
            order,
            taken.amount(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            taken.at());
    deposits.put(deposit.externalId(), deposit.internalId(), deposit);
    account.ledger.deposit(taken.amount());
  }

  void reverse(DepositReversed reversed) {
    var deposit = deposits.known(reversed.deposit());
    account.ledger.deposit(deposit.amount().negate());
    deposits.put(deposit.externalId(), deposit.internalId(), deposit.reversed(reversed.at()));
  }

  void apply(DepositApplied applied) {
    var deposit = deposits.known(applied.deposit()).applied(applied.amount(), applied.at());
    deposits.put(deposit.externalId(), deposit.internalId(), deposit);
    var application =
        new DepositApplication(
            account.nextId(), applied.externalId(), deposit, applied.invoice(), applied.amount());
    applications.put(application.externalId(), application.internalId(), application);
    var invoice = account.invoices.known(applied.invoice());
    account.put(invoice.paid(applied.amount(), applied.at()));
    owes(invoice.customer(), applied.amount().negate());
    account.ledger.depositApplied(applied.amount());
  }

  /** Units of a line that returns have, or may still get. */
  int claimed(SalesOrder order, String line) {
    return returns.all().stream()
        .filter(it -> it.order.externalId.equals(order.externalId))
        .mapToInt(it -> it.claimed(line))
        .sum();
  }

  void authorize(ReturnAuthorized authorized) {
    var back =
        new ReturnAuthorization(
            account.nextId(),
            authorized.externalId(),
            account.orders.known(authorized.order()),
            authorized.quantities());
    returns.put(back.externalId, back.internalId, back);
  }

  void receive(ItemsReceived received) {
    var back = returns.known(received.authorization());
    received.quantities().forEach((key, units) -> back.received.merge(key, units, Integer::sum));
    var receipt =
        new ItemReceipt(account.nextId(), received.externalId(), back, received.quantities());
    receipts.put(receipt.externalId(), receipt.internalId(), receipt);
    received
        .quantities()
        .forEach((key, units) -> account.takeBack(back.order.line(key), units, received.at()));
  }

  void close(ReturnClosed closed) {
    returns.known(closed.authorization()).closed = true;
  }

  /** What was credited of a line so far, over all returns of the order. */
  int credited(SalesOrder order, String line) {
    return returns.all().stream()
        .filter(it -> it.order.externalId.equals(order.externalId))
        .mapToInt(it -> it.credited.getOrDefault(line, 0))
        .sum();
  }

  /**
   * Credits at the prices of the order; parts are differences, so they add up to what was invoiced.
   * The order's open invoices are lessened first, the oldest first.
   */
  void credit(Credited entry) {
    var back = returns.known(entry.authorization());
    var order = account.orders.known(back.order.externalId);
    var net = BigDecimal.ZERO;
    for (var part : entry.quantities().entrySet()) {
      var line = order.line(part.getKey());
      var before = credited(order, part.getKey());
      net = net.add(line.net(before + part.getValue()).subtract(line.net(before)));
      back.credited.merge(part.getKey(), part.getValue(), Integer::sum);
    }
    var tax = taxOf(order, net);
    var applied = applied(order, net.add(tax), entry.at());
    credit(
        new CreditMemo(
            account.nextId(),
            entry.externalId(),
            order.terms.customer(),
            order.terms.currency(),
            order.externalId,
            back,
            null,
            entry.quantities(),
            net,
            tax,
            applied,
            BigDecimal.ZERO));
  }

  void credit(CreditMemo memo) {
    put(memo);
    owes(memo.customer(), memo.gross().negate());
    account.ledger.credit(memo);
  }

  private void put(CreditMemo memo) {
    credits.put(memo.externalId(), memo.internalId(), memo);
  }

  /** The balance stays: the credit has lessened it already. */
  void apply(CreditApplied applied) {
    var memo = credits.known(applied.credit());
    var more = applied.amount().subtract(memo.on(applied.invoice()));
    var invoice = account.receivable("eid:" + applied.invoice());
    account.put(invoice.credited(more, applied.at()));
    put(memo.applied(applied.invoice(), applied.amount()));
  }

  /** No more tax is credited than was invoiced, and all of it with the last of the goods. */
  private BigDecimal taxOf(SalesOrder order, BigDecimal net) {
    var netLeft = BigDecimal.ZERO;
    var taxLeft = BigDecimal.ZERO;
    for (var invoice : account.invoices.all()) {
      if (invoice.order().externalId.equals(order.externalId)) {
        netLeft = netLeft.add(invoice.net());
        taxLeft = taxLeft.add(invoice.tax());
      }
    }
    for (var memo : credits.all()) {
      if (memo.authorization() != null && memo.order().equals(order.externalId)) {
        netLeft = netLeft.subtract(memo.net());
        taxLeft = taxLeft.subtract(memo.tax());
      }
    }
    return netLeft.compareTo(net) == 0 ? taxLeft : order.taxOn(net).min(taxLeft);
  }

  /** By the external ids of the invoices. */
  private Map<String, BigDecimal> applied(SalesOrder order, BigDecimal gross, Instant at) {
    var parts = new LinkedHashMap<String, BigDecimal>();
    var left = gross;
    for (var invoice : List.copyOf(account.invoices.all())) {
      if (invoice.order().externalId.equals(order.externalId)) {
        var part = left.min(invoice.remaining());
        if (part.signum() > 0) {
          account.put(invoice.credited(part, at));
          parts.put(invoice.externalId(), part);
          left = left.subtract(part);
        }
      }
    }
    return parts;
  }

  void refund(Refunded refunded) {
    if (refunded.isDeposit()) {
      var deposit = deposits.known(refunded.of()).refunded(refunded.amount(), refunded.at());
      deposits.put(deposit.externalId(), deposit.internalId(), deposit);
      account.ledger.depositRefunded(refunded.amount());
    } else {
      var memo = credits.known(refunded.of()).refunded(refunded.amount());
      put(memo);
      owes(memo.customer(), refunded.amount());
      account.ledger.refund(refunded.amount());
    }
    var refund =
        new Refund(
            account.nextId(),
            refunded.externalId(),
            refunded.customer(),
            refunded.currency(),
            refunded.of(),
            refunded.isDeposit(),
            refunded.amount());
    refunds.put(refund.externalId(), refund.internalId(), refund);
  }

  private void owes(String customerId, BigDecimal more) {
    var customer = account.customers.known(customerId);
    customer.balance = customer.balance.add(more);
  }
}
