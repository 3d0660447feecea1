package io.throughline.command.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far one of the processors has come in the log. It is written with what concerns the
 * processor, and else only now and then.
 */
public final class ProcessorPosition {
  /** As Axon's token store writes it: {@code {"globalIndex":42}}. */
  private static final String POSITION =
      """
      select coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0) from tokenentry
      where processorname = ? and token is not null
      """;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final JdbcTemplate jdbc;
  private final String processor;

  public ProcessorPosition(JdbcTemplate jdbc, String processor) {
    this.jdbc = jdbc;
    this.processor = processor;
  }

  /**
   * Waits until the processor has come far enough.
   *
   * @param patience wall time
   * @return whether it has
   */
  public boolean await(LongPredicate farEnough, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!farEnough.test(globalIndex())) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private long globalIndex() {
    var position = jdbc.queryForObject(POSITION, Long.class, processor);
    return position == null ? 0 : position;
  }
}
