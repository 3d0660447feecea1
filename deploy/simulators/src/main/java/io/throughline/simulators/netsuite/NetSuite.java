package io.throughline.simulators.netsuite;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Agenda;
import io.throughline.simulators.Journal;
import io.throughline.simulators.Known;
import io.throughline.simulators.netsuite.Entry.CreditLimitSet;
import io.throughline.simulators.netsuite.Entry.CustomerPut;
import io.throughline.simulators.netsuite.Entry.Invoiced;
import io.throughline.simulators.netsuite.Entry.ItemListed;
import io.throughline.simulators.netsuite.Entry.ItemsFulfilled;
import io.throughline.simulators.netsuite.Entry.OrderBooked;
import io.throughline.simulators.netsuite.Entry.OrderClosed;
import io.throughline.simulators.netsuite.Entry.Paid;
import io.throughline.simulators.netsuite.Entry.Restocked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The account itself: what it knows and the rules it keeps. Every change is an {@link Entry},
 * journalled before it is applied; restocks and payments happen by themselves on the business
 * clock.
 */
public final class NetSuite implements AutoCloseable {
  /** Of a customer for whom nobody set another. */
  static final BigDecimal DEFAULT_CREDIT_LIMIT = new BigDecimal("10000000");

  static final Map<String, BigDecimal> TAX_RATES =
      Map.of(
          "EXPORT", BigDecimal.ZERO,
          "DE", new BigDecimal("0.19"),
          "FR", new BigDecimal("0.20"),
          "US-NY", new BigDecimal("0.08875"));

  private final BusinessClock clock;
  private final Agenda agenda;
  private final Journal<Entry> journal;
  private final Duration restockLead;
  private final Duration paymentDelay;

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, BigDecimal> creditLimits = new LinkedHashMap<>();
  private final Map<String, SalesOrder> orders = new LinkedHashMap<>();
  private final Map<String, SalesOrder> ordersByInternalId = new LinkedHashMap<>();
  private final Map<String, ItemsFulfilled> fulfilments = new LinkedHashMap<>();
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final Ledger ledger = new Ledger();
  private int records = 1000;

  public NetSuite(
      Path file, BusinessClock clock, Agenda agenda, Duration restockLead, Duration paymentDelay) {
    this.clock = clock;
    this.agenda = agenda;
    this.journal = new Journal<>(file, Entry.class);
    this.restockLead = restockLead;
    this.paymentDelay = paymentDelay;
    journal.replay(this::apply);
    items.values().forEach(this::planRestock);
    invoices.values().forEach(this::planPayment);
  }

  // what an operator sets up

  /**
   * Lists an item in the catalogue; one that is listed already stays as it is.
   *
   * @param basePrice the list price
   * @param stock units by location; the first is the one that is restocked
   */
  public synchronized void listItem(
      String itemId,
      String name,
      BigDecimal basePrice,
      boolean discontinued,
      SequencedMap<String, Integer> stock,
      int reorderQuantity) {
    if (!items.containsKey(itemId)) {
      record(
          new ItemListed(
              itemId, name, basePrice, discontinued, stock, reorderQuantity, clock.instant()));
    }
  }

  /** Sets a customer's credit limit; the customer may come later. */
  public synchronized void setCreditLimit(String customer, BigDecimal limit) {
    if (!limit.equals(creditLimits.get(customer))) {
      record(new CreditLimitSet(customer, limit, clock.instant()));
    }
  }

  // what integrations ask for

  synchronized String putCustomer(String externalId, Map<String, String> fields) {
    if (fields.getOrDefault("companyName", "").isBlank()) {
      throw Problem.invalid("companyName", "Please enter value(s) for: Company Name.");
    }
    var known = customers.get(externalId);
    if (known == null || !known.fields.equals(fields)) {
      record(new CustomerPut(externalId, fields, clock.instant()));
    }
    return Known.in(customers, externalId).internalId;
  }

