package io.throughline.query.history;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.query.orderdetails.OrderDetails;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an order's history. The latest one stands under the order's number and grows; each
 * one before it is full, and stands under {@link #keyOf}.
 *
 * @param number counts the order's pages from 0
 * @param preceding events in the pages before
 * @param before how the order stood before the page, sealed; null if it was not there yet
 * @param entries in the order of the log
 * @param ladder the pages before; empty in those themselves
 * @param erased whether the customer's personal data is erased; the latest page says it for all
 */
public record HistoryPage(
    OrderId orderId,
    CustomerId customerId,
    int number,
    int preceding,
    @Nullable OrderDetails before,
    List<Entry> entries,
    Ladder ladder,
    boolean erased) {

  static HistoryPage begun(OrderId orderId, CustomerId customerId) {
    return new HistoryPage(orderId, customerId, 0, 0, null, List.of(), Ladder.EMPTY, false);
  }

  public static String keyOf(OrderId orderId, int number) {
    return orderId.value() + "#" + number;
  }

  HistoryPage with(Entry entry) {
    var more = new ArrayList<>(entries);
    more.add(entry);
    return new HistoryPage(
        orderId, customerId, number, preceding, before, List.copyOf(more), ladder, erased);
  }

  HistoryPage blanked() {
    return new HistoryPage(orderId, customerId, number, preceding, before, entries, ladder, true);
  }

  /** As it stays for good. */
  HistoryPage finished() {
    return new HistoryPage(
        orderId, customerId, number, preceding, before, entries, Ladder.EMPTY, false);
  }

  /**
   * The empty page after it.
   *
   * @param state how the order stands after this page
   */
  HistoryPage next(@Nullable OrderDetails state) {
    return new HistoryPage(
        orderId, customerId, number + 1, count(), state, List.of(), ladder.with(entries), erased);
  }

  /** Events of the whole history, if this is its latest page. */
  public int count() {
    return preceding + entries.size();
  }
}
