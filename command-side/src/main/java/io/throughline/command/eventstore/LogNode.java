package io.throughline.command.eventstore;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One node's way to the log, without Spring and Axon: for programs that append and read and do
 * nothing else. The tables must be there.
 */
public final class LogNode implements AutoCloseable {
  private final LogSignal signal;
  private final Appender appender;
  private final EventFormat format;
  private final Metadata metadata = new Metadata();
  private final PostgresEventLog log;
  private final KeptAnswers answers;

  /**
   * @param clock gives the time of recording (wall time); the log never goes back behind it
   * @throws IllegalStateException if the database could forget or the role could change history
   */
  public LogNode(DataSource dataSource, EventFormat format, InstantSource clock) {
    Durability.require(dataSource);
    Privileges.require(dataSource);
    this.format = format;
    var jdbc = new JdbcTemplate(dataSource);
    this.log = new PostgresEventLog(jdbc, format, metadata);
    this.signal = new LogSignal(dataSource);
    this.appender = new Appender(dataSource, clock, signal::raise);
    this.answers = new KeptAnswers(jdbc, appender);
  }

  public EventLog log() {
    return log;
  }

  public KeptAnswers answers() {
    return answers;
  }

  /**
   * Returns when the events are durable, and the answer with them.
   *
   * @param aggregate its type and id: {@code order/NW-10248}
   * @param sequence of the first event
   * @throws org.axonframework.modelling.command.ConcurrencyException if the aggregate has moved on
   * @throws AlreadyAnswered if the answer's key was used before
   * @throws EventStoreOverloaded if too many wait already
   * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if nobody can tell
   *     whether they were appended
   */
  public void append(
      String aggregate, long sequence, List<? extends Event> events, Optional<KeptAnswer> answer) {
    var name = AggregateName.of(aggregate);
    var rows = new ArrayList<Row>();
    for (var event : events) {
      rows.add(
          new Row(
              name.type(),
              name.id(),
              sequence + rows.size(),
              TimeOrderedIds.next(),
              format.wireName(event),
              format.write(event),
              metadata.write(Map.of()),
              event.at()));
    }
    appender.append(new Append(rows, answer));
  }

  @Override
  public void close() {
    appender.close();
    signal.close();
  }
}
