package io.throughline.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final int CALLS = 20_000;

  /** What three tries of each call meet, by call. */
  private static List<List<Optional<Fault>>> tries(Faults faults, List<Integer> calls) {
    var met = new ArrayList<List<Optional<Fault>>>();
    IntStream.range(0, calls.size()).forEach(_ -> met.add(new ArrayList<>()));
    for (var attempt = 0; attempt < 3; attempt++) {
      for (var call : calls) {
        met.get(call).add(faults.next("PUT order " + call, true));
      }
    }
    return met;
  }

  @Test
  void aCallMeetsTheSameFaultsWheneverItComes() {
    var calls = IntStream.range(0, 500).boxed().toList();

    assertThat(tries(new Faults(42, 0.2), calls))
        .isEqualTo(tries(new Faults(42, 0.2), calls.reversed()));
  }

  @Test
  void anotherSeedIsAnotherRun() {
    var calls = IntStream.range(0, 500).boxed().toList();

    assertThat(tries(new Faults(42, 0.2), calls)).isNotEqualTo(tries(new Faults(43, 0.2), calls));
  }

  @Test
  void theRateIsTheShareOfCallsAndAllKindsHaveAboutTheSame() {
    var faults = new Faults(1, 0.2);

    IntStream.range(0, CALLS).forEach(call -> faults.next("GET " + call, true));

    assertThat(faults.injected()).hasSize(Fault.values().length);
    assertThat(faults.injected().values())
        .allSatisfy(
            count -> assertThat(count).isCloseTo(CALLS / 25, Percentage.withPercentage(12)));
  }

  @Test
  void aConnectionThatMayNotBreakDoesNot() {
    var faults = new Faults(1, 0.5);

    IntStream.range(0, CALLS).forEach(call -> faults.next("GET " + call, false));

    assertThat(faults.injected())
        .containsEntry("dropped_before", 0)
        .containsEntry("dropped_after", 0)
        .hasEntrySatisfying("server_error", count -> assertThat(count).isPositive());
  }

  @Test
  void aPlannedFaultMeetsTheNextCallOfItsKindOnce() {
    var faults = new Faults(1, 0);
    faults.plan("PUT /order", Fault.SLOW);

    assertThat(faults.next("GET /order/1 0", true)).isEmpty();
    assertThat(faults.next("PUT /order/1 0", true)).contains(Fault.SLOW);
    assertThat(faults.next("PUT /order/1 0", true)).isEmpty();
    assertThat(faults.injected()).containsEntry("slow", 1);
  }

  @Test
  void withoutARateNothingHappens() {
    var faults = new Faults(1, 0);

    assertThat(IntStream.range(0, CALLS).mapToObj(call -> faults.next("GET " + call, true)))
        .allMatch(Optional::isEmpty);
  }
}
