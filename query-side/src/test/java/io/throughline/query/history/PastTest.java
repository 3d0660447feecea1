package io.throughline.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.query.History;
import io.throughline.query.history.Tales.Told;
import io.throughline.query.orderdetails.OrderDetails;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.platform.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastTest {
  private static final OrderDetailsProjection DETAILS = new OrderDetailsProjection();

  private final RandomGenerator random = new Random(20260331);
  private final Tales tales = new Tales(random);

  /** Pages by their keys, as the store would have them. */
  private static Map<String, HistoryPage> kept(
      List<Told> tale, HistoryProjection projection, String order) {
    var pages = new HashMap<String, HistoryPage>();
    for (var told : tale) {
      var page = projection.evolve(pages.get(order), told.event(), told.stored());
      var split = projection.split(page);
      split.ifPresent(it -> pages.put(it.key(), it.finished()));
      pages.put(order, split.isPresent() ? split.get().rest() : page);
    }
    return pages;
  }

  private static @Nullable OrderDetails at(
      AsOf asOf, Map<String, HistoryPage> pages, String order, AtomicInteger read) {
    var latest = Objects.requireNonNull(pages.get(order));
    return Past.at(
        asOf,
        latest,
        numbers -> {
          read.addAndGet(numbers.size());
          return numbers.stream()
              .map(it -> pages.get(HistoryPage.keyOf(latest.orderId(), it)))
              .toList();
        });
  }

  /** By the definition: all that counts, in the order of the log, from nothing. */
  private static @Nullable OrderDetails naive(AsOf asOf, List<Told> tale) {
    @Nullable OrderDetails state = null;
    for (var told : tale) {
      var counts = asOf.counts(told.stored().recordedAt(), told.event().at());
      if (counts && (state != null || told.event() instanceof OrderSubmitted)) {
        state = DETAILS.evolve(state, told.event(), told.stored());
      }
    }
    return state;
  }

  @Test
  void asOfIsTheNaiveFoldForAHundredThousandTriples() {
    var there = 0;
    for (var number = 0; number < 2_000; number++) {
      var order = "SO-" + number;
      var tale = tales.tale(order, 1 + random.nextInt(number % 100 == 0 ? 200 : 14));
      var pages = kept(tale, new HistoryProjection(3), order);
      for (var question = 0; question < 50; question++) {
        var asOf = new AsOf(moment(tale, true), moment(tale, false));
        var expected = naive(asOf, tale);
        assertThat(at(asOf, pages, order, new AtomicInteger()))
            .as("%s %s", order, asOf)
            .isEqualTo(expected);
        there += expected == null ? 0 : 1;
      }
    }
    assertThat(there).isBetween(50_000, 99_000);
  }

  /** None, that of an event, or one close to it. */
  private @Nullable Instant moment(List<Told> tale, boolean recorded) {
    if (random.nextInt(4) == 0) {
      return null;
    }
    var stored = tale.get(random.nextInt(tale.size())).stored();
    var moment = recorded ? stored.recordedAt() : stored.occurredAt();
    return moment.plusNanos(random.nextInt(-1, 2));
  }

  @Test
  void fewPagesAreReadOfALongHistory() {
    var tale = new ArrayList<Told>();
    var kinds = Tales.kinds("SO-1");
    for (var i = 0; i < 3_000; i++) {
      var at = History.AT.plusSeconds(i);
      var kind = i == 0 ? kinds.getFirst() : kinds.get(i % 2 == 0 ? 13 : 14);
      tale.add(Tales.told(Tales.at(kind, at), i + 1, at.plusMillis(5)));
    }
    var pages = kept(tale, new HistoryProjection(), "SO-1");
    for (var second : List.of(0, 1, 63, 64, 1_500, 2_943, 2_999, 9_000)) {
      var read = new AtomicInteger();
      at(new AsOf(null, History.AT.plusSeconds(second)), pages, "SO-1", read);
      at(new AsOf(History.AT.plusSeconds(second), null), pages, "SO-1", read);
      assertThat(read.get()).as("pages for second %s", second).isLessThanOrEqualTo(4);
    }
  }
}
