package io.throughline.command.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that appends. Whatever has queued up while a group was being
 * committed is the next group: the busier the node, the larger its groups. Each command gets an
 * answer of its own.
 */
final class Appender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Appender.class);
  private static final int GROUP = 512;
  private static final int CAPACITY = 4096;
  private static final int FEW = 4;

  /** So long a group's fate is asked for when the database does not answer; wall time. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final LogWriter writer;
  private final Runnable committed;
  private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final List<Append> postponed = new ArrayList<>();
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("log-answers").factory());
  private final Thread thread = Thread.ofPlatform().name("log-appender").unstarted(this::run);
  private volatile boolean closed;

  /**
   * @param clock gives the time of recording (wall time)
   * @param committed called after each commit, from the appender's thread
   */
  Appender(DataSource dataSource, InstantSource clock, Runnable committed) {
    this.writer = new LogWriter(dataSource, clock);
    this.committed = committed;
    thread.start();
  }

  /**
   * Returns when the append is durable.
   *
   * @throws EventStoreOverloaded if too many wait already
   * @throws org.axonframework.modelling.command.ConcurrencyException if an aggregate has moved on
   * @throws AlreadyAnswered if its key was used before
   * @throws EventStoreException if nobody can tell whether it was appended
   */
  void append(Append append) {
    if (closed) {
      throw new EventStoreException("The event store is closed: nothing was appended.");
    }
    if (!queue.offer(append)) {
      throw new EventStoreOverloaded(CAPACITY);
    }
    append.await();
  }

  private void run() {
    while (!closed || !queue.isEmpty() || !postponed.isEmpty()) {
      var group = nextGroup();
      if (!group.isEmpty()) {
        append(new Group(group));
      }
    }
  }

  private List<Append> nextGroup() {
    var group = new ArrayList<>(postponed);
    postponed.clear();
    try {
      if (group.isEmpty()) {
        var first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
        }
      }
      queue.drainTo(group, GROUP - 1);
    } catch (InterruptedException e) {
      closed = true;
    }
    return group;
  }

  private void append(Group group) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var unknown = false;
    while (!group.isEmpty()) {
      try {
        if (unknown) {
          settle(group);
          unknown = false;
        }
        writer.write(group);
        answer(group);
        return;
      } catch (SQLException | RuntimeException e) {
        log.warn("The log's end was lost sight of: {}", e.getMessage());
        unknown = true;
        if (System.nanoTime() > deadline) {
          giveUp(group, e);
          return;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    answer(group);
  }

  private void settle(Group group) throws SQLException {
    var durable = writer.settle(group);
    group.remove(durable);
    if (!durable.isEmpty()) {
      committed.run();
      answers.execute(() -> durable.forEach(Append::committed));
    }
  }

  private void answer(Group group) {
    postponed.addAll(group.postponed());
    var written = group.appends();
    if (!written.isEmpty()) {
      committed.run();
    }
    tell(
        written.size(),
        () -> {
          written.forEach(Append::committed);
          group.refused().forEach(Append::failed);
        });
  }

  /** Waking many takes long, so another thread does it; a few are told without that detour. */
  private void tell(int waiting, Runnable answer) {
    if (waiting <= FEW) {
      answer.run();
    } else {
      answers.execute(answer);
    }
  }

  private void giveUp(Group group, Exception cause) {
    writer.close();
    log.error("The fate of {} appends is not known", group.appends().size(), cause);
    postponed.addAll(group.postponed());
    var unknown =
        new EventStoreException(
            "The event store did not answer: the events may or may not have been appended.", cause);
    var waiting = group.appends();
    answers.execute(
        () -> {
          waiting.forEach(append -> append.failed(unknown));
          group.refused().forEach(Append::failed);
        });
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(15));
      writer.close();
      answers.shutdown();
      if (!answers.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Some commands were not told that their events are appended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
