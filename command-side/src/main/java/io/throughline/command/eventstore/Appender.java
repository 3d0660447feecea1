package io.throughline.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that appends. Whatever has queued up while a group was being
 * committed is the next group: the busier the node, the larger its groups. Each command gets an
 * answer of its own.
 */
final class Appender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Appender.class);
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int GROUP = 512;
  private static final int CAPACITY = 4096;

  private final DataSource dataSource;
  private final Runnable committed;
  private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("log-answers").factory());
  private final Thread thread = Thread.ofPlatform().name("log-appender").unstarted(this::run);
  private volatile boolean closed;

  /**
   * @param committed called after each commit, from the appender's thread
   */
  Appender(DataSource dataSource, Runnable committed) {
    this.dataSource = dataSource;
    this.committed = committed;
    thread.start();
  }

  /**
   * @throws EventStoreOverloaded if too many wait already
   */
  void submit(Append append) {
    if (closed) {
      throw new EventStoreException("The event store is closed: nothing was appended.");
    }
    if (!queue.offer(append)) {
      throw new EventStoreOverloaded(CAPACITY);
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      var group = nextGroup();
      if (!group.isEmpty()) {
        append(group);
      }
    }
  }

  private List<Append> nextGroup() {
    var group = new ArrayList<Append>();
    try {
      var first = queue.poll(200, TimeUnit.MILLISECONDS);
      if (first != null) {
        group.add(first);
        queue.drainTo(group, GROUP - 1);
      }
    } catch (InterruptedException e) {
      closed = true;
    }
    return group;
  }

  private void append(List<Append> group) {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      var written = write(connection, group);
      if (!written.isEmpty()) {
        committed.run();
      }
      answers.execute(() -> written.forEach(Append::committed));
    } catch (SQLException | RuntimeException e) {
      log.error("A group of {} commands could not be appended", group.size(), e);
      var unknown =
          new EventStoreException(
              "The event store did not answer: the events may or may not have been appended.", e);
      answers.execute(() -> group.forEach(append -> append.failed(unknown)));
    }
  }

  /**
   * Writes without asking first; only if a sequence number is taken, it looks whose, and writes the
   * others.
   */
  private List<Append> write(Connection connection, List<Append> group) throws SQLException {
    var appends = withoutConflicts(group, new HashMap<>());
    try {
      GroupCommit.of(appends).write(connection);
      return appends;
    } catch (SQLException e) {
      connection.rollback();
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
    }
    GroupCommit.lockHead(connection);
    var remaining = withoutConflicts(appends, GroupCommit.lastSequences(connection, appends));
    GroupCommit.of(remaining).write(connection);
    return remaining;
  }

  /**
   * Answers those whose events do not follow their aggregate's last one, and returns the others.
   *
   * @param last the last sequence number of each aggregate, as far as known
   */
  private List<Append> withoutConflicts(List<Append> group, Map<String, Long> last) {
    var accepted = new ArrayList<Append>(group.size());
    for (var append : group) {
      var after = new HashMap<String, Long>();
      var taken = taken(append, last, after);
      if (taken.isEmpty()) {
        last.putAll(after);
        accepted.add(append);
      } else {
        answers.execute(() -> append.failed(conflict(taken.get())));
      }
    }
    return accepted;
  }

  /** The first row that does not follow its aggregate's last one, if any. */
  private static Optional<Row> taken(
      Append append, Map<String, Long> last, Map<String, Long> after) {
    for (var row : append.rows()) {
      var aggregate = row.aggregate();
      var previous = after.containsKey(aggregate) ? after.get(aggregate) : last.get(aggregate);
      if (previous != null && row.sequence() != previous + 1) {
        return Optional.of(row);
      }
      after.put(aggregate, row.sequence());
    }
    return Optional.empty();
  }

  private static ConcurrencyException conflict(Row row) {
    return new ConcurrencyException(
        "Somebody else has changed "
            + row.aggregate()
            + " meanwhile: its event "
            + row.sequence()
            + " is taken.");
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
      answers.shutdown();
      if (!answers.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Some commands were not told that their events are appended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
