package io.throughline.command.platform.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallHeld.Reason;
import io.throughline.command.platform.maintenance.MaintenanceSettings.Planned;
import io.throughline.command.platform.maintenance.Window.Source;
import io.throughline.kernel.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
  private static final Instant SATURDAY = Instant.parse("2026-12-05T22:00:00Z");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  private final AtomicReference<Instant> now = new AtomicReference<>(SATURDAY);
  private final Maintenance maintenance =
      new Maintenance(
          List.of(new Planned("erp", SATURDAY, SATURDAY.plus(FOUR_HOURS), Duration.ofDays(7))),
          new BusinessClock(new Set(), Instant.EPOCH, Instant.EPOCH, 1));

  /** A clock that is set by hand. */
  private final class Set extends Clock {
    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  @AfterEach
  void stop() {
    maintenance.close();
  }

  @Test
  void aConfiguredWindowIsKeptToEachWeek() {
    for (var week = 0; week < 3; week++) {
      var begin = SATURDAY.plus(Duration.ofDays(7L * week));
      now.set(begin.minusSeconds(1));
      assertThat(maintenance.isOpen("erp")).as("before %s", begin).isFalse();
      now.set(begin);
      assertThat(maintenance.openWindow("erp"))
          .get()
          .extracting(Window::until)
          .isEqualTo(begin.plus(FOUR_HOURS));
      now.set(begin.plus(FOUR_HOURS));
      assertThat(maintenance.isOpen("erp")).as("after %s", begin).isFalse();
    }
    assertThat(maintenance.isOpen("another")).isFalse();
  }

  @Test
  void whoeverAsksMeanwhileHearsUntilWhen() {
    var held = catchThrowableOfType(CallHeld.class, () -> maintenance.admit("erp"));

    assertThat(held.reason()).isEqualTo(Reason.MAINTENANCE);
    assertThat(held.until()).contains(SATURDAY.plus(FOUR_HOURS));
    assertThat(held).hasMessageContaining("maintenance until 2026-12-06T02:00:00Z");
    assertThatCode(() -> maintenance.admit("another")).doesNotThrowAnyException();
  }

  @Test
  void whoWaitedIsToldOnceItIsOverOrCalledOff() {
    var told = new CopyOnWriteArrayList<String>();
    maintenance.whenOver(told::add);
    now.set(SATURDAY.minusSeconds(60));
    var window = new Window("ship", now.get(), SATURDAY, Source.ANNOUNCED);
    maintenance.announced("ship", List.of(window));
    assertThatThrownBy(() -> maintenance.admit("ship")).isInstanceOf(CallHeld.class);
    assertThat(told).isEmpty();

    maintenance.announced("ship", List.of());

    await().untilAsserted(() -> assertThat(told).containsExactly("ship"));
    assertThatCode(() -> maintenance.admit("ship")).doesNotThrowAnyException();
  }

  @Test
  void whatASystemSaysOfItselfIsBelievedForAQuarterOfAnHourAtMost() {
    now.set(SATURDAY.minus(Duration.ofDays(1)));

    var held = maintenance.said("erp", Duration.ofHours(6));

    assertThat(held.reason()).isEqualTo(Reason.CLOSED);
    assertThat(held.until()).contains(now.get().plus(Duration.ofMinutes(15)));
    now.updateAndGet(it -> it.plus(Duration.ofMinutes(15)));
    assertThat(maintenance.isOpen("erp")).isFalse();
  }

  @Test
  void whatWasAnnouncedExcusesWhatTheSystemSaysMeanwhile() {
    maintenance.said("erp", Duration.ofMinutes(5));

    assertThatThrownBy(() -> maintenance.admit("erp"))
        .isInstanceOfSatisfying(
            CallHeld.class, held -> assertThat(held.reason()).isEqualTo(Reason.MAINTENANCE));
  }

  @Test
  void aWindowThatCannotBeIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new Planned("erp", SATURDAY, SATURDAY, null))
        .hasMessageContaining("throughline.maintenance.windows");
    assertThatThrownBy(
            () -> new Planned("erp", SATURDAY, SATURDAY.plus(FOUR_HOURS), Duration.ofHours(3)))
        .hasMessageContaining("every");
  }
}
