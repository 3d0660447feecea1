package io.throughline.simulators.netsuite;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Agenda;
import io.throughline.simulators.Journal;
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
import io.throughline.simulators.netsuite.Entry.OrderTerms;
import io.throughline.simulators.netsuite.Entry.Paid;
import io.throughline.simulators.netsuite.Entry.PaymentReversed;
import io.throughline.simulators.netsuite.Entry.Refunded;
import io.throughline.simulators.netsuite.Entry.Restocked;
import io.throughline.simulators.netsuite.Entry.ReturnAuthorized;
import io.throughline.simulators.netsuite.Entry.ReturnClosed;
import io.throughline.simulators.netsuite.Entry.ServiceBilled;
import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * The account: the rules it keeps. Every change is an {@link Entry}, journalled before it is
 * applied; restocks and payments happen by themselves on the business clock.
 */
public final class NetSuite implements AutoCloseable {
  private final BusinessClock clock;
  private final Agenda agenda;
  private final Journal<Entry> journal;
  private final Duration restockLead;
  private final Duration paymentDelay;
  private final AccountState state = new AccountState();
  private final DepositDesk deposits;
  private final ReturnsDesk returns = new ReturnsDesk(this, state);

  private boolean namesAreUnique;
  private int customerWrites;

  /** In how many parts a customer pays, where that is not one. */
  private final Map<String, Integer> paymentParts = new HashMap<>();

  /** Nets of invoices to come. */
  private final Map<String, BigDecimal> mispriced = new HashMap<>();

  /** Items whose purchase order is on the agenda. */
  private final Set<String> expected = new HashSet<>();

  /**
   * @param restockLead from back-order to restock (business time)
   * @param paymentDelay from invoice to payment (business time)
   */
  public NetSuite(
      Path file, BusinessClock clock, Agenda agenda, Duration restockLead, Duration paymentDelay) {
    this.clock = clock;
    this.agenda = agenda;
    this.journal = new Journal<>(file, Entry.class);
    this.restockLead = restockLead;
    this.paymentDelay = paymentDelay;
    this.deposits = new DepositDesk(this, state, agenda, paymentDelay);
    journal.replay(state::apply);
    state.items.values().forEach(this::planRestock);
    state.afterSales.depositsAsked.values().forEach(deposits::plan);
    state.invoices.all().forEach(this::planPayment);
    state.serviceInvoices.all().forEach(this::planPayment);
  }

  // what an operator sets up

  /**
   * Lists an item in the catalogue; one that is listed already stays as it is.
   *
   * @param basePrice the list price
   * @param stock units by location; the first is the one that is restocked
   * @throws IllegalArgumentException if there is no location
   */
  public synchronized void listItem(
      String itemId,
      String name,
      BigDecimal basePrice,
      boolean discontinued,
      SequencedMap<String, Integer> stock,
      int reorderQuantity) {
    if (stock.isEmpty()) {
      throw new IllegalArgumentException("The item " + itemId + " needs a location.");
    }
    if (!state.items.containsKey(itemId)) {
      record(
          new ItemListed(
              itemId, name, basePrice, discontinued, stock, reorderQuantity, clock.instant()));
    }
  }

  /**
   * Somebody changes an item in NetSuite's own pages. What is discontinued is not bought any more.
   *
   * @throws java.util.NoSuchElementException if there is no such item
   */
  public synchronized void editItem(String itemId, BigDecimal basePrice, boolean discontinued) {
    record(new ItemEdited(item(itemId).id, basePrice, discontinued, clock.instant()));
  }

  /** Sets a customer's credit limit; the customer may come later. */
  public synchronized void setCreditLimit(String customer, BigDecimal limit) {
    var known = state.creditLimits.get(customer);
    if (known == null || known.compareTo(limit) != 0) {
      record(new CreditLimitSet(customer, limit, clock.instant()));
    }
  }

  /**
   * Somebody changes a customer in NetSuite's own pages.
   *
   * @param fields as a record names them; an address as JSON
   * @throws IllegalArgumentException if there is no such customer
   */
  public synchronized void editCustomer(String externalId, Map<String, String> fields) {
    if (!state.customers.has(externalId)) {
      throw new IllegalArgumentException("There is no customer " + externalId + ".");
    }
    putCustomer(externalId, fields);
  }

  /** What a customer's record says in a field; empty where it says nothing. */
  public synchronized String customerField(String externalId, String field) {
    return state.customers.known(externalId).fields.getOrDefault(field, "");
  }

  /** How often customers' records were written. */
  public synchronized int customerWrites() {
    return customerWrites;
  }

