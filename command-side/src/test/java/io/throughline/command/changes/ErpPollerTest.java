package io.throughline.command.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.erp.ErpChanges.Kind;
import io.throughline.command.erp.ErpChanges.Mark;
import io.throughline.command.erp.HeldErps;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ErpPollerTest {
  /** Has taken nothing yet. */
  private static final class NothingTaken extends TakenChanges {
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
}
