package io.throughline.command.platform.budget;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The budgets of all accounts on this node, and the thread that renews their leases. */
public final class Budgets implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Budgets.class);
  private static final Duration ROUND = Duration.ofMillis(250);
  private static final Duration QUICK_ROUND = Duration.ofMillis(100);

  /** Between two renewals in a hurry: many calls may be in one at once. */
  private static final Duration BREATH = Duration.ofMillis(20);

  private final LeaseTable table;
  private final String node;
  private final Map<String, Budget> byAccount = new ConcurrentHashMap<>();
  private final Semaphore hurry = new Semaphore(0);
  private final Thread renewing;
  private volatile boolean open = true;
  private boolean failing;

  /**
   * @param node distinguishes this process from all others on the database, earlier ones too
   */
  public Budgets(DataSource dataSource, String node) {
    this.table = new LeaseTable(dataSource);
    this.node = node;
    this.renewing = Thread.ofPlatform().name("budgets").daemon().start(this::renewOnAndOn);
  }

  /**
   * @throws IllegalArgumentException if the account's budget is there already
   */
  public Budget of(BudgetTerms terms) {
    var budget = new Budget(terms, hurry::release);
    if (byAccount.putIfAbsent(terms.account(), budget) != null) {
      throw new IllegalArgumentException(
          "There is a budget called " + terms.account() + ": name each account differently.");
    }
    hurry.release();
    return budget;
  }

  public Collection<Budget> all() {
    return List.copyOf(byAccount.values());
  }

  private void renewOnAndOn() {
    while (open) {
      try {
        var starving = byAccount.values().stream().anyMatch(Budget::isStarving);
        var pause = starving ? QUICK_ROUND : ROUND;
        if (hurry.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          hurry.drainPermits();
        }
        byAccount.values().forEach(this::renew);
        Thread.sleep(BREATH);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void renew(Budget budget) {
    budget.tick();
    if (!open || !budget.isDue()) {
      return;
    }
    try {
      budget.renew(table, node);
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn(
            "The lease on {} cannot be renewed; it is tried again, and no call begins once it is"
                + " out",
            budget.account(),
            e);
      }
      failing = true;
    }
  }

  /** Gives the leases back; what calls are still under way keep theirs until it runs out. */
  @Override
  public void close() {
    open = false;
    renewing.interrupt();
    try {
      renewing.join(Duration.ofSeconds(3));
      for (var budget : byAccount.values()) {
        budget.release(table, node);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.info("The leases run out by themselves: they could not be given back", e);
    }
  }
}
