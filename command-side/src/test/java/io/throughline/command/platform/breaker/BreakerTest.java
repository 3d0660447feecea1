package io.throughline.command.platform.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final BreakerSettings USUAL = BreakerSettings.usual();
  private static final Duration SOON = USUAL.probeAtLeastEvery().multipliedBy(2);

  private final Breaker breaker = new Breakers(USUAL).of("erp");

  private Duration heldFor(Lane lane) {
    return CallScope.within(lane, () -> catchThrowableOfType(CallHeld.class, () -> breaker.admit()))
        .retryIn();
  }

  private Stream<Duration> heldFor(Lane lane, int calls) {
    return IntStream.range(0, calls).mapToObj(_ -> heldFor(lane));
  }

  @Test
  void peopleWhoAskInAnOutageDoNotKeepTasksFromProbing() {
    for (var call = 0; call < USUAL.atLeast(); call++) {
      breaker.admit();
      breaker.failed(1, "no answer");
    }
    assertThat(breaker.isOpen()).isTrue();

    assertThat(heldFor(Lane.INTERACTIVE, 10)).allSatisfy(it -> assertThat(it).isLessThan(SOON));

    assertThat(heldFor(Lane.WORKFLOW, USUAL.probes()))
        .allSatisfy(it -> assertThat(it).isLessThan(SOON));
    assertThat(heldFor(Lane.WORKFLOW)).isGreaterThan(SOON);
  }
}
