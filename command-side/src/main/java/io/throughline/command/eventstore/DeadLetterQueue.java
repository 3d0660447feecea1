package io.throughline.command.eventstore;

import io.throughline.kernel.event.RecordedEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What one processor could not handle. Only an event's place in the log is kept, so that a letter
 * is read like any event, in today's version and with what was erased erased. What comes after a
 * parked event of the same aggregate waits behind it.
 */
final class DeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
  private final JdbcTemplate jdbc;
  private final EventLog log;
  private final String processor;

  DeadLetterQueue(JdbcTemplate jdbc, EventLog log, String processor) {
    this.jdbc = jdbc;
    this.log = log;
    this.processor = processor;
  }

  /**
   * @param patchedBy the approval that says as what it is handled; null: as it is
   */
  private record Kept(
      long globalIndex,
      String sequenceId,
      Cause cause,
      Instant at,
      Instant touched,
      @Nullable String patchedBy) {}

  @Override
  public void enqueue(Object sequenceId, DeadLetter<? extends EventMessage<?>> letter) {
    forgetWhoWaits();
    jdbc.update(
        "insert into dead_letters (processor, global_index, sequence_id, cause, enqueued_at,"
            + " touched_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        processor,
        indexOf(letter),
        String.valueOf(sequenceId),
        cause(letter),
        Timestamp.from(letter.enqueuedAt()),
        Timestamp.from(letter.lastTouched()));
  }

  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    forgetWhoWaits();
    jdbc.update(
        "delete from dead_letters where processor = ? and global_index = ?",
        processor,
        indexOf(letter));
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> update)
      throws NoSuchDeadLetterException {
    var updated = update.apply(letter).markTouched();
    var changed =
        jdbc.update(
            "update dead_letters set cause = ?, touched_at = ? where processor = ? and global_index"
                + " = ?",
            cause(updated),
            Timestamp.from(updated.lastTouched()),
            processor,
            indexOf(letter));
    if (changed == 0) {
      throw new NoSuchDeadLetterException("Nothing is parked at " + indexOf(letter) + ".");
    }
  }

  /** Asked for each event, so the database is asked once for a batch of them. */
  @Override
  public boolean contains(Object sequenceId) {
    return CurrentUnitOfWork.isStarted()
        ? CurrentUnitOfWork.get()
            .root()
            .<Set<String>>getOrComputeResource(whoWaits(), _ -> Set.copyOf(sequences()))
            .contains(String.valueOf(sequenceId))
        : sequenceSize(sequenceId) > 0;
  }

  private void forgetWhoWaits() {
    CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().remove(whoWaits()));
  }

  private String whoWaits() {
    return "dead letters of " + processor;
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceId) {
    return letters(String.valueOf(sequenceId));
  }

  private List<DeadLetter<? extends EventMessage<?>>> letters(String sequenceId) {
    return jdbc
        .query(
            "select global_index, sequence_id, cause, enqueued_at, touched_at, patched_by from"
                + " dead_letters where processor = ? and sequence_id = ? order by global_index",
            (row, _) ->
                new Kept(
                    row.getLong(1),
                    row.getString(2),
                    new ThrowableCause(row.getString(3), ""),
                    row.getTimestamp(4).toInstant(),
                    row.getTimestamp(5).toInstant(),
                    row.getString(6)),
            processor,
            sequenceId)
        .stream()
        .<DeadLetter<? extends EventMessage<?>>>map(this::letter)
        .toList();
  }

  private DeadLetter<EventMessage<?>> letter(Kept kept) {
    return new GenericDeadLetter<>(
        kept.sequenceId(),
        LogEngine.tracked(event(kept)),
        kept.cause(),
        kept.at(),
        kept.touched(),
        MetaData.emptyInstance());
  }

  private RecordedEvent event(Kept kept) {
    var recorded = log.after(kept.globalIndex() - 1, 1).getFirst();
    return kept.patchedBy() == null ? recorded : Patches.apply(recorded, kept.patchedBy(), log);
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    return sequences().stream()
        .<Iterable<DeadLetter<? extends EventMessage<?>>>>map(this::letters)
        .toList();
  }

  /** Of the aggregates, the one that was touched longest ago comes first. */
  private List<String> sequences() {
    return jdbc.query(
        "select sequence_id from dead_letters where processor = ? group by sequence_id order by"
            + " max(touched_at), sequence_id",
        (row, _) -> row.getString(1),
        processor);
  }

  /** Never: the log holds what is parked, here are only places in it. */
  @Override
  public boolean isFull(Object sequenceId) {
    return false;
  }

  @Override
  public long size() {
    return count("select count(*) from dead_letters where processor = ?", processor);
  }

  @Override
  public long sequenceSize(Object sequenceId) {
    return count(
        "select count(*) from dead_letters where processor = ? and sequence_id = ?",
        processor,
        String.valueOf(sequenceId));
  }

  @Override
  public long amountOfSequences() {
    return count(
        "select count(distinct sequence_id) from dead_letters where processor = ?", processor);
  }

  private long count(String sql, Object... arguments) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
  }

  /**
   * Handles an aggregate's letters again, one after the other, until one fails anew. Without a
   * transaction round it all: each letter is handled in its own.
   */
  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> filter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (var sequence : sequences()) {
      var letters = letters(sequence);
      if (!letters.isEmpty() && filter.test(letters.getFirst())) {
        return letters.stream().allMatch(letter -> isDone(letter, task));
      }
    }
    return false;
  }

  private boolean isDone(
      DeadLetter<? extends EventMessage<?>> letter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    var decision = task.apply(letter);
    if (!decision.shouldEnqueue()) {
      evict(letter);
      return true;
    }
    try {
      requeue(letter, it -> decision.withDiagnostics(withCause(it, decision)));
    } catch (NoSuchDeadLetterException _) {
      // somebody else has handled it meanwhile
    }
    return false;
  }

  private static DeadLetter<? extends EventMessage<?>> withCause(
      DeadLetter<? extends EventMessage<?>> letter, EnqueueDecision<EventMessage<?>> decision) {
    return decision.enqueueCause().isPresent()
        ? letter.withCause(decision.enqueueCause().get())
        : letter;
  }

  /** The kind of error without its message: nobody knows what is written in that. */
  private static String cause(DeadLetter<? extends EventMessage<?>> letter) {
    var type = letter.cause().map(Cause::type).orElse("waits behind an earlier one");
    return type.substring(type.lastIndexOf('.') + 1);
  }

  @Override
  public void clear() {
    jdbc.update("delete from dead_letters where processor = ?", processor);
  }

  private static long indexOf(DeadLetter<? extends EventMessage<?>> letter) {
    if (letter.message() instanceof TrackedEventMessage<?> tracked) {
      return LogEngine.position(tracked.trackingToken());
    }
    throw new IllegalArgumentException("Only what was read from the log can be parked.");
  }
}
