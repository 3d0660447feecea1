package io.throughline.command.eventstore;

import io.throughline.kernel.format.EventFormat;
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
  private final EventFormat seals;

  /**
   * @param seals what is personal in a state is sealed with the rest of it, under the customer's
   *     key
   */
  Snapshots(JdbcTemplate jdbc, SnapshotFormat format, EventFormat seals) {
    this.jdbc = jdbc;
    this.format = format;
    this.seals = seals;
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
    return seals
        .open(rung.state())
        .flatMap(state -> format.read(name.type(), state))
        .map(
            state ->
                new GenericDomainEventMessage<>(
                    name.type(), name.toString(), rung.sequence(), state));
  }

  void store(DomainEventMessage<?> snapshot) {
    var name = AggregateName.of(snapshot.getAggregateIdentifier());
    seals
        .seal(format.write(snapshot.getPayload()))
        .ifPresent(
            state ->
                jdbc.update(
                    STORE,
                    name.type(),
                    name.id(),
                    format.revision(name.type()),
                    snapshot.getSequenceNumber(),
                    state,
                    Timestamp.from(Instant.now())));
  }
}
