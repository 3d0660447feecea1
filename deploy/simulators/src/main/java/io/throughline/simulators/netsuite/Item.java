package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item of the catalogue, its stock, and who waits for it. */
final class Item {
  final String id;
  final String internalId;
  final String name;
  BigDecimal basePrice;
  boolean inactive;
  Instant modifiedAt;
  final int reorderQuantity;

  /** Units that no order has, by location. */
  final Map<String, Integer> available;

  /** Lines that wait for stock, the oldest first. */
  private final Deque<SalesOrder.Line> waiting = new ArrayDeque<>();

  /** When the purchase order that is under way was placed; there is one at a time. */
  @Nullable Instant purchasedAt;

  Item(String internalId, Entry.ItemListed listed) {
    this.id = listed.itemId();
    this.internalId = internalId;
    this.name = listed.name();
    this.basePrice = listed.basePrice();
    this.inactive = listed.inactive();
    this.modifiedAt = listed.at();
    this.reorderQuantity = listed.reorderQuantity();
    this.available = new LinkedHashMap<>(listed.stock());
  }

  void edit(Entry.ItemEdited edited) {
    basePrice = edited.basePrice();
    inactive = edited.inactive();
    modifiedAt = edited.at();
  }

  /** Commits stock to a new line, or has it wait behind those that wait already. */
  void claim(SalesOrder.Line line, Instant at) {
    waiting.add(line);
    serveWaiting(at);
  }

  /** The line does not wait any more. */
  void forget(SalesOrder.Line line) {
    waiting.remove(line);
  }

  /** Takes back what the line holds of stock and has not shipped, and its place in the queue. */
  void release(SalesOrder.Line line, Instant at) {
    waiting.remove(line);
    line.releaseUnshipped()
        .forEach((location, units) -> available.merge(location, units, Integer::sum));
    serveWaiting(at);
  }

  void restock(int quantity, Instant at) {
    purchasedAt = null;
    available.merge(restockLocation(), quantity, Integer::sum);
    serveWaiting(at);
  }

  void takeBack(String location, int units, Instant at) {
    available.merge(location.isEmpty() ? restockLocation() : location, units, Integer::sum);
    serveWaiting(at);
  }

  /** Where the location that the line wants has too little, the account takes it from another. */
  private void commit(SalesOrder.Line line, String location, int atMost) {
    var here = available.getOrDefault(location, 0);
    var units = Math.min(here, Math.min(line.backOrdered(), atMost - line.allottedAt(location)));
    if (units > 0) {
      line.commit(location, units);
      available.put(location, here - units);
    }
  }

  /** Commits stock, the oldest first, and buys if that is not enough. */
  private void serveWaiting(Instant at) {
    while (!waiting.isEmpty()) {
      var line = waiting.element();
      line.wanted.forEach((location, units) -> commit(line, location, units));
      available.keySet().forEach(location -> commit(line, location, line.quantity));
      if (line.backOrdered() > 0) {
        purchasedAt = purchasedAt == null ? at : purchasedAt;
        return;
      }
      waiting.remove();
    }
  }

  /** What a purchase order brings: all that is short, or the usual quantity if that is more. */
  int purchaseQuantity() {
    var backOrdered = waiting.stream().mapToInt(SalesOrder.Line::backOrdered).sum();
    return Math.max(backOrdered, reorderQuantity);
  }

  private String restockLocation() {
    return available.keySet().iterator().next();
  }
}
