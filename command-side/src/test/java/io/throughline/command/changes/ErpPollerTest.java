package io.throughline.command.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import io.throughline.command.erp.ErpChanges.Kind;
import io.throughline.command.erp.ErpChanges.Mark;
import io.throughline.command.erp.HeldErps;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ErpPollerTest {
  /** Has taken nothing yet. */
  private static class NothingTaken extends TakenChanges {
    NothingTaken() {
      super(null, null, null, null);
    }

    @Override
    Mark position(String account, Kind kind) {
      return Mark.BEGINNING;
    }

    @Override
    void forget(String account, Kind kind, Duration overlap) {}
  }

  @Test
  void anAccountThatIsLeftAloneStopsNeitherThePollingNorTheOtherAccounts() {
    var erps = new HeldErps();
    var poller =
        new ErpPoller(
            erps.erps(),
            new NothingTaken(),
            new DriverManagerDataSource(),
            new PollProperties(Duration.ofSeconds(10), Duration.ofMinutes(5), 1000));

    poller.look();

    assertThat(erps.asked()).containsExactlyInAnyOrder("held", "other");
  }

  @Test
  void aFaultThatNobodyForesawDoesNotEndThePolling() {
    var looks = new AtomicInteger();
    var faulty =
        new NothingTaken() {
          @Override
          Mark position(String account, Kind kind) {
            looks.incrementAndGet();
            throw new IllegalStateException("nobody foresaw it");
          }
        };
    var poller =
        new ErpPoller(
            new HeldErps().erps(),
            faulty,
            TestDatabase.newMigrated(),
            new PollProperties(Duration.ofMillis(10), Duration.ofMinutes(5), 1000));

    poller.start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> looks.get() >= 2);
    } finally {
      poller.stop();
    }
  }
}