  /** From now on a new customer is refused whose name another one has. */
  public synchronized void refuseSameNames() {
    namesAreUnique = true;
  }

  /** From now on the customer pays each invoice in so many parts, one after the other. */
  public synchronized void payInParts(String customer, int parts) {
    paymentParts.put(customer, parts);
  }

  /**
   * The bank takes the last payment of an invoice back.
   *
   * @throws IllegalArgumentException if nothing of it is paid
   */
  public synchronized void reversePayment(String invoice) {
    var payment =
        state
            .afterSales
            .lastPaymentOf(invoice)
            .orElseThrow(() -> new IllegalArgumentException("Nothing is paid of " + invoice + "."));
    record(new PaymentReversed(payment.internalId(), clock.instant()));
  }

  /** The customer pays what is left of an invoice, at once. */
  public synchronized void payRest(String invoice) {
    pay(invoice, 1);
  }

  /** The invoice of that number will ask for another amount than the order's prices make. */
  public synchronized void misprice(String invoice, BigDecimal net) {
    mispriced.put(invoice, net);
  }

  /**
   * Somebody corrects an invoice in NetSuite's own pages.
   *
   * @param net without tax; the tax stays
   */
  public synchronized void editInvoice(String invoice, BigDecimal net) {
    record(new InvoiceEdited(invoice, net, clock.instant()));
  }

  /** Somebody closes an order in NetSuite's own pages. */
  public synchronized void closeOrder(String order) {
    var lines = state.orders.known(order).lines.stream().map(line -> line.key).toList();
    closeLines("eid:" + order, lines);
  }

  /** Somebody deletes an order in NetSuite's own pages. */
  public synchronized void loseOrder(String order) {
    record(new OrderLost(order, clock.instant()));
  }

  /** Somebody deletes an invoice in NetSuite's own pages. */
  public synchronized void loseInvoice(String invoice) {
    record(new InvoiceLost(invoice, clock.instant()));
  }

  // what integrations ask for

  synchronized String putCustomer(String externalId, Map<String, String> fields) {
    var merged = new LinkedHashMap<String, String>();
    state.customers.find(externalId).ifPresent(known -> merged.putAll(known.fields));
    var before = Map.copyOf(merged);
    merged.putAll(fields);
    if (merged.getOrDefault("companyName", "").isBlank()) {
      throw Problem.invalid("companyName", "Please enter value(s) for: Company Name.");
    }
    if (namesAreUnique && !state.customers.has(externalId) && isNamed(merged)) {
      throw Problem.sameCustomer();
    }
    if (!merged.equals(before)) {
      customerWrites++;
      record(new CustomerPut(externalId, fields, clock.instant()));
    }
    return state.customers.known(externalId).internalId;
  }

  synchronized void linkCustomer(String id, String externalId) {
    var customer = state.customers.require(id);
    var holder = state.customers.find(externalId);
    if (holder.isPresent() && holder.get() != customer) {
      throw Problem.duplicate(externalId);
    }
    if (holder.isEmpty()) {
      record(new CustomerLinked(customer.internalId, externalId, clock.instant()));
    }
  }

  private boolean isNamed(Map<String, String> fields) {
    var name = fields.getOrDefault("companyName", "");
    return state.customers.all().stream()
        .anyMatch(it -> name.equalsIgnoreCase(it.fields.getOrDefault("companyName", "")));
  }

  synchronized String bookOrder(String externalId, OrderTerms terms) {
    var known = state.orders.find(externalId);
    if (known.isPresent() && known.get().terms.equals(terms)) {
      return known.get().internalId;
    }
    OrderRules.check(terms, state);
    known.ifPresent(order -> OrderRules.checkChange(order, terms));
    record(new OrderBooked(externalId, terms, clock.instant()));
    return state.orders.known(externalId).internalId;
  }

  /**
   * @param lines the keys of the lines to close
   */
  synchronized void closeLines(String order, List<String> lines) {
    var found = state.orders.require(order);
    var open = lines.stream().distinct().filter(key -> !found.line(key).closed).toList();
    if (!open.isEmpty()) {
      record(new LinesClosed(found.externalId, open, clock.instant()));
    }
  }

  synchronized String fulfil(String order, String externalId, Map<String, Integer> quantities) {
    var found = state.orders.require(order);
    if (state.fulfilments.has(externalId)) {
      throw Problem.duplicate(externalId);
    }
    quantities.forEach(
        (key, units) -> OrderRules.checkPart(key, units, found.line(key).committed(), "fulfilled"));
    record(new ItemsFulfilled(externalId, found.externalId, quantities, clock.instant()));
    return state.fulfilments.known(externalId).internalId();
  }

