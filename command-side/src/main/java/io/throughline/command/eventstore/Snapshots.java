package io.throughline.command.eventstore;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Aggregates' states at some of their events, as a ladder: each one is kept, so that an old state
 * is near a snapshot too.
 */
final class Snapshots {
  private static final String STORE =
      """
      insert into snapshots (aggregate_type, aggregate_id, revision, sequence, state, taken_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String NEAREST =
      """
      select sequence, state, taken_at from snapshots
      where aggregate_type = ? and aggregate_id = ? and revision = ? and sequence <= ?
      order by sequence desc limit 1
      """;

  private final JdbcTemplate jdbc;
  private final SnapshotFormat format;

  Snapshots(JdbcTemplate jdbc, SnapshotFormat format) {
    this.jdbc = jdbc;
    this.format = format;
  }

  /**
   * The last snapshot at or before an event of the aggregate.
   *
   * @param sequence of the event; {@link Long#MAX_VALUE} for the last snapshot of all
   */
  Optional<DomainEventMessage<?>> nearest(String aggregate, long sequence) {
    var name = AggregateName.of(aggregate);
    if (!format.knows(name.type())) {
      return Optional.empty();
    }
    return jdbc
        .query(
            NEAREST,
            (row, _) -> new Rung(row.getLong("sequence"), row.getBytes("state")),
            name.type(),
            name.id(),
            format.revision(name.type()),
            sequence)
        .stream()
        .findFirst()
        .flatMap(rung -> message(name, rung));
  }

  private record Rung(long sequence, byte[] state) {}

  private Optional<DomainEventMessage<?>> message(AggregateName name, Rung rung) {
    return format
        .read(name.type(), rung.state())
        .map(
            state ->
                new GenericDomainEventMessage<>(
                    name.type(), name.toString(), rung.sequence(), state));
  }

  void store(DomainEventMessage<?> snapshot) {
    var name = AggregateName.of(snapshot.getAggregateIdentifier());
    jdbc.update(
        STORE,
        name.type(),
        name.id(),
        format.revision(name.type()),
        snapshot.getSequenceNumber(),
        format.write(snapshot.getPayload()),
        Timestamp.from(Instant.now()));
  }
}
