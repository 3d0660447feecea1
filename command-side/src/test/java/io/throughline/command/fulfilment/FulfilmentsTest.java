package io.throughline.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FulfilmentsTest {
  private final World world = World.started();
  private final History log = new History();
  private final Fulfilments fulfilments = new Fulfilments(log);

  @Test
  void whatIsFoundIsTheFoldOfTheWholeHistoryHoweverOftenItWasLookedAtOnTheWay() {
    var length = world.answerAll().events.size();
    for (var events = 1; events <= length; events++) {
      log.length = events;
      var fresh = new Fulfilments(log);
      assertThat(fulfilments.find(World.ORDER)).isEqualTo(fresh.find(World.ORDER));
    }
    assertThat(fulfilments.find(World.ORDER)).contains(world.state());
  }

  @Test
  void anotherLookReadsOnlyWhatHappenedSince() {
    log.length = world.answerAll().events.size() - 2;
    var _ = fulfilments.find(World.ORDER);
    log.read.clear();

    log.length += 2;
    assertThat(fulfilments.find(World.ORDER)).contains(world.state());
    assertThat(log.read).containsExactly(log.length - 2L, log.length - 1L);
  }

  @Test
  void anOrderThatHasNotSetOutIsFoundAsSoonAsItHas() {
    log.length = 0;
    assertThat(fulfilments.find(World.ORDER)).isEmpty();
    log.length = 1;
    assertThat(fulfilments.find(World.ORDER)).isPresent();
    assertThat(fulfilments.find(new OrderId("SO-2"))).isEmpty();
  }

  /** The first events of the world's order, noting which are read. */
  private final class History implements EventLog {
    private final List<Long> read = new ArrayList<>();
    private int length;

    @Override
    public List<RecordedEvent> from(String aggregate, long sequence) {
      var events = new ArrayList<RecordedEvent>();
      for (var i = sequence; i < length && has(aggregate); i++) {
        var event = world.events.get((int) i);
        read.add(i);
        events.add(
            new RecordedEvent(i + 1, "fulfilment", "SO-1", i, "e" + i, event, Map.of(), World.AT));
      }
      return events;
    }

    @Override
    public boolean has(String aggregate) {
      return aggregate.equals("fulfilment/" + World.ORDER);
    }

    @Override
    public List<RecordedEvent> after(long globalIndex, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> storedAfter(long globalIndex, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long head() {
      return length;
    }
  }
}
