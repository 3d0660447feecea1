package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sales order and how far it is committed, fulfilled and billed. */
final class SalesOrder {
  final String internalId;
  final String externalId;
  final String customer;
  final String currency;
  final String taxCode;
  final BigDecimal taxRate;
  final Instant at;
  final List<Line> lines;
  boolean closed;

  SalesOrder(String internalId, BigDecimal taxRate, Entry.OrderBooked booked) {
    this.internalId = internalId;
    this.externalId = booked.externalId();
    this.customer = booked.customer();
    this.currency = booked.currency();
    this.taxCode = booked.taxCode();
    this.taxRate = taxRate;
    this.at = booked.at();
    this.lines = booked.lines().stream().map(Line::new).toList();
  }

  String number() {
    return "SO" + internalId;
  }

  BigDecimal net() {
    return lines.stream()
        .map(line -> line.net(line.quantity))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal billed() {
    return lines.stream()
        .map(line -> line.net(line.billed))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal tax() {
    return net().multiply(taxRate).setScale(2, RoundingMode.HALF_UP);
  }

  /** Units by item. */
  Map<String, Integer> quantities() {
    var quantities = new LinkedHashMap<String, Integer>();
    lines.forEach(line -> quantities.merge(line.itemId, line.quantity, Integer::sum));
    return quantities;
  }

  String status() {
    if (closed) {
      return "Closed";
    }
    if (lines.stream().allMatch(line -> line.billed == line.quantity)) {
      return "Billed";
    }
    return lines.stream().allMatch(line -> line.fulfilled == 0)
        ? "Pending Fulfillment"
        : "Partially Fulfilled";
  }

  Line line(String key) {
    return lines.stream()
        .filter(line -> line.key.equals(key))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("item.items", "The order has no line " + key + "."));
  }

  /** One line. */
  static final class Line {
    final String key;
    final String itemId;
    final int quantity;
    final BigDecimal rate;
    final BigDecimal discount;

    /** Units committed by location, shipped ones included. */
    final Map<String, Integer> committed = new LinkedHashMap<>();

    int fulfilled;
    int billed;
    boolean closed;

    Line(Entry.OrderLine line) {
      this.key = line.key();
      this.itemId = line.itemId();
      this.quantity = line.quantity();
      this.rate = line.rate();
      this.discount = line.discount();
    }

    int committed() {
      return committed.values().stream().mapToInt(Integer::intValue).sum();
    }

    int backOrdered() {
      return closed ? 0 : quantity - committed();
    }

    /**
     * The price of the first units without tax, half-up: parts are differences of this, so they add
     * up.
     */
    BigDecimal net(int units) {
      return rate.multiply(BigDecimal.valueOf(units))
          .multiply(BigDecimal.ONE.subtract(discount))
          .setScale(2, RoundingMode.HALF_UP);
    }
  }
}