  synchronized String bookOrder(
      String externalId,
      String customer,
      String currency,
      String taxCode,
      List<Entry.OrderLine> lines) {
    var known = orders.get(externalId);
    if (known != null) {
      return known.internalId;
    }
    if (!customers.containsKey(customer)) {
      throw Problem.invalid("entity", "Invalid Field Value " + customer + " for: entity.");
    }
    if (!TAX_RATES.containsKey(taxCode)) {
      throw Problem.invalid("taxItem", "Invalid Field Value " + taxCode + " for: taxItem.");
    }
    if (lines.isEmpty()) {
      throw Problem.invalid("item", "You must enter at least one line item for this transaction.");
    }
    for (var i = 0; i < lines.size(); i++) {
      var item = items.get(lines.get(i).itemId());
      if (item == null || item.inactive) {
        throw Problem.invalid(
            "item.items[" + i + "].item",
            "Invalid Field Value " + lines.get(i).itemId() + " for: item.");
      }
    }
    record(new OrderBooked(externalId, customer, currency, taxCode, lines, clock.instant()));
    return Known.in(orders, externalId).internalId;
  }

  synchronized void closeOrder(String externalId) {
    if (!order(externalId).closed) {
      record(new OrderClosed(externalId, clock.instant()));
    }
  }

  synchronized String fulfil(String orderId, String externalId, Map<String, Integer> quantities) {
    if (fulfilments.containsKey(externalId)) {
      throw Problem.duplicate(externalId);
    }
    var order = orderByInternalId(orderId);
    quantities.forEach(
        (key, quantity) -> {
          var line = order.line(key);
          if (order.closed || quantity < 1 || line.fulfilled + quantity > line.committed()) {
            throw Problem.invalid(
                "item.items",
                "Line "
                    + key
                    + ": only "
                    + (line.committed() - line.fulfilled)
                    + " can be fulfilled.");
          }
        });
    record(new ItemsFulfilled(externalId, order.externalId, quantities, clock.instant()));
    return externalId;
  }

  synchronized String invoice(String orderId, String externalId, Map<String, Integer> quantities) {
    if (invoices.containsKey(externalId)) {
      throw Problem.duplicate(externalId);
    }
    var order = orderByInternalId(orderId);
    quantities.forEach(
        (key, quantity) -> {
          var line = order.line(key);
          if (quantity < 1 || line.billed + quantity > line.fulfilled) {
            throw Problem.invalid(
                "item.items",
                "Line " + key + ": only " + (line.fulfilled - line.billed) + " can be billed.");
          }
        });
    record(new Invoiced(externalId, order.externalId, quantities, clock.instant()));
    return Known.in(invoices, externalId).internalId();
  }

  // what integrations read

  synchronized <T> T read(Function<Records, T> reader) {
    return reader.apply(
        new Records(items, customers, creditLimits, orders, fulfilments, invoices, ledger));
  }

  private SalesOrder order(String externalId) {
    return Optional.ofNullable(orders.get(externalId))
        .orElseThrow(() -> Problem.unknown("salesOrder " + externalId));
  }

  private SalesOrder orderByInternalId(String id) {
    if (id.startsWith("eid:")) {
      return order(id.substring(4));
    }
    return Optional.ofNullable(ordersByInternalId.get(id))
        .orElseThrow(() -> Problem.unknown("salesOrder " + id));
  }

  // what happens

  private void record(Entry entry) {
    journal.append(entry);
    apply(entry);
    switch (entry) {
      case OrderBooked booked ->
          booked.lines().forEach(line -> planRestock(items.get(line.itemId())));
      case Invoiced invoiced -> planPayment(invoices.get(invoiced.externalId()));
      case Restocked restocked -> planRestock(items.get(restocked.itemId()));
      case ItemListed _,
          CreditLimitSet _,
          CustomerPut _,
          OrderClosed _,
          ItemsFulfilled _,
          Paid _ -> {}
    }
  }

