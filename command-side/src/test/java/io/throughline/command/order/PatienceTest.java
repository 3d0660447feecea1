package io.throughline.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void aPreferenceToWaitIsHonouredUpToHalfAMinute() {
    assertThat(Patience.of("wait=5").duration()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Patience.of("respond-async, wait=9999").duration())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(Patience.of("return=minimal; wait=\"7\"").duration())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void whatIsNotUnderstoodIsNotHonoured() {
    assertThat(Patience.of(null).isGiven()).isFalse();
    assertThat(Patience.of("await=5").isGiven()).isFalse();
    assertThat(Patience.of("wait=soon").isGiven()).isFalse();
  }
}
