package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells readers in this node that the log has grown, whichever node appended. */
public final class LogSignal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogSignal.class);

  /**
   * Without a notification readers look again after so long: one may be lost while the connection
   * is.
   */
  private static final Duration FALLBACK = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private final Thread thread =
      Thread.ofPlatform().name("log-listener").daemon().unstarted(this::run);
  private final AtomicLong raised = new AtomicLong();
  private volatile boolean closed;

  LogSignal(DataSource dataSource) {
    this.dataSource = dataSource;
    thread.start();
  }

  public void add(Runnable listener) {
    listeners.add(listener);
  }

  public void remove(Runnable listener) {
    listeners.remove(listener);
  }

  /** How often readers were told so far. */
  long raised() {
    return raised.get();
  }

  void raise() {
    raised.incrementAndGet();
    listeners.forEach(Runnable::run);
  }

  private void run() {
    while (!closed) {
      try (var connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (!closed) {
          log.debug("The log's notifications are interrupted; readers look every {}", FALLBACK, e);
          LockSupport.parkNanos(FALLBACK.toNanos());
          raise();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + GroupCommit.CHANNEL);
    }
    var notifications = connection.unwrap(PGConnection.class);
    while (!closed) {
      notifications.getNotifications((int) FALLBACK.toMillis());
      raise();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
