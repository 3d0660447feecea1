package io.throughline.bench.budget;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import io.throughline.command.platform.breaker.BreakerSettings;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.budget.BudgetTerms;
import io.throughline.command.platform.budget.Budgets;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallRate;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.MaintenanceNotice;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.command.platform.tasks.TaskMetadata;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The real task executor with a backlog of persistent tasks, each of one call, for a system that
 * was down and is back; people call meanwhile, and new tasks go on coming where there is a load.
 */
final class AfterOutage implements Contender, AutoCloseable {
  static final int PERMITS = 15;
  static final Duration LATENCY = Duration.ofMillis(100);
  static final Metric DRAIN = new Metric("drain, of backlog / permitted rate", "times", false);
  static final Metric P95 = new Metric("interactive p95 while it drains, of calm", "times", false);
  static final Metric HIGHEST = new Metric("calls at a time, highest seen", "calls", false);

  private static final String ACCOUNT = "outage";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int CALM_CALLS = 40;

  /** Business seconds in one second of a bench with an outage of its own length. */
  static final int CLOCK_RATE = 20;

  private final int backlog;
  private final Duration outage;
  private final BusinessClock clock;
  private final OtherSystem other = new OtherSystem(LATENCY);
  private final HikariDataSource database;
  private final Budgets budgets;
  private final Breakers breakers = new Breakers(BreakerSettings.usual());
  private final Maintenance maintenance = Maintenance.unannounced();
  private final Caller caller;
  private final AtomicInteger done = new AtomicInteger();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private int round;

  /** All of the backlog comes at once. */
  AfterOutage(HikariDataSource database, int backlog) throws Exception {
    this(database, backlog, Duration.ZERO, BusinessClock.realTime());
  }

  /**
   * The backlog comes task by task while the system is down, and as many in the same time go on
   * coming when it is back.
   *
   * @param outage business time
   */
  static AfterOutage underLoad(HikariDataSource database, int backlog, Duration outage)
      throws Exception {
    var now = Instant.now();
    var clock = new BusinessClock(Clock.systemUTC(), now, now, CLOCK_RATE);
    return new AfterOutage(database, backlog, outage, clock);
  }

  private AfterOutage(HikariDataSource database, int backlog, Duration outage, BusinessClock clock)
      throws Exception {
    this.database = database;
    this.backlog = backlog;
    this.outage = outage;
    this.clock = clock;
    this.budgets = new Budgets(database, "outage-node");
    var budget = budgets.of(new BudgetTerms(ACCOUNT, PERMITS, CallRate.UNLIMITED, TIMEOUT));
    this.caller =
        new Caller(
            budget,
            breakers.of(ACCOUNT),
            maintenance,
            MaintenanceNotice.USUAL,
            TIMEOUT,
            new NoTraces());
    context.registerBean(HikariDataSource.class, () -> database);
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
    context.registerBean(BusinessClock.class, () -> clock);
    context.registerBean(Breakers.class, () -> breakers);
    context.registerBean(Maintenance.class, () -> maintenance);
    context.registerBean(TaskMetadata.class, Plain::new);
    context.registerBean(Asking.class, () -> new Asking());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("bench", Map.of("throughline.tasks.threads.erp", "30")));
    context.scan("io.throughline.command.platform.tasks");
    context.refresh();
  }

  private static final class Plain implements TaskMetadata {
    @Override
    public <R> R within(Map<String, String> metadata, String name, Supplier<R> work) {
      return work.get();
    }
  }

  /** A step of an order: one call. */
  private final class Asking implements TaskHandler<Asking.Question> {
    record Question(int number) {}

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
      var outcome = caller.call("GET", other.url(), Map.of(), "");
      if (outcome instanceof Outcome.Replied reply && reply.isSuccess()) {
        if (question.number() < backlog) {
          done.incrementAndGet();
        }
        return new Next.Finished();
      }
      return new Next.TryAgain(null);
    }
  }

  @Override
  public String name() {
    return "throughline";
  }

  @Override
  public Map<Metric, Double> round() throws Exception {
    var calm = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos(), 3);
    for (var i = 0; i < CALM_CALLS; i++) {
      call(calm);
    }
    other.down(true);
    planBacklog();
    awaitHeld();
    var _ = other.highest();

    var draining = new ConcurrentHistogram(Duration.ofMinutes(1).toNanos(), 3);
    var going = new AtomicBoolean(true);
    var seconds = 0.0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      other.down(false);
      var begun = System.nanoTime();
      var _ =
          threads.submit(
              () -> {
                while (going.get()) {
                  call(draining);
                }
                return draining;
              });
      for (var late = 0; done.get() < backlog; ) {
        Thread.sleep(5);
        for (var due = arrived(System.nanoTime() - begun); late < due; late++) {
          plan(backlog + late);
        }
      }
      seconds = (System.nanoTime() - begun) / 1e9;
      going.set(false);
    }
    awaitEmpty();
    var permitted = PERMITS * 1e3 / LATENCY.toMillis();
    var measured = new LinkedHashMap<Metric, Double>();
    measured.put(DRAIN, seconds / (backlog / permitted));
    measured.put(
        P95,
        (double) draining.getValueAtPercentile(95) / Math.max(1, calm.getValueAtPercentile(95)));
    measured.put(HIGHEST, (double) other.highest());
    return measured;
  }

  private void planBacklog() throws InterruptedException {
    done.set(0);
    round++;
    var begun = System.nanoTime();
    for (var i = 0; i < backlog; i++) {
      while (!outage.isZero() && arrived(System.nanoTime() - begun) <= i) {
        Thread.sleep(5);
      }
      plan(i);
    }
  }

  /** How many tasks come in so many nanoseconds (wall time); none where there is no load. */
  private long arrived(long nanos) {
    return outage.isZero() ? 0 : nanos * backlog / (outage.toNanos() / CLOCK_RATE);
  }

  private void plan(int number) {
    context
        .getBean(TaskPlanner.class)
        .plan(
            Pool.ERP,
            "ask",
            round + "-" + number,
            new Asking.Question(number),
            Map.of(),
            clock.instant());
  }

  /** What a round left over must not be in the next one's way. */
  private void awaitEmpty() throws InterruptedException {
    var jdbc = new JdbcTemplate(database);
    var left = 1;
    while (left > 0) {
      Thread.sleep(50);
      var tasks = jdbc.queryForObject("select count(*) from tasks_erp", Integer.class);
      left = tasks == null ? 0 : tasks;
    }
  }

  /** Until all but the scouts sleep, as in a long outage. */
  private void awaitHeld() throws InterruptedException {
    var jdbc = new JdbcTemplate(database);
    var held = 0;
    while (held < backlog - 50) {
      Thread.sleep(50);
      var sleeping =
          jdbc.queryForObject(
              "select count(*) from tasks_erp where waits_for is not null", Integer.class);
      held = sleeping == null ? 0 : sleeping;
    }
  }

  private void call(ConcurrentHistogram latency) throws InterruptedException {
    var begun = System.nanoTime();
    try {
      var _ = caller.call("GET", other.url(), Map.of(), "");
      latency.recordValue(System.nanoTime() - begun);
    } catch (CallHeld held) {
      Thread.sleep(10); // the breaker has not closed yet: answered at once, that it is down
    }
    Thread.sleep(10);
  }

  @Override
  public void close() {
    context.close();
    budgets.close();
    other.close();
  }
}
