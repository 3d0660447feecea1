package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ClusterSingletonTest {
  private final DataSource database = TestDatabase.newMigrated();
  private final Node one = new Node("one", database);
  private final Node other = new Node("other", database);

  @AfterEach
  void stop() {
    one.stop();
    other.stop();
  }

  /** Does nothing but hold the lock, until it is told to fail. */
  private static final class Node extends ClusterSingleton {
    private volatile boolean working;
    private volatile boolean waiting;
    private volatile boolean fails;
    private volatile int failures;

    Node(String name, DataSource database) {
      super(name, ClusterLock.Work.PUBLISHING, database);
    }

    @Override
    protected void work(ClusterLock lock) throws SQLException {
      waiting = false;
      try {
        while (isRunning()) {
          working = true;
          if (fails) {
            fails = false;
            throw new IllegalStateException("nobody foresaw this");
          }
          pause(Duration.ofMillis(20));
          lock.check();
        }
      } finally {
        working = false;
      }
    }

    @Override
    protected Duration failed(Exception e) {
      failures++;
      return Duration.ofMillis(20);
    }

    @Override
    protected void standsBy() {
      waiting = true;
    }
  }

  private void oneWorksAndTheOtherWaits() {
    one.start();
    await().until(() -> one.working);
    other.start();
    await().until(() -> other.waiting);
    assertThat(other.working).isFalse();
  }

  @Test
  void whoWaitsTakesOverWhenTheOneAtWorkStops() {
    oneWorksAndTheOtherWaits();

    one.stop();

    await().until(() -> other.working);
    assertThat(one.working).isFalse();
  }

  @Test
  void aFaultThatNobodyForesawEndsNothing() {
    one.start();
    await().until(() -> one.working);

    one.fails = true;

    await().until(() -> one.failures == 1 && one.working);
  }

  @Test
  void aNodeThatHasLostItsLockGoesOnWorkingOnlyWithANewOne() {
    oneWorksAndTheOtherWaits();

    new JdbcTemplate(TestDatabase.asSuperuser(database))
        .queryForList(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and"
                + " database = (select oid from pg_database where datname = current_database())");

    await().until(() -> one.failures > 0 && one.working != other.working);
  }
}