  private void apply(Entry entry) {
    switch (entry) {
      case ItemListed listed -> items.put(listed.itemId(), new Item(nextId(), listed));
      case CreditLimitSet set -> creditLimits.put(set.customer(), set.limit());
      case CustomerPut put ->
          customers.computeIfAbsent(put.externalId(), id -> new Customer(nextId(), id)).fields =
              put.fields();
      case OrderBooked booked -> book(booked);
      case OrderClosed closed -> close(Known.in(orders, closed.externalId()));
      case ItemsFulfilled fulfilled -> {
        fulfilments.put(fulfilled.externalId(), fulfilled);
        var order = Known.in(orders, fulfilled.order());
        fulfilled.quantities().forEach((key, quantity) -> order.line(key).fulfilled += quantity);
      }
      case Invoiced invoiced -> bill(invoiced);
      case Paid paid -> settle(paid);
      case Restocked restocked -> {
        var item = Known.in(items, restocked.itemId());
        item.restockUnderWay = false;
        item.available.merge(item.restockLocation(), restocked.quantity(), Integer::sum);
        item.serveWaiting();
      }
    }
  }

  private void book(OrderBooked booked) {
    var order = new SalesOrder(nextId(), Known.in(TAX_RATES, booked.taxCode()), booked);
    orders.put(order.externalId, order);
    ordersByInternalId.put(order.internalId, order);
    var customer = Known.in(customers, order.customer);
    customer.unbilled = customer.unbilled.add(order.net());
    for (var line : order.lines) {
      var item = Known.in(items, line.itemId);
      if (item.waiting.isEmpty()) {
        item.commitTo(line);
      }
      if (line.backOrdered() > 0) {
        item.waiting.add(line);
      }
    }
  }

  private void close(SalesOrder order) {
    var customer = Known.in(customers, order.customer);
    customer.unbilled = customer.unbilled.subtract(order.net().subtract(order.billed()));
    order.closed = true;
    for (var line : order.lines) {
      var item = Known.in(items, line.itemId);
      line.closed = true;
      item.waiting.remove(line);
      var shipped = line.fulfilled;
      for (var location : line.committed.entrySet()) {
        var gone = Math.min(shipped, location.getValue());
        shipped -= gone;
        item.available.merge(location.getKey(), location.getValue() - gone, Integer::sum);
      }
      item.serveWaiting();
    }
  }

  private void bill(Invoiced invoiced) {
    var order = Known.in(orders, invoiced.order());
    var net = BigDecimal.ZERO;
    for (var part : invoiced.quantities().entrySet()) {
      var line = order.line(part.getKey());
      net = net.add(line.net(line.billed + part.getValue()).subtract(line.net(line.billed)));
      line.billed += part.getValue();
    }
    var tax = net.multiply(order.taxRate).setScale(2, RoundingMode.HALF_UP);
    var invoice =
        new Invoice(
            nextId(),
            invoiced.externalId(),
            order,
            invoiced.quantities(),
            net,
            tax,
            BigDecimal.ZERO,
            invoiced.at());
    invoices.put(invoice.externalId(), invoice);
    var customer = Known.in(customers, order.customer);
    customer.unbilled = customer.unbilled.subtract(net);
    customer.balance = customer.balance.add(invoice.gross());
    ledger.invoice(invoice);
  }

  private void settle(Paid paid) {
    var invoice = Known.in(invoices, paid.invoice());
    invoices.put(invoice.externalId(), invoice.paidInFull());
    var customer = Known.in(customers, invoice.order().customer);
    customer.balance = customer.balance.subtract(invoice.gross());
    ledger.payment(invoice);
  }

  /** A purchase order for what is short, or the usual quantity if that is more; one at a time. */
  private void planRestock(@Nullable Item item) {
    if (item == null || item.restockUnderWay || item.waiting.isEmpty()) {
      return;
    }
    item.restockUnderWay = true;
    agenda.at(clock.instant().plus(restockLead), () -> restock(item));
  }

  private synchronized void restock(Item item) {
    record(
        new Restocked(
            item.id, Math.max(item.backOrdered(), item.reorderQuantity), clock.instant()));
  }

  private void planPayment(@Nullable Invoice invoice) {
    if (invoice != null && invoice.paid().signum() == 0 && invoice.gross().signum() > 0) {
      agenda.at(invoice.at().plus(paymentDelay), () -> pay(invoice.externalId()));
    }
  }

  private synchronized void pay(String invoice) {
    record(new Paid(invoice, clock.instant()));
  }

  private String nextId() {
    return Integer.toString(++records);
  }

  @Override
  public void close() {
    journal.close();
  }
}
