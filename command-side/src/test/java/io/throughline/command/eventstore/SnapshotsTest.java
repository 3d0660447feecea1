package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.format.EventFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SnapshotsTest {

  @Revision("1")
  static class Counter {
    private String id = "counter/A";
    private long count;
    private List<String> names = List.of();
  }

  @Revision("2")
  static class CounterOfToday {
    private String id = "counter/A";
    private long total;
  }

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.newMigrated());
  private final Snapshots snapshots = of(Counter.class);

  private Snapshots of(Class<?> type) {
    return new Snapshots(jdbc, new SnapshotFormat(Map.of("counter", type)), new EventFormat());
  }

  private void store(long sequence) {
    var counter = new Counter();
    counter.count = sequence;
    counter.names = List.of("one", "two");
    snapshots.store(new GenericDomainEventMessage<>("counter", "counter/A", sequence, counter));
  }

  @Test
  void theLastOneIsReadUnlessAnOlderStateIsAskedFor() {
    LongStream.of(99, 199, 299).forEach(this::store);

    assertThat(snapshots.nearest("counter/A", Long.MAX_VALUE).orElseThrow().getSequenceNumber())
        .isEqualTo(299);
    var older = snapshots.nearest("counter/A", 250).orElseThrow();
    assertThat(older.getSequenceNumber()).isEqualTo(199);
    assertThat(older.getPayload())
        .isInstanceOfSatisfying(
            Counter.class,
            counter -> {
              assertThat(counter.count).isEqualTo(199);
              assertThat(counter.names).containsExactly("one", "two");
              assertThat(counter.id).isEqualTo("counter/A");
            });
    assertThat(snapshots.nearest("counter/A", 98)).isEmpty();
    assertThat(snapshots.nearest("counter/B", 299)).isEmpty();
  }

  @Test
  void oneOfAnotherRevisionIsPassedOver() {
    store(99);

    assertThat(of(CounterOfToday.class).nearest("counter/A", Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void takingOneTwiceIsHarmless() {
    store(99);
    store(99);

    assertThat(jdbc.queryForObject("select count(*) from snapshots", Long.class)).isEqualTo(1);
  }

  @Test
  void oneThatCannotBeReadIsPassedOver() {
    jdbc.update(
        "insert into snapshots values ('counter', 'A', '1', 99, convert_to('{\"count\": \"x\"}',"
            + " 'UTF8'), now())");

    assertThat(snapshots.nearest("counter/A", Long.MAX_VALUE)).isEmpty();
  }
}
