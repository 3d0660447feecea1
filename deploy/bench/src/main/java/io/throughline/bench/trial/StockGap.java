package io.throughline.bench.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine where a transaction stays open while others commit: it takes an index first
 * and commits last. The engine waits for such a gap by the time that events state for themselves,
 * so where a clock is ten minutes slow it stops waiting at once.
 */
final class StockGap {
  private static final Duration CLOCK_SLOW_BY = Duration.ofMinutes(10);
  private static final int OTHERS = 600;

  private StockGap() {}

  /** How many committed events a reader never gets. */
  static int lost(DataSource dataSource) throws SQLException {
    var usual = GenericEventMessage.clock;
    var slow = Clock.fixed(Instant.now().minus(CLOCK_SLOW_BY), ZoneOffset.UTC);
    try (var late = dataSource.getConnection()) {
      var others = engine(dataSource::getConnection);
      others.createSchema(PostgresEventTableFactory.INSTANCE);
      late.setAutoCommit(false);
      GenericEventMessage.clock = slow; // the writers'
      engine(() -> new Uncommitted(late).connection()).appendEvents(List.of(event("late", 0)));
      for (var i = 0; i < OTHERS; i++) {
        others.appendEvents(List.of(event("other-" + i, 0)));
      }
      GenericEventMessage.clock = usual; // the reader's
      var seen = new HashSet<String>();
      var token = read(others, null, seen);
      token = read(others, token, seen);
      late.commit();
      for (var i = 0; i < OTHERS; i++) {
        others.appendEvents(List.of(event("later-" + i, 0)));
      }
      read(others, token, seen);
      return 2 * OTHERS + 1 - seen.size();
    } finally {
      GenericEventMessage.clock = usual;
    }
  }

  private static GenericDomainEventMessage<String> event(String aggregate, long sequence) {
    return new GenericDomainEventMessage<>("sale", aggregate, sequence, "sold");
  }

  private static @Nullable TrackingToken read(
      JdbcEventStorageEngine engine, @Nullable TrackingToken after, Set<String> seen) {
    var events = engine.readEvents(after, false).toList();
    events.forEach(event -> seen.add(event.getIdentifier()));
    return events.isEmpty() ? after : events.getLast().trackingToken();
  }

  private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
    var serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    return JdbcEventStorageEngine.builder()
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .build();
  }
}
