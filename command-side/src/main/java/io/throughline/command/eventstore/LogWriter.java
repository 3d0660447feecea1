package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups at the end of the log, over a connection of its own. It remembers where the end is
 * and writes without asking; only if another node has written meanwhile, or something is taken, it
 * locks the head, looks, and writes what can be written.
 */
final class LogWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DATA_EXCEPTION = "22";
  private static final String LIMIT_EXCEEDED = "54";

  /**
   * A node that stops in the middle of a transaction holds the head; the server ends the
   * transaction then, so that the others go on. A takeover does not wait for ever. And the
   * statement is planned once: what is in its arrays makes no difference to the plan.
   */
  private static final String SETTINGS =
      """
      set idle_in_transaction_session_timeout = '5s';
      set lock_timeout = '10s';
      set synchronous_commit = on;
      set plan_cache_mode = force_generic_plan
      """;

  private static final String LOCK_HEAD =
      "select " + Head.COLUMNS + " from event_head where id = 1 for update";
  private static final String TAKE_OVER =
      "update event_head set epoch = epoch + 1 where id = 1 returning " + Head.COLUMNS;

  private final DataSource dataSource;
  private final InstantSource clock;
  private @Nullable Connection connection;
  private @Nullable Head head;

  LogWriter(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Writes what can be written; when it returns, that is durable, and {@code group} has told those
   * apart that cannot be.
   *
   * @throws SQLException if nobody can tell what was written: see {@link #settle}
   */
  void write(Group group) throws SQLException {
    group.settleWithin();
    var connection = connection();
    if (head != null) {
      try {
        var end = new GroupCommit(group.appends()).write(connection, head, clock.instant());
        if (end != head) {
          head = end;
          return;
        }
      } catch (SQLException e) {
        if (!isRefusal(e)) {
          throw e;
        }
      }
    }
    writeLocked(connection, group);
  }

  /** Nobody else writes meanwhile, so what is found to be free stays free. */
  private void writeLocked(Connection connection, Group group) throws SQLException {
    head = null;
    connection.setAutoCommit(false);
    try {
      head = lockHead(connection);
      Taken.look(connection, group).sortOut(group);
      writeOrIsolate(connection, group);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      head = null;
      rollback(connection, e);
      throw e;
    }
    connection.setAutoCommit(true);
  }

  /** What the server cannot store at all, such as an id of many kilobytes, is one command's own. */
  private void writeOrIsolate(Connection connection, Group group) throws SQLException {
    var before = connection.setSavepoint();
    try {
      head = new GroupCommit(group.appends()).write(connection, end(), clock.instant());
    } catch (SQLException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      connection.rollback(before);
      for (var append : group.appends()) {
        writeAlone(connection, group, append);
      }
    }
  }

  private void writeAlone(Connection connection, Group group, Append append) throws SQLException {
    var before = connection.setSavepoint();
    try {
      head = new GroupCommit(List.of(append)).write(connection, end(), clock.instant());
    } catch (SQLException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      connection.rollback(before);
      log.warn("The log refuses an append", e);
      group.refuse(
          append,
          new EventStoreException("The event store cannot store this: nothing was appended.", e));
    }
  }

  /**
   * After a broken connection: finds out what of a group is durable. Whatever the old connection
   * may still be about to write is shut out first.
   *
   * @return the appends that are durable; the others are not, and may be written again
   */
  Set<Append> settle(Group group) throws SQLException {
    close();
    var connection = connection();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(TAKE_OVER)) {
      head = Head.of(row);
    }
    return Taken.look(connection, group).durable(group);
  }

  private static Head lockHead(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK_HEAD);
        var row = statement.executeQuery()) {
      return Head.of(row);
    }
  }

  private Head end() {
    if (head == null) {
      throw new IllegalStateException("The head was not read.");
    }
    return head;
  }

  /** A definite no, after which nothing of the statement is there and the connection goes on. */
  private static boolean isRefusal(SQLException e) {
    var state = e.getSQLState();
    return state != null
        && (state.equals(UNIQUE_VIOLATION)
            || state.startsWith(DATA_EXCEPTION)
            || state.startsWith(LIMIT_EXCEEDED));
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      var opened = dataSource.getConnection();
      connection = opened;
      head = null;
      try (var statement = opened.createStatement()) {
        statement.execute(SETTINGS);
      }
      opened.setAutoCommit(true);
    }
    return connection;
  }

  private void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    head = null;
    var old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        log.debug("A connection could not be closed", e);
      }
    }
  }
}
