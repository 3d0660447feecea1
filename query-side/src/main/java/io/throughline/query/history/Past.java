package io.throughline.query.history;

import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.platform.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an order stood at another time: the fold that makes its details, over the events that count,
 * in the order of the log. What counts while the order is not there yet changes nothing.
 */
final class Past {
  private static final EventFormat FORMAT = new EventFormat();
  private static final OrderDetailsProjection DETAILS = new OrderDetailsProjection();

  private Past() {}

  /** Sealed texts stay sealed; the fold only moves them about. */
  static @Nullable OrderDetails fold(@Nullable OrderDetails state, List<Entry> entries) {
    @Nullable OrderDetails now = state;
    for (var entry : entries) {
      now = fold(now, entry);
    }
    return now;
  }

  static @Nullable OrderDetails fold(@Nullable OrderDetails state, Entry entry) {
    var event = entry.sealed(FORMAT);
    return state == null && !(event instanceof OrderSubmitted)
        ? null
        : DETAILS.evolve(state, event, entry.eventId());
  }

  /**
   * From the highest rung below which every event counts, through the pages of which some do.
   *
   * @param latest the history's latest page
   * @param pages gives full pages by their numbers, in that order
   */
  static @Nullable OrderDetails at(
      AsOf asOf, HistoryPage latest, Function<List<Integer>, List<HistoryPage>> pages) {
    var bounds = Bounds.of(asOf);
    var rungs = latest.ladder().rungs();
    var whole = 0;
    while (whole < rungs.size() && rungs.get(whole).isWhollyWithin(bounds)) {
      whole++;
    }
    var wanted = new ArrayList<Integer>();
    if (whole < rungs.size()) {
      wanted.add(whole); // for the state before it, if for nothing else
      for (var i = whole + 1; i < rungs.size(); i++) {
        if (!rungs.get(i).isWhollyBeyond(bounds)) {
          wanted.add(i);
        }
      }
    }
    var read = new ArrayList<>(wanted.isEmpty() ? List.<HistoryPage>of() : pages.apply(wanted));
    read.add(latest);
    @Nullable OrderDetails state = read.getFirst().before();
    for (var page : read) {
      for (var entry : page.entries()) {
        if (asOf.counts(entry.recordedAt(), entry.occurredAt())) {
          state = fold(state, entry);
        }
      }
    }
    return state;
  }
}
