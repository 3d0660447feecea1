package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.OrderLine;
import io.throughline.simulators.netsuite.Entry.OrderTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A sales order and how far it is committed, fulfilled and billed. */
final class SalesOrder {
  final String internalId;
  final String externalId;
  final OrderTerms terms;
  final BigDecimal taxRate;
  final List<Line> lines;

  SalesOrder(String internalId, String externalId, OrderTerms terms, BigDecimal taxRate) {
    this.internalId = internalId;
    this.externalId = externalId;
    this.terms = terms;
    this.taxRate = taxRate;
    var decimals = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
    var parts = new LinkedHashMap<String, List<OrderLine>>();
    terms
        .lines()
        .forEach(part -> parts.computeIfAbsent(part.key(), _ -> new ArrayList<>()).add(part));
    this.lines = parts.values().stream().map(line -> new Line(line, decimals)).toList();
  }

  String number() {
    return "SO" + internalId;
  }

  BigDecimal net() {
    return value(line -> line.quantity);
  }

  BigDecimal billed() {
    return value(line -> line.billed);
  }

  /** What is still to be billed: of a closed line no more than what was fulfilled. */
  BigDecimal unbilled() {
    return value(line -> line.closed ? line.fulfilled() : line.quantity).subtract(billed());
  }

  private BigDecimal value(ToIntFunction<Line> units) {
    return lines.stream()
        .map(line -> line.net(units.applyAsInt(line)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal tax() {
    return taxOn(net());
  }

  BigDecimal taxOn(BigDecimal net) {
    return net.multiply(taxRate).setScale(net.scale(), RoundingMode.HALF_UP);
  }

  /** Units by item. */
  Map<String, Integer> units(ToIntFunction<Line> counted) {
    var units = new LinkedHashMap<String, Integer>();
    lines.forEach(line -> units.merge(line.itemId, counted.applyAsInt(line), Integer::sum));
    return units;
  }

  String status() {
    if (lines.stream().allMatch(line -> line.closed)) {
      return "Closed";
    }
    if (lines.stream().allMatch(line -> line.closed || line.billed == line.quantity)) {
      return "Billed";
    }
    if (lines.stream().allMatch(line -> line.closed || line.fulfilled() == line.quantity)) {
      return "Pending Billing";
    }
    return lines.stream().allMatch(line -> line.fulfilled() == 0)
        ? "Pending Fulfillment"
        : "Partially Fulfilled";
  }

  /**
   * @throws Problem 400 if the order has no such line
   */
  Line line(String key) {
    return lines.stream()
        .filter(line -> line.key.equals(key))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("item.items", "The order has no line " + key + "."));
  }

  /** One of the caller's lines, whose units may come from several locations. */
  static final class Line {
    final String key;
    final String itemId;
    final int quantity;
    private final BigDecimal rate;
    private final BigDecimal discount;
    private final BigDecimal partnerDiscount;
    private final int decimals;

    /** On which terms it is subscribed to; null: it is sold once. */
    final @Nullable String subscription;

    /** Units that the caller wants from a location. */
    final Map<String, Integer> wanted = new LinkedHashMap<>();

    /** Units that the line has or had of a location's stock, shipped ones included. */
    final Map<String, Integer> allotted = new LinkedHashMap<>();

    /** Of these, units that have shipped. */
    final Map<String, Integer> shipped = new LinkedHashMap<>();

    int billed;
    boolean closed;

    private Line(List<OrderLine> parts, int decimals) {
      var line = parts.getFirst();
      this.key = line.key();
      this.itemId = line.itemId();
      this.quantity = parts.stream().mapToInt(OrderLine::quantity).sum();
      this.rate = line.rate();
      this.discount = line.discount();
      this.partnerDiscount = line.partnerDiscount();
      this.decimals = decimals;
      this.subscription = line.subscription();
      this.closed = subscription != null;
      for (var part : parts) {
        if (part.location() != null) {
          wanted.merge(part.location(), part.quantity(), Integer::sum);
        }
      }
    }

    int allotted() {
      return sum(allotted);
    }

    int allottedAt(String location) {
      return allotted.getOrDefault(location, 0);
    }

    int fulfilled() {
      return sum(shipped);
    }

    int committed() {
      return allotted() - fulfilled();
    }

    int backOrdered() {
      return closed ? 0 : quantity - allotted();
    }

    private static int sum(Map<String, Integer> units) {
      return units.values().stream().mapToInt(Integer::intValue).sum();
    }

    void commit(String location, int units) {
      if (units > 0) {
        allotted.merge(location, units, Integer::sum);
      }
    }

    /** The first location that shipped any; empty if none did. */
    String shippedFrom() {
      return shipped.keySet().stream().findFirst().orElse("");
    }

    /** Ships from the line's locations in the order in which they gave it stock. */
    void ship(int units) {
      var left = units;
      for (var location : allotted.entrySet()) {
        var gone = shipped.getOrDefault(location.getKey(), 0);
        var taken = Math.min(left, location.getValue() - gone);
        if (taken > 0) {
          shipped.put(location.getKey(), gone + taken);
          left -= taken;
        }
      }
    }

    /**
     * Takes from an earlier version of the line what is shipped and billed, and of what is
     * committed as much as it wants: from where it wants it, if it says so.
     */
    void takeOver(Line earlier) {
      earlier.shipped.forEach((location, units) -> shipped.merge(location, units, Integer::sum));
      billed = earlier.billed;
      allotted.putAll(shipped);
      for (var stock : List.copyOf(earlier.allotted.entrySet())) {
        var here = stock.getKey();
        var most = wanted.getOrDefault(here, 0) + quantity - sum(wanted);
        var free = stock.getValue() - earlier.shipped.getOrDefault(here, 0);
        var kept = Math.min(free, Math.min(quantity - allotted(), most - allottedAt(here)));
        if (kept > 0) {
          commit(here, kept);
          earlier.allotted.merge(here, -kept, Integer::sum);
        }
      }
    }

    /** Brings the units that are free again, by location. */
    Map<String, Integer> releaseUnshipped() {
      var free = new LinkedHashMap<String, Integer>();
      allotted.forEach(
          (location, units) -> free.put(location, units - shipped.getOrDefault(location, 0)));
      allotted.clear();
      allotted.putAll(shipped);
      return free;
    }

    /**
     * The price of the first units without tax, half-up: parts are differences of this, so they add
     * up.
     */
    BigDecimal net(int units) {
      return rate.multiply(BigDecimal.valueOf(units))
          .multiply(BigDecimal.ONE.subtract(discount))
          .multiply(BigDecimal.ONE.subtract(partnerDiscount))
          .setScale(decimals, RoundingMode.HALF_UP);
    }
  }
}
