package io.throughline.command.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.platform.budget.Shares.Want;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static Want want(String node, int interactive, int workflow, int backfill) {
    return new Want(
        node,
        Map.of(Lane.INTERACTIVE, interactive, Lane.WORKFLOW, workflow, Lane.BACKFILL, backfill));
  }

  @Test
  void whoeverIsAloneHasEverything() {
    assertThat(Shares.of(15, List.of(want("a", 0, 0, 0)))).containsEntry("a", 15);
  }

  @Test
  void equalWantsGetEqualShares() {
    assertThat(Shares.of(10, List.of(want("a", 0, 50, 0), want("b", 0, 50, 0))))
        .containsEntry("a", 5)
        .containsEntry("b", 5);
  }

  @Test
  void anIdleNodeKeepsOnePermitForItsNextCall() {
    assertThat(Shares.of(15, List.of(want("a", 0, 50, 0), want("b", 0, 0, 0))))
        .containsEntry("a", 14)
        .containsEntry("b", 1);
  }

  @Test
  void aPersonsCallsElsewhereComeBeforeABackfill() {
    assertThat(Shares.of(15, List.of(want("a", 0, 0, 90), want("b", 10, 0, 0))))
        .containsEntry("a", 5)
        .containsEntry("b", 10);
  }

  @Test
  void aBackfillIsNeverLeftWithoutAny() {
    assertThat(Shares.of(15, List.of(want("a", 0, 0, 90), want("b", 90, 90, 0))))
        .hasEntrySatisfying("a", permits -> assertThat(permits).isPositive());
  }

  @Test
  void withMoreNodesThanPermitsTheUrgentOnesHaveThem() {
    assertThat(Shares.of(1, List.of(want("a", 0, 5, 0), want("b", 1, 0, 0), want("c", 0, 0, 9))))
        .isEqualTo(Map.of("b", 1));
  }

  @Test
  void whateverIsWantedAllPermitsAreDividedAndNoneIsMadeUp() {
    var random = new Random(11);
    for (var i = 0; i < 500; i++) {
      var wants =
          IntStream.rangeClosed(1, 1 + random.nextInt(6))
              .mapToObj(
                  node ->
                      want("n" + node, random.nextInt(9), random.nextInt(40), random.nextInt(90)))
              .toList();
      var permits = 1 + random.nextInt(40);
      assertThat(Shares.of(permits, wants).values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(permits);
    }
  }
}
