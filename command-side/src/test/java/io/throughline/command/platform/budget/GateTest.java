package io.throughline.command.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Lane> admitted = Collections.synchronizedList(new ArrayList<>());
  private final Gate gate = new Gate(false, nanos::get);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private void lease(int permits) {
    gate.renewed(permits, nanos.get() + LONG.toNanos());
  }

  private void queue(Lane lane, int callers) {
    for (var i = 0; i < callers; i++) {
      var _ =
          threads.submit(
              () -> {
                if (gate.enter(lane, LONG)) {
                  admitted.add(lane);
                }
                return lane;
              });
    }
    await().until(() -> gate.waiting(lane) == callers);
  }

  /** Ends the call that was admitted last, so that the next one is admitted. */
  private void goOnWith(int calls) {
    for (var i = 1; i <= calls; i++) {
      var number = i;
      await().until(() -> admitted.size() == number);
      gate.leave(admitted.getLast());
    }
  }

  @Test
  void withOnePermitEveryLaneGetsOnByItsWeight() throws Exception {
    lease(1);
    assertThat(gate.enter(Lane.WORKFLOW, Duration.ZERO)).isTrue();
    queue(Lane.INTERACTIVE, 60);
    queue(Lane.WORKFLOW, 60);
    queue(Lane.BACKFILL, 60);

    gate.leave(Lane.WORKFLOW);
    goOnWith(42);

    var counts = new EnumMap<Lane, Integer>(Lane.class);
    List.copyOf(admitted).subList(0, 42).forEach(lane -> counts.merge(lane, 1, Integer::sum));
    assertThat(counts.get(Lane.INTERACTIVE)).isBetween(30, 34);
    assertThat(counts.get(Lane.WORKFLOW)).isBetween(7, 10);
    assertThat(counts.get(Lane.BACKFILL)).isBetween(2, 3);
  }

  @Test
  void aPersonsCallIsNextHoweverLongTheBackfillWaits() throws Exception {
    lease(2);
    assertThat(gate.enter(Lane.BACKFILL, Duration.ZERO)).isTrue();
    queue(Lane.BACKFILL, 20);
    gate.leave(Lane.BACKFILL);
    goOnWith(3);
    await().until(() -> admitted.size() == 4);

    assertThat(gate.enter(Lane.INTERACTIVE, Duration.ZERO))
        .as("a backfill leaves the last free permit")
        .isTrue();
    queue(Lane.INTERACTIVE, 1);
    gate.leave(admitted.getLast());
    await().until(() -> admitted.size() == 5);
    assertThat(admitted.getLast()).isEqualTo(Lane.INTERACTIVE);
  }

  @Test
  void noCallBeginsOnceTheLeaseIsOut() throws Exception {
    lease(3);
    nanos.addAndGet(LONG.toNanos() + 1);

    assertThat(gate.enter(Lane.INTERACTIVE, Duration.ZERO)).isFalse();
    lease(3);
    assertThat(gate.enter(Lane.INTERACTIVE, Duration.ZERO)).isTrue();
  }

  @Test
  void whileThereIsAPauseNobodyCallsAndAfterwardsThoseWhoWaited() throws Exception {
    lease(3);
    gate.pauseUntil(nanos.get() + 1000);
    queue(Lane.WORKFLOW, 2);
    assertThat(gate.enter(Lane.INTERACTIVE, Duration.ZERO)).isFalse();

    nanos.addAndGet(1000);
    gate.admit();
    await().until(() -> admitted.size() == 2);
  }

  @Test
  void aShrunkLeaseKeepsWhatIsUnderWayAndAdmitsNothingNew() throws Exception {
    lease(3);
    for (var i = 0; i < 3; i++) {
      assertThat(gate.enter(Lane.WORKFLOW, Duration.ZERO)).isTrue();
    }

    assertThat(gate.shrinkTo(1)).isEqualTo(3);
    gate.leave(Lane.WORKFLOW);
    gate.leave(Lane.WORKFLOW);
    assertThat(gate.enter(Lane.WORKFLOW, Duration.ZERO)).isFalse();
    assertThat(gate.shrinkTo(1)).isEqualTo(1);
  }

  @Test
  void aTokenOfTheRateIsGoodForOneCallAndALaneMayUseThoseBelowIt() throws Exception {
    var rated = new Gate(true, nanos::get);
    rated.renewed(10, nanos.get() + LONG.toNanos());
    rated.tokens(Map.of(Lane.WORKFLOW, 2), nanos.get() + 1000);

    assertThat(rated.enter(Lane.BACKFILL, Duration.ZERO)).isFalse();
    assertThat(rated.enter(Lane.INTERACTIVE, Duration.ZERO)).isTrue();
    assertThat(rated.enter(Lane.WORKFLOW, Duration.ZERO)).isTrue();
    assertThat(rated.enter(Lane.INTERACTIVE, Duration.ZERO)).isFalse();
  }

  @Test
  void anOldTokenIsGoodForNothing() throws Exception {
    var rated = new Gate(true, nanos::get);
    rated.renewed(10, nanos.get() + LONG.toNanos());
    rated.tokens(Map.of(Lane.INTERACTIVE, 2), nanos.get() + 1000);
    nanos.addAndGet(1001);

    assertThat(rated.enter(Lane.INTERACTIVE, Duration.ZERO)).isFalse();
  }
}
