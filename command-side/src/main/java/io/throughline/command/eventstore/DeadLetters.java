package io.throughline.command.eventstore;

import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.UnreadableEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the command side's processors could not handle, and how it is handled again. */
public class DeadLetters {
  private final JdbcTemplate jdbc;
  private final EventLog log;
  private final ObjectProvider<Configuration> axon;

  DeadLetters(JdbcTemplate jdbc, EventLog log, ObjectProvider<Configuration> axon) {
    this.log = log;
    this.jdbc = jdbc;
    this.axon = axon;
  }

  /**
   * One event that waits.
   *
   * @param aggregate its type and id
   * @param cause the kind of error, or that it waits behind an earlier event
   * @param since wall time (UTC)
   */
  public record Letter(
      String processor,
      long globalIndex,
      String aggregate,
      String wireName,
      String cause,
      Instant since) {}

  /** The oldest 1,000. */
  public List<Letter> list() {
    return jdbc.query(
        """
        select d.processor, d.global_index, d.sequence_id, e.wire_name, d.cause, d.enqueued_at
        from dead_letters d join events e using (global_index)
        order by d.processor, d.global_index limit 1000
        """,
        (row, _) ->
            new Letter(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant()));
  }

  /**
   * Handles a processor's parked events again, each aggregate's once.
   *
   * @return how many are parked still; empty if no processor is called so
   */
  public OptionalLong retry(String processor) {
    var configuration = axon.getObject().eventProcessingConfiguration();
    var queue = configuration.deadLetterQueue(processor);
    var again = configuration.sequencedDeadLetterProcessor(processor);
    if (queue.isEmpty() || again.isEmpty()) {
      return OptionalLong.empty();
    }
    var begun = Instant.now();
    var aggregates = queue.get().amountOfSequences();
    for (var i = 0; i < aggregates; i++) {
      again.get().process(letter -> letter.lastTouched().isBefore(begun));
    }
    return OptionalLong.of(queue.get().size());
  }

  /**
   * The event itself, in today's version and with what was erased erased, if it is parked there.
   */
  public Optional<Event> event(String processor, long globalIndex) {
    var isParked =
        jdbc.queryForObject(
            "select exists (select from dead_letters where processor = ? and global_index = ?)",
            Boolean.class,
            processor,
            globalIndex);
    return Boolean.TRUE.equals(isParked)
        ? Optional.of(log.after(globalIndex - 1, 1).getFirst().event())
        : Optional.empty();
  }

  /** Any event, parked or not. */
  public Optional<Event> event(long globalIndex) {
    return globalIndex < 1
        ? Optional.empty()
        : log.after(globalIndex - 1, 1).stream()
            .filter(it -> it.globalIndex() == globalIndex)
            .map(RecordedEvent::event)
            .findFirst();
  }

  /** An event as JSON, nothing in it sealed. */
  public static String json(Event event) {
    return Patches.write(event);
  }

  /**
   * @throws IllegalArgumentException if the JSON is no such event, lacks something of it, or would
   *     be another customer's
   */
  public static void requireSameKind(Event before, String json) {
    var lacking = Patches.lacking(before, json);
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException("patch must leave " + lacking + " in the event.");
    }
    Event after;
    try {
      after = Patches.read(before, json);
    } catch (UnreadableEvent e) {
      throw new IllegalArgumentException("patch does not fit the event: " + e.getMessage(), e);
    }
    if (!after.belongsTo().equals(before.belongsTo())) {
      throw new IllegalArgumentException("patch would make it another customer's event.");
    }
  }

  /** From now on it is handled as two people agreed, and never before that is durable. */
  public void patch(String processor, long globalIndex, ApprovalId approval) {
    jdbc.update(
        "update dead_letters set patched_by = ? where processor = ? and global_index = ?",
        approval.value(),
        processor,
        globalIndex);
  }

  /** The processor never handles it; what waits behind it can be tried again. */
  public void evict(String processor, long globalIndex) {
    jdbc.update(
        "delete from dead_letters where processor = ? and global_index = ?",
        processor,
        globalIndex);
  }
}
