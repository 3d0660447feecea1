package io.throughline.command.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.command.TestDatabase;
import io.throughline.command.platform.breaker.BreakerSettings;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.command.platform.maintenance.Window;
import io.throughline.command.platform.maintenance.Window.Source;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Tasks for a system that is down: they wait without trying, and are done once it is back. */
class HeldTasksTest {
  private static final int TASKS = 200;
  private static final int THREADS = 12;
  private static final TaskMetadata PLAIN =
      new TaskMetadata() {
        @Override
        public <R> R within(Map<String, String> metadata, String name, Supplier<R> work) {
          return work.get();
        }
      };

  private final HikariDataSource connections = pooled(TestDatabase.newMigrated());
  private final JdbcTemplate jdbc = new JdbcTemplate(connections);
  private final Breakers breakers = new Breakers(BreakerSettings.usual());
  private final Maintenance maintenance = Maintenance.unannounced();
  private final Asking asking = new Asking();
  private final TaskPools pools =
      new TaskPools(
          connections,
          JsonMapper.builder().build(),
          BusinessClock.realTime(),
          new TaskProperties(
              Map.of(Pool.ERP, THREADS),
              Duration.ofMillis(100),
              Duration.ofSeconds(2),
              Duration.ofMillis(100),
              Duration.ofSeconds(30)),
          PLAIN,
          breakers,
          maintenance,
          List.of(asking));
  private final TaskPlanner planner =
      new TaskPlanner(jdbc, JsonMapper.builder().build(), BusinessClock.realTime(), pools);

  private final class Asking implements TaskHandler<Asking.Question> {
    record Question(int number) {}

    private final Set<Integer> done = ConcurrentHashMap.newKeySet();
    private final List<Integer> inTurn = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger highestAttempt = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private volatile boolean down = true;
    private volatile int wantedAtWork;

    @Override
    public String name() {
      return "ask";
    }

    @Override
    public Class<Question> dataType() {
      return Question.class;
    }

    @Override
    public Next run(Question question, int attempt) {
      maintenance.admit("erp");
      var breaker = breakers.of("erp");
      breaker.admit();
      calls.incrementAndGet();
      highestAttempt.accumulateAndGet(attempt, Math::max);
      if (down) {
        breaker.failed(1, "down");
        return new Next.TryAgain(null);
      }
      breaker.succeeded(1);
      mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
      await().atMost(Duration.ofSeconds(30)).until(() -> mostAtWork.get() >= wantedAtWork);
      atWork.decrementAndGet();
      inTurn.add(question.number());
      done.add(question.number());
      return new Next.Finished();
    }
  }

  @BeforeEach
  void start() {
    pools.start();
  }

  @AfterEach
  void stop() {
    pools.stop();
    connections.close();
  }

  private static HikariDataSource pooled(DataSource database) {
    var pool = new HikariDataSource();
    pool.setDataSource(database);
    return pool;
  }

  @Test
  void theyWaitWithoutTryingAndAreAllDoneSoonAfterItIsBack() {
    for (var i = 0; i < TASKS; i++) {
      plan(i);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> breakers.isOpen("erp"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.queryForObject(
                        "select count(*) from tasks_erp where waits_for = 'erp' and execution_time"
                            + " > now() + interval '30 seconds'",
                        Integer.class)
                    >= TASKS - 20);
    assertThat(asking.calls.get()).as("calls to a system that is down").isLessThan(60);

    asking.down = false;

    // far less than the minute for which each of them had gone to sleep
    await().atMost(Duration.ofSeconds(30)).until(() -> asking.done.size() == TASKS);
    assertThat(asking.highestAttempt.get()).isLessThan(10);
    // a row goes when its handler has returned
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> jdbc.queryForObject("select count(*) from tasks_erp", Integer.class) == 0);
  }

  @Test
  void duringMaintenanceNoTryCountsAndAfterwardsTheOldestGoFirst() {
    asking.down = false;
    var now = BusinessClock.realTime().instant();
    maintenance.announced(
        "erp", List.of(new Window("erp", now, now.plus(Duration.ofDays(1)), Source.ANNOUNCED)));
    for (var i = 0; i < TASKS; i++) {
      plan(i);
      if (i == TASKS / 2) {
        awaitSleeping(TASKS / 2); // so that the younger ones were held later
      }
    }
    awaitSleeping(TASKS);
    assertThat(asking.calls.get()).isZero();
    assertThat(jdbc.queryForList("select task_data from tasks_erp", byte[].class))
        .allSatisfy(
            data ->
                assertThat(JsonMapper.builder().build().readValue(data, TaskData.class))
                    .returns(0, TaskData::attempts)
                    .returns(null, TaskData::heldSince));

    maintenance.announced("erp", List.of());

    await().atMost(Duration.ofSeconds(30)).until(() -> asking.done.size() == TASKS);
    assertThat(asking.highestAttempt.get()).isEqualTo(1);
    // threads overtake each other by a few, never by more than a batch
    for (var place = 0; place < TASKS; place++) {
      assertThat(Math.abs(asking.inTurn.get(place) - place)).isLessThan(40);
    }
  }

  @Test
  void noMoreAreAtWorkThanThereAreThreads() {
    asking.down = false;
    asking.wantedAtWork = THREADS;
    for (var i = 0; i < TASKS; i++) {
      plan(i);
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> asking.done.size() == TASKS);
    assertThat(asking.mostAtWork.get()).isEqualTo(THREADS);
  }

  private void plan(int number) {
    planner.plan(
        Pool.ERP,
        "ask",
        "q" + number,
        new Asking.Question(number),
        Map.of(),
        BusinessClock.realTime().instant());
  }

  private void awaitSleeping(int atLeast) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.queryForObject(
                        "select count(*) from tasks_erp where waits_for = 'erp' and not picked",
                        Integer.class)
                    >= atLeast);
  }
}
