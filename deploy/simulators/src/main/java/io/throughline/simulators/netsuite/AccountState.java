package io.throughline.simulators.netsuite;

import io.throughline.simulators.Known;
import io.throughline.simulators.netsuite.Entry.CreditApplied;
import io.throughline.simulators.netsuite.Entry.CreditLimitSet;
import io.throughline.simulators.netsuite.Entry.Credited;
import io.throughline.simulators.netsuite.Entry.CustomerLinked;
import io.throughline.simulators.netsuite.Entry.CustomerPut;
import io.throughline.simulators.netsuite.Entry.DepositApplied;
import io.throughline.simulators.netsuite.Entry.DepositAsked;
import io.throughline.simulators.netsuite.Entry.DepositReversed;
import io.throughline.simulators.netsuite.Entry.DepositTaken;
import io.throughline.simulators.netsuite.Entry.InvoiceEdited;
import io.throughline.simulators.netsuite.Entry.InvoiceLost;
import io.throughline.simulators.netsuite.Entry.Invoiced;
import io.throughline.simulators.netsuite.Entry.ItemEdited;
import io.throughline.simulators.netsuite.Entry.ItemListed;
import io.throughline.simulators.netsuite.Entry.ItemsFulfilled;
import io.throughline.simulators.netsuite.Entry.ItemsReceived;
import io.throughline.simulators.netsuite.Entry.LinesClosed;
import io.throughline.simulators.netsuite.Entry.OrderBooked;
import io.throughline.simulators.netsuite.Entry.OrderLost;
import io.throughline.simulators.netsuite.Entry.Paid;
import io.throughline.simulators.netsuite.Entry.PaymentReversed;
import io.throughline.simulators.netsuite.Entry.Refunded;
import io.throughline.simulators.netsuite.Entry.Restocked;
import io.throughline.simulators.netsuite.Entry.ReturnAuthorized;
import io.throughline.simulators.netsuite.Entry.ReturnClosed;
import io.throughline.simulators.netsuite.Entry.ServiceBilled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that the account holds: the fold of its journal. It refuses nothing and knows no clock. */
final class AccountState {
  /** Of a customer for whom nobody set another. */
  static final BigDecimal DEFAULT_CREDIT_LIMIT = new BigDecimal("10000000");

  static final Map<String, BigDecimal> TAX_RATES =
      Map.of(
          "EXPORT", BigDecimal.ZERO,
          "DE", new BigDecimal("0.19"),
          "FR", new BigDecimal("0.20"),
          "US-NY", new BigDecimal("0.08875"));

  final Map<String, Item> items = new LinkedHashMap<>();
  final Register<Customer> customers = new Register<>("customer");
  final Register<SalesOrder> orders = new Register<>("salesOrder");
  final Register<Fulfilment> fulfilments = new Register<>("itemFulfillment");
  final Register<Invoice> invoices = new Register<>("invoice");
  final Register<ServiceBill> serviceInvoices = new Register<>("invoice");
  final Map<String, BigDecimal> creditLimits = new LinkedHashMap<>();
  final AfterSales afterSales = new AfterSales(this);
  final Ledger ledger = new Ledger();
  private int lastId = 1000;

  BigDecimal creditLimit(Customer customer) {
    return creditLimits.getOrDefault(customer.externalId, DEFAULT_CREDIT_LIMIT);
  }

  void apply(Entry entry) {
    switch (entry) {
      case ItemListed listed -> items.put(listed.itemId(), new Item(nextId(), listed));
      case ItemEdited edited -> Known.in(items, edited.itemId()).edit(edited);
      case CreditLimitSet set -> creditLimits.put(set.customer(), set.limit());
      case CustomerPut put -> put(put);
      case CustomerLinked linked -> link(linked);
      case OrderBooked booked -> book(booked);
      case LinesClosed closed -> close(closed);
      case ItemsFulfilled fulfilled -> fulfil(fulfilled);
      case Invoiced invoiced -> bill(invoiced);
      case ServiceBilled billed -> bill(billed);
      case Paid paid -> afterSales.pay(paid);
      case PaymentReversed reversed -> afterSales.reverse(reversed);
      case DepositAsked asked -> afterSales.ask(asked);
      case DepositTaken taken -> afterSales.take(taken);
      case DepositReversed reversed -> afterSales.reverse(reversed);
      case DepositApplied applied -> afterSales.apply(applied);
      case ReturnAuthorized authorized -> afterSales.authorize(authorized);
      case ItemsReceived received -> afterSales.receive(received);
      case ReturnClosed closed -> afterSales.close(closed);
      case Credited credited -> afterSales.credit(credited);
      case CreditApplied applied -> afterSales.apply(applied);
      case Refunded refunded -> afterSales.refund(refunded);
      case OrderLost lost -> {
        var order = orders.known(lost.order());
        orders.remove(order.externalId, order.internalId);
      }
      case InvoiceLost lost -> {
        var invoice = invoices.known(lost.invoice());
        invoices.remove(invoice.externalId(), invoice.internalId());
      }
      case InvoiceEdited edited -> edit(edited);
      case Restocked restocked ->
          Known.in(items, restocked.itemId()).restock(restocked.quantity(), restocked.at());
    }
  }

