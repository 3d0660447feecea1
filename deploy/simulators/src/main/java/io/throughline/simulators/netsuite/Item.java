package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** An item of the catalogue, its stock, and who waits for it. */
final class Item {
  final String id;
  final String internalId;
  final String name;
  final BigDecimal basePrice;
  final boolean inactive;
  final int reorderQuantity;

  /** Units that no order has, by location. */
  final Map<String, Integer> available;

  /** Lines that wait for stock, the oldest first. */
  final Deque<SalesOrder.Line> waiting = new ArrayDeque<>();

  boolean restockUnderWay;

  Item(String internalId, Entry.ItemListed listed) {
    this.id = listed.itemId();
    this.internalId = internalId;
    this.name = listed.name();
    this.basePrice = listed.basePrice();
    this.inactive = listed.inactive();
    this.reorderQuantity = listed.reorderQuantity();
    this.available = new LinkedHashMap<>(listed.stock());
  }

  /** Commits stock to the line, location by location, as far as there is any. */
  void commitTo(SalesOrder.Line line) {
    for (var location : available.entrySet()) {
      var taken = Math.min(location.getValue(), line.backOrdered());
      if (taken > 0) {
        line.committed.merge(location.getKey(), taken, Integer::sum);
        location.setValue(location.getValue() - taken);
      }
    }
  }

  /** Commits stock to those that wait, the oldest first. */
  void serveWaiting() {
    while (!waiting.isEmpty()) {
      var line = waiting.peek();
      commitTo(line);
      if (line.backOrdered() > 0) {
        return;
      }
      waiting.remove();
    }
  }

  int backOrdered() {
    return waiting.stream().mapToInt(SalesOrder.Line::backOrdered).sum();
  }

  String restockLocation() {
    return available.keySet().iterator().next();
  }
}
