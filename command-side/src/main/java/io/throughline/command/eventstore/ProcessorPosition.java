package io.throughline.command.eventstore;

import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.WireNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far one of the processors has come in the log. Its position is written with what it handles,
 * and else only now and then; so what matters is whether anything that it handles lies between
 * there and here.
 */
public final class ProcessorPosition {
  /** A position is as Axon's token store writes it: {@code {"globalIndex":42}}. */
  private static final String UNKNOWN =
      """
      select exists (
        select 1 from events where global_index <= ? and wire_name like any (?) and global_index > (
          select coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0) from tokenentry
          where processorname = ? and token is not null))
      """;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final JdbcTemplate jdbc;
  private final String processor;
  private final String[] names;

  /**
   * @param kinds of events that the processor handles, and that matter to who asks
   */
  public ProcessorPosition(
      JdbcTemplate jdbc, String processor, List<Class<? extends Event>> kinds) {
    this.jdbc = jdbc;
    this.processor = processor;
    this.names = kinds.stream().map(ProcessorPosition::inAnyVersion).toArray(String[]::new);
  }

  /**
   * Where everything that the processor handles matters.
   *
   * @param handlers the processor's class, with its handlers of events
   */
  public static ProcessorPosition ofAll(JdbcTemplate jdbc, String processor, Class<?> handlers) {
    return new ProcessorPosition(jdbc, processor, handledBy(handlers));
  }

  static List<Class<? extends Event>> handledBy(Class<?> handlers) {
    var kinds = new ArrayList<Class<? extends Event>>();
    for (var method : handlers.getDeclaredMethods()) {
      if (method.isAnnotationPresent(EventHandler.class)) {
        kinds.add(method.getParameterTypes()[0].asSubclass(Event.class));
      }
    }
    return kinds;
  }

  private static String inAnyVersion(Class<? extends Event> kind) {
    var name = WireNames.of(kind);
    return name.substring(0, name.lastIndexOf('.')) + ".%";
  }

  /**
   * Waits until the processor has handled all that matters up to there.
   *
   * @param globalIndex of an event
   * @param patience wall time
   * @return whether it has
   */
  public boolean await(long globalIndex, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (isAnyUnknown(globalIndex)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  private boolean isAnyUnknown(long globalIndex) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(UNKNOWN, Boolean.class, globalIndex, names, processor));
  }
}