  private void put(CustomerPut put) {
    if (!customers.has(put.externalId())) {
      var customer = new Customer(nextId(), put.externalId());
      customers.put(customer.externalId, customer.internalId, customer);
    }
    var customer = customers.known(put.externalId());
    customer.fields.putAll(put.fields());
    customer.modifiedAt = put.at();
  }

  private void link(CustomerLinked linked) {
    var customer = customers.require(linked.internalId());
    customers.renamed(customer.externalId, linked.externalId());
    customer.externalId = linked.externalId();
    customer.modifiedAt = linked.at();
  }

  private void book(OrderBooked booked) {
    var before = orders.find(booked.externalId());
    before.ifPresent(
        order -> {
          owe(order, order.unbilled().negate());
          order.lines.forEach(line -> item(line).forget(line));
        });
    var terms = booked.terms();
    var order =
        new SalesOrder(
            before.map(it -> it.internalId).orElseGet(this::nextId),
            booked.externalId(),
            terms,
            Known.in(TAX_RATES, terms.taxCode()));
    orders.put(order.externalId, order.internalId, order);
    before.ifPresent(earlier -> keep(earlier, order, booked.at()));
    owe(order, order.unbilled());
    order.lines.forEach(line -> item(line).claim(line, booked.at()));
  }

  /** An order that is changed keeps the stock that it has, as far as it still wants it. */
  private void keep(SalesOrder earlier, SalesOrder changed, Instant at) {
    for (var line : earlier.lines) {
      changed.lines.stream()
          .filter(it -> it.key.equals(line.key) && it.itemId.equals(line.itemId))
          .findFirst()
          .ifPresent(it -> it.takeOver(line));
      item(line).release(line, at);
    }
  }

  private void close(LinesClosed closed) {
    var order = orders.known(closed.order());
    owe(order, order.unbilled().negate());
    for (var key : closed.lines()) {
      var line = order.line(key);
      line.closed = true;
      item(line).release(line, closed.at());
    }
    owe(order, order.unbilled());
  }

  private void fulfil(ItemsFulfilled fulfilled) {
    var order = orders.known(fulfilled.order());
    fulfilled.quantities().forEach((key, units) -> order.line(key).ship(units));
    var fulfilment =
        new Fulfilment(nextId(), fulfilled.externalId(), order, fulfilled.quantities());
    fulfilments.put(fulfilment.externalId(), fulfilment.internalId(), fulfilment);
  }

  private void bill(Invoiced invoiced) {
    var order = orders.known(invoiced.order());
    var before = order.billed();
    invoiced.quantities().forEach((key, units) -> order.line(key).billed += units);
    var net = order.billed().subtract(before);
    var invoice =
        new Invoice(
            nextId(),
            invoiced.externalId(),
            order,
            invoiced.quantities(),
            net,
            order.taxOn(net),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            invoiced.at(),
            invoiced.at());
    invoices.put(invoice.externalId(), invoice.internalId(), invoice);
    owe(order, net.negate());
    customer(order).balance = customer(order).balance.add(invoice.gross());
    ledger.invoice(invoice.net(), invoice.tax());
  }

  private void edit(InvoiceEdited edited) {
    var invoice = invoices.known(edited.invoice());
    var more = edited.net().subtract(invoice.net());
    var now = invoice.edited(edited.net(), edited.at());
    invoices.put(now.externalId(), now.internalId(), now);
    customer(now.order()).balance = customer(now.order()).balance.add(more);
    ledger.invoice(more, BigDecimal.ZERO);
  }

  private void bill(ServiceBilled billed) {
    if (billed.isCredit()) {
      afterSales.credit(CreditMemo.of(nextId(), billed));
      return;
    }
    var bill = ServiceBill.of(nextId(), billed);
    put(bill);
    var customer = customers.known(bill.customer());
    customer.balance = customer.balance.add(bill.gross());
    ledger.invoice(bill.net(), bill.tax());
  }

  /**
   * An invoice of either kind.
   *
   * @param reference an internal id, or {@code eid:} and an external id
   * @throws Problem 404 if there is none
   */
  Receivable receivable(String reference) {
    return serviceInvoices.holds(reference)
        ? serviceInvoices.require(reference)
        : invoices.require(reference);
  }

  Optional<Receivable> findReceivable(String externalId) {
    return serviceInvoices
        .find(externalId)
        .<Receivable>map(it -> it)
        .or(() -> invoices.find(externalId));
  }

  void put(Receivable changed) {
    switch (changed) {
      case Invoice invoice -> invoices.put(invoice.externalId(), invoice.internalId(), invoice);
      case ServiceBill bill -> serviceInvoices.put(bill.externalId(), bill.internalId(), bill);
    }
  }

  /** Goods that came back are for sale again, where the line's first ones came from. */
  void takeBack(SalesOrder.Line line, int units, Instant at) {
    item(line).takeBack(line.shippedFrom(), units, at);
  }

  private void owe(SalesOrder order, BigDecimal more) {
    var customer = customer(order);
    customer.unbilled = customer.unbilled.add(more);
  }

  private Customer customer(SalesOrder order) {
    return customers.known(order.terms.customer());
  }

  private Item item(SalesOrder.Line line) {
    return Known.in(items, line.itemId);
  }

  String nextId() {
    return Integer.toString(++lastId);
  }
}