  synchronized String invoice(String order, String externalId, Map<String, Integer> quantities) {
    var found = state.orders.require(order);
    if (state.invoices.has(externalId)) {
      throw Problem.duplicate(externalId);
    }
    quantities.forEach(
        (key, units) -> {
          var line = found.line(key);
          OrderRules.checkPart(key, units, line.fulfilled() - line.billed, "billed");
        });
    record(new Invoiced(externalId, found.externalId, quantities, clock.instant()));
    var other = mispriced.remove(externalId);
    if (other != null) {
      editInvoice(externalId, other);
    }
    return state.invoices.known(externalId).internalId();
  }

  /** Makes an invoice of its own, or finds that it is there already. */
  synchronized String billService(String externalId, ServiceTerms terms) {
    var known = state.serviceInvoices.find(externalId);
    if (known.isPresent()) {
      if (!known.get().terms().equals(terms)) {
        throw posted();
      }
      return known.get().internalId();
    }
    if (state.invoices.has(externalId)) {
      throw Problem.duplicate(externalId);
    }
    OrderRules.check(terms, state);
    record(new ServiceBilled(externalId, false, terms, clock.instant()));
    return state.serviceInvoices.known(externalId).internalId();
  }

  static Problem posted() {
    return Problem.invalid("", "This transaction is posted, and cannot be changed any more.");
  }

  public DepositDesk deposits() {
    return deposits;
  }

  ReturnsDesk returns() {
    return returns;
  }

  /** Reads while nothing changes. */
  synchronized <T> T read(Function<AccountState, T> reader) {
    return reader.apply(state);
  }

  // what happens by itself

  /** Whoever calls holds this account, so that nothing changes meanwhile. */
  void record(Entry entry) {
    journal.append(entry);
    state.apply(entry);
    switch (entry) {
      case OrderBooked booked ->
          booked.terms().lines().forEach(line -> planRestock(item(line.itemId())));
      case Restocked restocked -> planRestock(item(restocked.itemId()));
      case ItemEdited edited -> planRestock(item(edited.itemId()));
      case DepositAsked asked -> deposits.plan(asked);
      case Invoiced invoiced -> planPayment(state.invoices.known(invoiced.externalId()));
      case ServiceBilled billed -> {
        if (!billed.isCredit()) {
          planPayment(state.serviceInvoices.known(billed.externalId()));
        }
      }
      case ItemListed _,
          CreditLimitSet _,
          CustomerPut _,
          CustomerLinked _,
          LinesClosed _,
          ItemsFulfilled _,
          Paid _,
          PaymentReversed _,
          DepositTaken _,
          DepositReversed _,
          DepositApplied _,
          ReturnAuthorized _,
          ItemsReceived _,
          ReturnClosed _,
          Credited _,
          CreditApplied _,
          Refunded _,
          OrderLost _,
          InvoiceLost _,
          InvoiceEdited _ -> {}
    }
  }

  /** Business time (UTC). */
  Instant now() {
    return clock.instant();
  }

  private Item item(String itemId) {
    return Known.in(state.items, itemId);
  }

  private void planRestock(Item item) {
    Instant purchased = item.purchasedAt;
    if (purchased != null && !item.inactive && expected.add(item.id)) {
      agenda.at(purchased.plus(restockLead), () -> restock(item));
    }
  }

  private synchronized void restock(Item item) {
    expected.remove(item.id);
    if (item.inactive) {
      return;
    }
    record(new Restocked(item.id, item.purchaseQuantity(), clock.instant()));
  }

  private void planPayment(Receivable invoice) {
    if (invoice.remaining().signum() > 0) {
      var parts = paymentParts.getOrDefault(invoice.customer(), 1);
      for (var part = 1; part <= parts; part++) {
        var isLast = part == parts;
        var due = invoice.at().plus(paymentDelay.multipliedBy(part));
        agenda.at(due, () -> pay(invoice.externalId(), isLast ? 1 : parts));
      }
    }
  }

  /** Nothing is paid of what has been lost, or credited, or paid by then. */
  private synchronized void pay(String invoice, int parts) {
    state
        .findReceivable(invoice)
        .map(Receivable::remaining)
        .filter(it -> it.signum() > 0)
        .ifPresent(
            remaining -> {
              var scale = remaining.scale();
              var amount = remaining.divide(BigDecimal.valueOf(parts), scale, RoundingMode.DOWN);
              if (amount.signum() > 0) {
                record(new Paid(invoice, amount, clock.instant()));
              }
            });
  }

  @Override
  public synchronized void close() {
    journal.close();
  }
}
