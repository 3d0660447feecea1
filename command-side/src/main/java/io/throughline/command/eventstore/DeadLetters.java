package io.throughline.command.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the command side's processors could not handle, and how it is handled again. */
public class DeadLetters {
  private final JdbcTemplate jdbc;
  private final ObjectProvider<Configuration> axon;

  DeadLetters(JdbcTemplate jdbc, ObjectProvider<Configuration> axon) {
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
}
