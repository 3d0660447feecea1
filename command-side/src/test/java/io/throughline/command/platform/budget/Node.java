package io.throughline.command.platform.budget;

import io.throughline.command.Simulated;
import io.throughline.command.platform.breaker.Breaker;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.MaintenanceNotice;
import io.throughline.command.platform.maintenance.Maintenance;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A node as the database and the other system see it: a budget of its own and callers that never
 * rest. It can lose the database for a while, stand still altogether, and die.
 */
final class Node {
  private final ReentrantReadWriteLock databaseGone = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock standstill = new ReentrantReadWriteLock();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Budgets budgets;
  private final Budget budget;
  private final Caller caller;
  private volatile boolean alive = true;

  Node(DataSource database, String name, BudgetTerms terms) {
    budgets = new Budgets(new Interruptible(database), name);
    budget = budgets.of(terms);
    caller =
        new Caller(
            budget,
            Breaker.unwatched(terms.account()),
            Maintenance.unannounced(),
            MaintenanceNotice.NEVER,
            terms.callTimeout(),
            Simulated.UNTRACED);
  }

  Budget budget() {
    return budget;
  }

  /** Calls on and on, in so many threads. */
  void call(Lane lane, int threads, URI url) {
    for (var i = 0; i < threads; i++) {
      var _ =
          callers.submit(
              () -> {
                while (alive) {
                  standstill.readLock().lock();
                  standstill.readLock().unlock();
                  try {
                    var _ = CallScope.within(lane, () -> caller.call("GET", url, Map.of(), ""));
                  } catch (CallHeld e) {
                    Thread.onSpinWait();
                  }
                }
                return threads;
              });
    }
  }

  void loseTheDatabase() {
    databaseGone.writeLock().lock();
  }

  void findTheDatabase() {
    databaseGone.writeLock().unlock();
  }

  void standStill() {
    databaseGone.writeLock().lock();
    standstill.writeLock().lock();
  }

  void goOn() {
    standstill.writeLock().unlock();
    databaseGone.writeLock().unlock();
  }

  /** Says goodbye to nobody: what it had under way goes on at the other system. */
  void die() {
    loseTheDatabase();
    alive = false;
  }

  void close() {
    alive = false;
    callers.shutdown();
    budgets.close();
  }

  private final class Interruptible implements DataSource {
    private final DataSource real;

    Interruptible(DataSource real) {
      this.real = real;
    }

    @Override
    public Connection getConnection() throws SQLException {
      databaseGone.readLock().lock();
      try {
        return real.getConnection();
      } finally {
        databaseGone.readLock().unlock();
      }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return real.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return real.isWrapperFor(type);
    }
  }
}
