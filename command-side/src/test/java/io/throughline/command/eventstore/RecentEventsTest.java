package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId("C-1");

  private final Log log = new Log();
  private long raised;
  private final RecentEvents recent = new RecentEvents(log, () -> raised);

  @Test
  void whatSeveralFollowIsReadOnce() {
    recent.after(0, 100);
    log.grow(3);
    log.reads = 0;

    for (var follower = 0; follower < 9; follower++) {
      assertThat(recent.after(0, 100))
          .extracting(RecordedEvent::globalIndex)
          .containsExactly(1L, 2L, 3L);
    }

    assertThat(log.reads).isEqualTo(1);
  }

  @Test
  void theLogIsNotAskedAgainBeforeItIsSaidToHaveGrown() {
    recent.after(0, 100);
    log.reads = 0;

    assertThat(recent.after(0, 100)).isEmpty();
    assertThat(log.reads).isZero();
    log.grow(1);
    assertThat(recent.after(0, 100)).hasSize(1);
  }

  @Test
  void whoIsFurtherBehindReadsForItself() {
    log.grow(10);
    recent.after(10, 100);
    log.grow(1);
    assertThat(recent.after(10, 100)).hasSize(1);

    assertThat(recent.after(2, 100))
        .extracting(RecordedEvent::globalIndex)
        .startsWith(3L)
        .endsWith(11L)
        .hasSize(9);
  }

  @Test
  void nothingFromBeforeAKeyWasDeletedIsKept() {
    recent.after(0, 100);
    log.grow(3);
    recent.after(0, 100);
    log.add(new CustomerKeyDeleted(CUSTOMER, 1, AT, AT));
    log.grow(1);
    recent.after(3, 100);
    log.reads = 0;

    assertThat(recent.after(4, 100)).hasSize(1);
    assertThat(log.reads).isZero();
    recent.after(0, 100);
    assertThat(log.reads).isEqualTo(1);
  }

  @Test
  void eachFollowerSeesEachEventOnceInOrderHoweverTheyTakeTurns() {
    for (var seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var grown = new Log();
      var told = new long[1];
      var shared = new RecentEvents(grown, () -> told[0]);
      var seen = new ArrayList<List<Long>>();
      for (var follower = 0; follower < 4; follower++) {
        seen.add(new ArrayList<>());
      }
      for (var turn = 0; turn < 2_000; turn++) {
        if (random.nextInt(4) == 0) {
          grown.events(random.nextInt(60), random.nextInt(30) == 0);
          told[0]++;
        }
        look(shared, seen.get(random.nextInt(random.nextInt(4) + 1)), 1 + random.nextInt(40));
      }
      for (var follower : seen) {
        while (look(shared, follower, 500)) {
          // to the end
        }
        assertThat(follower).isEqualTo(grown.indexes());
      }
    }
  }

  private static boolean look(RecentEvents shared, List<Long> seen, int limit) {
    var found = shared.after(seen.isEmpty() ? 0 : seen.getLast(), limit);
    found.forEach(it -> seen.add(it.globalIndex()));
    return !found.isEmpty();
  }

  /** Counts how often it is read. */
  private final class Log implements EventLog {
    private final List<RecordedEvent> events = new ArrayList<>();
    private int reads;

    void grow(int by) {
      events(by, false);
      raised++;
    }

    void events(int by, boolean withADeletion) {
      for (var i = 0; i < by; i++) {
        append(new OrderCompleted(new OrderId("NW-1"), CUSTOMER, AT));
      }
      if (withADeletion) {
        append(new CustomerKeyDeleted(CUSTOMER, 1, AT, AT));
      }
    }

    void add(Event event) {
      append(event);
      raised++;
    }

    private void append(Event event) {
      var index = events.size() + 1L;
      events.add(
          new RecordedEvent(index, "order", "NW-1", index, "event-" + index, event, Map.of(), AT));
    }

    List<Long> indexes() {
      return events.stream().map(RecordedEvent::globalIndex).toList();
    }

    @Override
    public List<RecordedEvent> after(long globalIndex, int limit) {
      reads++;
      return events.stream().skip(globalIndex).limit(limit).toList();
    }

    @Override
    public long head() {
      return events.size();
    }

    @Override
    public List<RecordedEvent> from(String aggregate, long sequence) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean has(String aggregate) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> storedAfter(long globalIndex, int limit) {
      throw new UnsupportedOperationException();
    }
  }
}
