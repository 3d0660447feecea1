package io.throughline.local.chaos;

import static java.util.stream.Collectors.toSet;

import io.throughline.kernel.OrderId;
import io.throughline.local.demo.DemoReport;
import io.throughline.local.demo.OrderSummary;
import io.throughline.local.demo.ParkedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the query side says against what the simulated systems remember. Pure.
 *
 * @param books as {@code /books} gives them
 * @param intents the orders that were handed over
 * @param acknowledged those of them that the command side took
 * @param orders as the query side shows them
 * @param parked what waits for a person
 */
record Invariants(
    JsonNode books,
    Set<OrderId> intents,
    Set<OrderId> acknowledged,
    Map<OrderId, OrderSummary> orders,
    List<ParkedException> parked) {
  /** Its goods are settled; another bill of a subscription may have come due just now. */
  private static final String RUNS_ON = "SUBSCRIBED";

  /** Milestones at which goods are still in the warehouse. */
  private static final Set<String> INSIDE = Set.of("Processing", "Picked", "OnHold");

  /** What holds at any moment, also while orders are under way. */
  List<Invariant> always() {
    return List.of(
        oneErpOrderForEachIntent(),
        nothingBeyondWhatIsDue(),
        nothingTwice(),
        invoicedIsPaidOrDue(),
        eachServiceDayOnce(),
        booksBalance());
  }

  /** What holds when every order has come to its end. */
  List<Invariant> inTheEnd(DemoReport.Events events) {
    return List.of(
        acknowledgedIsThere(),
        invoicedIsWhatTheErpInvoiced(),
        paidIsWhatTheErpWasPaid(),
        recurringIsWhatTheErpBilled(),
        moneyIsConserved(),
        somebodyOwnsEachOrder(),
        viewsAreTheLog(events));
  }

  private Invariant acknowledgedIsThere() {
    return checked(
        "every acknowledged order is there",
        acknowledged,
        order -> orders.containsKey(order) ? "" : order + " was acknowledged and is not shown");
  }

  private Invariant oneErpOrderForEachIntent() {
    var broken = new ArrayList<String>();
    var inErp = new HashSet<OrderId>();
    var references = new HashSet<String>();
    for (var entry : books.path("erp").path("salesOrders").properties()) {
      var id = new OrderId(entry.getKey());
      var record = entry.getValue();
      inErp.add(id);
      if (!intents.contains(id)) {
        broken.add("The ERP has " + id + ", which nobody handed over");
      }
      if (!references.add(
          record.path("customer").asString() + " " + record.path("reference").asString())) {
        broken.add("The ERP has the customer's order of " + id + " twice");
      }
    }
    orders
        .values()
        .forEach(
            order -> {
              if (order.state().equals("COMPLETED") && !inErp.contains(order.id())) {
                broken.add(order.id() + " is completed, and the ERP does not have it");
              }
            });
    return new Invariant(
        "one ERP order for each accepted intent", inErp.size() + orders.size(), broken);
  }

  /**
   * Of each product of each order: invoiced at most what has left the warehouse, asked of the
   * warehouse at most what was ordered.
   */
  private Invariant nothingBeyondWhatIsDue() {
    var asked = units(_ -> true);
    var left = units(status -> !INSIDE.contains(status));
    var broken = new ArrayList<String>();
    var checked = 0;
    for (var entry : books.path("erp").path("salesOrders").properties()) {
      var order = entry.getKey();
      for (var item : entry.getValue().path("quantities").properties()) {
        var key = order + " " + item.getKey();
        var ordered = item.getValue().asInt();
        var invoiced = entry.getValue().path("billedQuantities").path(item.getKey()).asInt();
        var shipped = left.getOrDefault(key, 0);
        checked++;
        if (invoiced > shipped || asked.getOrDefault(key, 0) > ordered) {
          broken.add(
              "%s, item %s: %d ordered, %d asked of the warehouse, %d shipped, %d invoiced"
                  .formatted(
                      order,
                      item.getKey(),
                      ordered,
                      asked.getOrDefault(key, 0),
                      shipped,
                      invoiced));
        }
      }
    }
    return new Invariant("invoiced <= shipped <= ordered", checked, broken);
  }

  /** Of the shipments that were not cancelled and have such a status, by order and product. */
  private Map<String, Integer> units(Predicate<String> wanted) {
    var units = new HashMap<String, Integer>();
    for (var shipment : books.path("carrier").path("shipments")) {
      var status = shipment.path("status").asString();
      if (!status.equals("Cancelled") && wanted.test(status)) {
        for (var item : shipment.path("quantities").properties()) {
          units.merge(
              shipment.path("order").asString() + " " + item.getKey(),
              item.getValue().asInt(),
              Integer::sum);
        }
      }
    }
    return units;
  }

  /** As the simulated systems count effects that happened again under another id. */
  private Invariant nothingTwice() {
    var effects = books.path("effects");
    var twice = effects.path("duplicates").asInt();
    return new Invariant(
        "no order, shipment or invoice twice",
        effects.path("erpSalesOrders").asInt()
            + effects.path("shipments").asInt()
            + effects.path("invoices").asInt(),
        twice == 0 ? List.of() : List.of(twice + " effects happened twice"));
  }

  /** What customers owe in the ERP's ledger is what it invoiced and was not paid. */
  private Invariant invoicedIsPaidOrDue() {
    var due = BigDecimal.ZERO;
    var broken = new ArrayList<String>();
    for (var entry : books.path("erp").path("invoices").properties()) {
      var invoice = entry.getValue();
      var gross = amount(invoice, "net").add(amount(invoice, "tax"));
      due = due.add(gross).subtract(amount(invoice, "paid"));
      if (amount(invoice, "paid").compareTo(gross) > 0) {
        broken.add(
            "The invoice %s is of %s, and %s was paid"
                .formatted(entry.getKey(), gross, invoice.path("paid")));
      }
    }
    for (var entry : books.path("erp").path("serviceInvoices").properties()) {
      var invoice = entry.getValue();
      due =
          due.add(amount(invoice, "net"))
              .add(amount(invoice, "tax"))
              .subtract(amount(invoice, "paid"));
    }
    var receivable =
        books.path("erp").path("trialBalance").path("accounts receivable").decimalValue();
    var owed = due.subtract(credited()).add(refunded());
    if (receivable.compareTo(owed) != 0) {
      broken.add(
          "Customers owe %s by the invoices, credits and refunds, %s by the ledger"
              .formatted(owed, receivable));
    }
    return new Invariant(
        "invoiced = paid + due + credited", books.path("erp").path("invoices").size(), broken);
  }

  private BigDecimal credited() {
    var credited = BigDecimal.ZERO;
    for (var memo : books.path("erp").path("creditMemos")) {
      credited = credited.add(amount(memo, "net")).add(amount(memo, "tax"));
    }
    return credited;
  }

  /** What of the credits was paid back: it is not owed to customers any more. */
  private BigDecimal refunded() {
    var refunded = BigDecimal.ZERO;
    for (var memo : books.path("erp").path("creditMemos")) {
      refunded = refunded.add(amount(memo, "refunded"));
    }
    return refunded;
  }

  private Invariant invoicedIsWhatTheErpInvoiced() {
    var invoiced = new HashMap<OrderId, BigDecimal>();
    for (var invoice : books.path("erp").path("invoices")) {
      invoiced.merge(
          new OrderId(invoice.path("order").asString()), amount(invoice, "net"), BigDecimal::add);
    }
    return checked(
        "shown as invoiced is what the ERP invoiced",
        orders.values(),
        order -> {
          var erps = invoiced.getOrDefault(order.id(), BigDecimal.ZERO);
          return order.invoiced().compareTo(erps) == 0
              ? ""
              : "%s shows %s invoiced, the ERP has %s"
                  .formatted(order.id(), order.invoiced(), erps);
        });
  }

  private Invariant paidIsWhatTheErpWasPaid() {
    var settled = new HashMap<OrderId, BigDecimal>();
    for (var invoice : books.path("erp").path("invoices")) {
      if (amount(invoice, "paid").signum() > 0) {
        settled.merge(
            new OrderId(invoice.path("order").asString()), paidNet(invoice), BigDecimal::add);
      }
    }
    return checked(
        "shown as paid is what the ERP was paid",
        orders.values(),
        order -> {
          var erps = settled.getOrDefault(order.id(), BigDecimal.ZERO);
          var isLater = order.paid().compareTo(erps) < 0 && !order.state().equals("COMPLETED");
          return order.paid().compareTo(erps) == 0 || isLater
              ? ""
              : "%s shows %s paid, the ERP has %s".formatted(order.id(), order.paid(), erps);
        });
  }

  /** Of what is paid, the share without tax, as the view reckons it. */
  private static BigDecimal paidNet(JsonNode invoice) {
    var net = amount(invoice, "net");
    return net.multiply(amount(invoice, "paid"))
        .divide(net.add(amount(invoice, "tax")), net.scale(), RoundingMode.HALF_UP);
  }

  /**
   * Shown as invoiced and credited of subscriptions is what the ERP did; a day may have come since
   * the views were read, so they may be behind.
   */
  private Invariant recurringIsWhatTheErpBilled() {
    var invoiced = net("serviceInvoices");
    var credited = net("creditMemos");
    return checked(
        "shown of subscriptions is what the ERP billed",
        orders.values().stream().filter(order -> order.recurring().lines() > 0).toList(),
        order -> {
          var erps = invoiced.getOrDefault(order.id(), BigDecimal.ZERO);
          var back = credited.getOrDefault(order.id(), BigDecimal.ZERO);
          var shown = order.recurring();
          var isSame =
              shown.invoiced().compareTo(erps) == 0 && shown.credited().compareTo(back) == 0;
          var isBehind = order.state().equals(RUNS_ON) && shown.invoiced().compareTo(erps) < 0;
          return isSame || isBehind
              ? ""
              : "%s shows %s invoiced and %s credited of subscriptions, the ERP has %s and %s"
                  .formatted(order.id(), shown.invoiced(), shown.credited(), erps, back);
        });
  }

  /** Of subscriptions only: a credit for goods that came back names no line. */
  private Map<OrderId, BigDecimal> net(String records) {
    var sums = new HashMap<OrderId, BigDecimal>();
    for (var bill : books.path("erp").path(records)) {
      var order = bill.path("order").asString("");
      if (!order.isEmpty() && bill.has("line")) {
        sums.merge(new OrderId(order), amount(bill, "net"), BigDecimal::add);
      }
    }
    return sums;
  }

  /** Whole periods under whatever ids: each first day of a line's service is invoiced once. */
  private Invariant eachServiceDayOnce() {
    var seen = new HashSet<String>();
    var broken = new ArrayList<String>();
    for (var entry : books.path("erp").path("serviceInvoices").properties()) {
      var bill = entry.getValue();
      var isPeriod = !entry.getKey().contains("~A");
      var days =
          bill.path("order").asString()
              + " line "
              + bill.path("line").asString()
              + " from "
              + bill.path("from").asString();
      if (isPeriod && !seen.add(days)) {
        broken.add(days + " is invoiced twice");
      }
    }
    return new Invariant("each period of a subscription once", seen.size(), broken);
  }

  private Invariant moneyIsConserved() {
    return checked(
        "ordered = invoiced + cancelled when all is done; paid <= invoiced <= ordered",
        orders.values(),
        order -> {
          var isDone = order.state().equals("COMPLETED") && !order.isParked();
          var due = order.ordered().subtract(order.cancelled());
          var holds =
              order.paid().compareTo(order.invoiced()) <= 0
                  && order.invoiced().compareTo(due) <= 0
                  && (!isDone || order.invoiced().compareTo(due) == 0);
          return holds
              ? ""
              : "%s: %s ordered, %s cancelled, %s invoiced, %s paid"
                  .formatted(
                      order.id(),
                      order.ordered(),
                      order.cancelled(),
                      order.invoiced(),
                      order.paid());
        });
  }

  private Invariant booksBalance() {
    var sum = BigDecimal.ZERO;
    for (var account : books.path("erp").path("trialBalance")) {
      sum = sum.add(account.decimalValue());
    }
    return new Invariant(
        "the ERP's books balance",
        books.path("erp").path("trialBalance").size(),
        sum.signum() == 0 ? List.of() : List.of("The accounts add up to " + sum));
  }

  private Invariant somebodyOwnsEachOrder() {
    var owned = parked.stream().map(ParkedException::orderId).collect(toSet());
    return checked(
        "each order is settled, or somebody's",
        orders.values(),
        order ->
            (order.isFinished() || order.state().equals(RUNS_ON))
                    && (!order.isParked() || owned.contains(order.id()))
                ? ""
                : order.id() + " is " + order.state() + ", and nobody owns it");
  }

  private static Invariant viewsAreTheLog(DemoReport.Events events) {
    var holds = events.stored() == events.published() && events.stored() == events.projected();
    return new Invariant(
        "everything stored is published and in the views",
        (int) events.stored(),
        holds
            ? List.of()
            : List.of(
                "%,d events stored, %,d published, %,d in the views"
                    .formatted(events.stored(), events.published(), events.projected())));
  }

  private interface Check<T> {
    /** Empty if it holds; else what does not. */
    String of(T thing);
  }

  private static <T> Invariant checked(String name, Collection<T> things, Check<T> check) {
    var broken = things.stream().map(check::of).filter(it -> !it.isEmpty()).toList();
    return new Invariant(name, things.size(), broken);
  }

  private static BigDecimal amount(JsonNode node, String field) {
    return node.path(field).decimalValue();
  }
}
