package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

class LogEngineTest {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");

  private final DataSource dataSource = TestDatabase.newMigrated();
  private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
  private final JdbcTemplate superuser = new JdbcTemplate(TestDatabase.asSuperuser(dataSource));
  private final List<Appender> appenders = new ArrayList<>();
  private PostgresEventLog log;
  private final Snapshots snapshots =
      new Snapshots(jdbc, new SnapshotFormat(Map.of()), new EventFormat());
  private LogEngine engine;
  private Appender appender;

  @BeforeEach
  void open() {
    log = new PostgresEventLog(jdbc, new EventFormat(), new Metadata());
    appender = appender();
    engine = new LogEngine(log, appender, snapshots, new EventFormat(), new Metadata());
  }

  @AfterEach
  void close() {
    appenders.forEach(Appender::close);
  }

  @Test
  void whatWasAppendedIsReadBackInOrder() {
    engine.appendEvents(List.of(event("NW-1", 0), event("NW-1", 1)));

    assertThat(
            engine
                .readEvents("order/NW-1", 0)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber))
        .containsExactly(0L, 1L);
    assertThat(log.of("order/NW-1").getFirst().event())
        .isEqualTo(new OrderCompleted(new OrderId("NW-1"), new CustomerId("C"), AT));
  }

  @Test
  void aTakenSequenceNumberIsAConflictAndNothingIsWritten() {
    engine.appendEvents(List.of(event("NW-1", 0)));

    assertThatThrownBy(() -> engine.appendEvents(List.of(event("NW-2", 0), event("NW-1", 0))))
        .isInstanceOf(ConcurrencyException.class)
        .hasMessageContaining("order/NW-1");
    assertThat(log.of("order/NW-2")).isEmpty();
    assertThat(log.head()).isEqualTo(1);
  }

  @Test
  void oneConflictDoesNotDisturbItsNeighbours() throws Exception {
    engine.appendEvents(List.of(event("NW-0", 0)));

    var refused = new ArrayList<Integer>();
    var attempts =
        concurrently(
            100,
            i ->
                () -> {
                  engine.appendEvents(List.of(event(i % 10 == 0 ? "NW-0" : "NW-" + i, 0)));
                  return null;
                });
    for (var i = 0; i < attempts.size(); i++) {
      try {
        attempts.get(i).get();
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(ConcurrencyException.class);
        refused.add(i);
      }
    }

    assertThat(refused).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    assertThat(log.head()).isEqualTo(91);
  }

  @Test
  void severalNodesAppendDenselyAndTheHashesLink() throws Exception {
    var nodes = List.of(engine, node(), node());
    var attempts =
        concurrently(
            300,
            i ->
                () -> {
                  nodes.get(i % 3).appendEvents(List.of(event("NW-" + i, 0), event("NW-" + i, 1)));
                  return null;
                });
    for (var attempt : attempts) {
      attempt.get();
    }

    var events = log.after(0, 1000);
    assertThat(events)
        .extracting(RecordedEvent::globalIndex)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
    assertThat(events).extracting(RecordedEvent::recordedAt).isSorted();
    assertHashesLink();
  }

  @Test
  void aFailedAppendLeavesNoGap() {
    engine.appendEvents(List.of(event("NW-1", 0)));
    var duplicate = event("NW-2", 0);
    engine.appendEvents(List.of(duplicate));

    assertThatThrownBy(() -> engine.appendEvents(List.of(duplicate)))
        .isInstanceOf(ConcurrencyException.class);
    engine.appendEvents(List.of(event("NW-3", 0)));

    assertThat(log.after(0, 10)).extracting(RecordedEvent::globalIndex).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aChangedByteBreaksTheLink() {
    engine.appendEvents(List.of(event("NW-1", 0), event("NW-1", 1)));
    superuser.update(
        "update events set payload = set_byte(payload, 20, 65) where global_index = 1");

    assertThatThrownBy(this::assertHashesLink).isInstanceOf(AssertionError.class);
  }

  @Test
  void aReaderInAnotherNodeWakesAndSeesEachEventOnce() throws Exception {
    try (var signal = new LogSignal(dataSource);
        var stream = new LogStream(new RecentEvents(log, signal::raised), signal, 0)) {
      engine.appendEvents(List.of(event("NW-1", 0), event("NW-1", 1)));
      assertThat(stream.nextAvailable().getIdentifier())
          .isEqualTo(log.after(0, 1).getFirst().eventId());
      assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
      stream.nextAvailable();

      engine.appendEvents(List.of(event("NW-1", 2)));
      assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
      stream.nextAvailable();
      assertThat(stream.peek()).isEmpty();
    }
  }

  @Test
  void aCommandsAnswerIsKeptWithItsEventsOrNotAtAll() {
    appender.append(append("NW-1", 0, "key"));

    assertThat(answers().find(new CommandKey("somebody", "key")).orElseThrow().fingerprint())
        .isEqualTo("NW-1");
    assertThatThrownBy(() -> appender.append(append("NW-1", 0, "other")))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(answers().find(new CommandKey("somebody", "other"))).isEmpty();
  }

  @Test
  void aKeyThatWasUsedGetsTheFirstAnswerAndAppendsNothing() {
    appender.append(append("NW-1", 0, "key"));

    assertThatThrownBy(() -> appender.append(append("NW-2", 0, "key")))
        .isInstanceOfSatisfying(
            AlreadyAnswered.class, e -> assertThat(e.first().fingerprint()).isEqualTo("NW-1"));
    assertThat(log.head()).isEqualTo(1);
  }

  @Test
  void ofManyNodesWithOneKeyOneWins() throws Exception {
    var nodes = List.of(appender, appender(), appender());
    var attempts =
        concurrently(
            60,
            i ->
                () -> {
                  nodes.get(i % 3).append(append("NW-" + i, 0, "key"));
                  return null;
                });

    assertThat(attempts.stream().filter(attempt -> attempt.state() == Future.State.SUCCESS))
        .hasSize(1);
    assertThat(
            attempts.stream()
                .filter(attempt -> attempt.state() == Future.State.FAILED)
                .map(Future::exceptionNow))
        .hasSize(59)
        .allSatisfy(why -> assertThat(why).isInstanceOf(AlreadyAnswered.class));
    assertThat(log.head()).isEqualTo(1);
  }

  @Test
  void aCommandThatDecidesNothingKeepsItsAnswerToo() {
    answers().keep(answer("nothing", "key"));

    assertThat(answers().find(new CommandKey("somebody", "key"))).isPresent();
    assertThat(log.head()).isZero();
  }

  @Test
  void whatTheServerCannotStoreDoesNotDisturbItsNeighbours() throws Exception {
    var tooLong =
        new Random(7)
            .ints(20_000, 'a', 'z')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    var attempts =
        concurrently(
            41,
            i ->
                () -> {
                  appender.append(append("NW-" + i, 0, i == 7 ? tooLong : "key" + i));
                  return null;
                });

    assertThat(attempts.stream().filter(attempt -> attempt.state() == Future.State.FAILED))
        .singleElement()
        .satisfies(
            failed -> assertThat(failed.exceptionNow()).hasMessageContaining("cannot store this"));
    assertThat(log.head()).isEqualTo(40);
  }

  @Test
  void aBrokenConnectionLosesNothingAndRepeatsNothing() throws Exception {
    var done = new AtomicBoolean();
    var broken = new AtomicInteger();
    var breaking = Thread.ofVirtual().start(() -> breakAppendersConnections(done, broken));
    var attempts =
        concurrently(
            400,
            i ->
                () -> {
                  for (var sequence = 0; sequence < 10; sequence++) {
                    appender.append(append("NW-" + i, sequence, "key-" + i + "-" + sequence));
                  }
                  return null;
                });
    done.set(true);
    breaking.join();

    for (var attempt : attempts) {
      attempt.get();
    }
    assertThat(broken).hasPositiveValue();
    assertThat(log.head()).isEqualTo(4_000);
    assertHashesLink();
  }

  private void breakAppendersConnections(AtomicBoolean done, AtomicInteger broken) {
    while (!done.get()) {
      broken.addAndGet(
          superuser
              .queryForList(
                  "select pg_terminate_backend(pid) from pg_stat_activity where pid <>"
                      + " pg_backend_pid() and datname = current_database() and query like 'with"
                      + " moved%'")
              .size());
      LockSupport.parkNanos(20_000_000); // between two blows, not for anything to happen
    }
  }

  @Test
  void aNodeWhoseConnectionWasTakenOverComesTooLate() throws Exception {
    try (var late = dataSource.getConnection();
        var writer = new LogWriter(dataSource, InstantSource.system())) {
      var head = new Head(0, new byte[32], Instant.EPOCH, 0);

      writer.settle(new Group(List.of()));
      var end = new GroupCommit(List.of(append("NW-1", 0, "key"))).write(late, head, AT);

      assertThat(end).isSameAs(head);
      assertThat(log.head()).isZero();
    }
  }

  @Test
  void aClockThatIsSetBackDoesNotGoBackInTheLog() throws Exception {
    try (var connection = dataSource.getConnection()) {
      var head = new Head(0, new byte[32], Instant.EPOCH, 0);
      var later = new GroupCommit(List.of(append("NW-1", 0, "a"))).write(connection, head, AT);
      new GroupCommit(List.of(append("NW-2", 0, "b")))
          .write(connection, later, AT.minusSeconds(600));

      assertThat(log.after(0, 10)).extracting(RecordedEvent::recordedAt).containsExactly(AT, AT);
    }
  }

  @Test
  void aDatabaseThatForgetsIsRefused() {
    superuser.execute(
        "alter database "
            + jdbc.queryForObject("select current_database()", String.class)
            + " set synchronous_commit = off");

    assertThatThrownBy(() -> Durability.require(dataSource))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("synchronous_commit = off");
  }

  @Test
  void moreThanTheQueueHoldsIsRefusedAtOnceAndTheOthersAreAppended() throws Exception {
    try (var busy = TestDatabase.asSuperuser(dataSource).getConnection();
        var statement = busy.createStatement();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      busy.setAutoCommit(false);
      statement.execute("select * from event_head for update");
      var attempts = new ArrayList<Future<?>>();
      for (var i = 0; i < 5_000; i++) {
        var order = "NW-" + i;
        attempts.add(callers.submit(() -> appender.append(append(order, 0, order))));
      }
      await().until(() -> attempts.stream().anyMatch(Future::isDone));
      await().until(() -> attempts.stream().filter(Future::isDone).count() >= 5_000 - 4_096 - 512);
      busy.rollback();

      var refused = new ArrayList<Throwable>();
      for (var attempt : attempts) {
        try {
          attempt.get();
        } catch (ExecutionException e) {
          refused.add(e.getCause());
        }
      }
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(why -> assertThat(why).isInstanceOf(EventStoreOverloaded.class));
      assertThat(log.head()).isEqualTo(5_000 - refused.size());
    }
  }

  @Test
  void everyNodeIsNotifiedOfAGroup() throws Exception {
    try (var other = dataSource.getConnection();
        var statement = other.createStatement()) {
      statement.execute("listen " + GroupCommit.CHANNEL);

      engine.appendEvents(List.of(event("NW-1", 0), event("NW-1", 1)));

      assertThat(other.unwrap(PGConnection.class).getNotifications(5_000)).hasSize(1);
    }
  }

  @Test
  void theApplicationCannotChangeHistory() {
    engine.appendEvents(List.of(event("NW-1", 0)));

    for (var change :
        List.of(
            "update events set payload = ''",
            "delete from events",
            "truncate events",
            "alter table events disable trigger all",
            "drop table events")) {
      assertThatThrownBy(() -> jdbc.execute(change)).as(change).hasMessageContaining("events");
    }
    assertThat(log.head()).isEqualTo(1);
  }

  @Test
  void aRoleThatCouldChangeHistoryIsRefused() {
    Privileges.require(dataSource);

    assertThatThrownBy(() -> Privileges.require(TestDatabase.asSuperuser(dataSource)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("postgres could change the table events")
        .hasMessageContaining("spring.flyway.user");
  }

  private LogEngine node() {
    return new LogEngine(log, appender(), snapshots, new EventFormat(), new Metadata());
  }

  private Appender appender() {
    var node = new Appender(dataSource, InstantSource.system(), () -> {});
    appenders.add(node);
    return node;
  }

  private KeptAnswers answers() {
    return new KeptAnswers(jdbc, appender);
  }

  private static KeptAnswer answer(String fingerprint, String key) {
    return new KeptAnswer(
        new CommandKey("somebody", key),
        fingerprint,
        202,
        null,
        "application/json",
        new byte[] {1},
        Instant.now());
  }

  private static Append append(String order, long sequence, String key) {
    var row =
        new Row(
            "order",
            order,
            sequence,
            UUID.randomUUID(),
            "order.completed.v1",
            new EventFormat()
                .write(new OrderCompleted(new OrderId(order), new CustomerId("C"), AT)),
            "{}".getBytes(StandardCharsets.UTF_8),
            AT);
    return new Append(List.of(row), Optional.of(answer(order, key)));
  }

  private interface Attempt {
    Callable<Void> number(int i);
  }

  private static List<Future<Void>> concurrently(int count, Attempt attempt) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts = new ArrayList<Callable<Void>>();
      for (var i = 0; i < count; i++) {
        attempts.add(attempt.number(i));
      }
      return executor.invokeAll(attempts);
    }
  }

  private static GenericDomainEventMessage<?> event(String order, long sequence) {
    return new GenericDomainEventMessage<>(
        "order",
        "order/" + order,
        sequence,
        new OrderCompleted(new OrderId(order), new CustomerId("C"), AT));
  }

  private void assertHashesLink() {
    var predecessor = new byte[32];
    for (var row : jdbc.queryForList("select * from events order by global_index")) {
      var own =
          new Row(
                  (String) row.get("aggregate_type"),
                  (String) row.get("aggregate_id"),
                  (Long) row.get("sequence"),
                  (UUID) row.get("event_id"),
                  (String) row.get("wire_name"),
                  (byte[]) row.get("payload"),
                  (byte[]) row.get("metadata"),
                  ((Timestamp) row.get("occurred_at")).toInstant())
              .digest();
      predecessor =
          Row.link(
              predecessor,
              (Long) row.get("global_index"),
              ((Timestamp) row.get("recorded_at")).toInstant(),
              own);
      assertThat(Arrays.equals((byte[]) row.get("hash"), predecessor)).isTrue();
    }
  }
}
