package io.throughline.command.maintenance;

import io.throughline.command.maintenance.MaintenanceCommand.AnnounceMaintenance;
import io.throughline.command.maintenance.MaintenanceCommand.CallOffMaintenance;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceCalledOff;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccountMaintenanceTest {
  private static final Instant NOW = Instant.parse("2026-12-05T12:00:00Z");
  private static final Instant FROM = NOW.plus(Duration.ofHours(10));
  private static final Instant UNTIL = FROM.plus(Duration.ofHours(4));
  private static final MaintenanceAnnounced ANNOUNCED =
      new MaintenanceAnnounced("netsuite", "W-1", FROM, UNTIL, "Release", "user-7", NOW);

  private final FixtureConfiguration<AccountMaintenance> fixture =
      new AggregateTestFixture<>(AccountMaintenance.class);

  private static AnnounceMaintenance announce(Instant at) {
    return new AnnounceMaintenance("netsuite", "W-1", FROM, UNTIL, "Release", "user-7", at);
  }

  private static CallOffMaintenance callOff(Instant at) {
    return new CallOffMaintenance("netsuite", "W-1", "user-8", at);
  }

  @Test
  void maintenanceIsAnnounced() {
    fixture.givenNoPriorActivity().when(announce(NOW)).expectEvents(ANNOUNCED);
  }

  @Test
  void announcingTwiceIsHarmless() {
    fixture.given(ANNOUNCED).when(announce(NOW)).expectNoEvents();
  }

  @Test
  void whatHasPassedCannotBeAnnounced() {
    fixture.givenNoPriorActivity().when(announce(UNTIL)).expectException(MaintenanceIsOver.class);
  }

  @Test
  void itIsCalledOffOnce() {
    fixture
        .given(ANNOUNCED)
        .when(callOff(NOW))
        .expectEvents(new MaintenanceCalledOff("netsuite", "W-1", "user-8", NOW));
    fixture
        .given(ANNOUNCED, new MaintenanceCalledOff("netsuite", "W-1", "user-8", NOW))
        .when(callOff(NOW))
        .expectNoEvents();
  }

  @Test
  void whatNobodyAnnouncedCannotBeCalledOff() {
    fixture.givenNoPriorActivity().when(callOff(NOW)).expectException(UnknownMaintenance.class);
  }
}
