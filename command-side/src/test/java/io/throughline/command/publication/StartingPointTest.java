package io.throughline.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StartingPointTest {
  private static final Position PUBLISHED = new Position(100, "topic", Map.of(0, 60L, 1, 40L));

  @Test
  void itGoesOnWhereItStopped() {
    assertThat(
            StartingPoint.of(
                PUBLISHED, "topic", Map.of(0, 60L, 1, 40L), Map.of(0, 100L, 1, 99L), 120))
        .isEqualTo(100);
  }

  @Test
  void whatWasSentAndNotNotedIsSentAgain() {
    assertThat(
            StartingPoint.of(
                PUBLISHED, "topic", Map.of(0, 61L, 1, 45L), Map.of(0, 101L, 1, 106L), 120))
        .isEqualTo(100);
  }

  @Test
  void aNewTopicGetsEverything() {
    assertThat(
            StartingPoint.of(PUBLISHED, "another", Map.of(0, 0L, 1, 0L), Map.of(0, 0L, 1, 0L), 120))
        .isZero();
  }

  @Test
  void aPartitionThatLostItsEndIsFilledFromBeforeTheLoss() {
    assertThat(
            StartingPoint.of(
                PUBLISHED, "topic", Map.of(0, 60L, 1, 12L), Map.of(0, 100L, 1, 31L), 120))
        .isEqualTo(31);
    assertThat(
            StartingPoint.of(
                PUBLISHED, "topic", Map.of(0, 60L, 1, 0L), Map.of(0, 100L, 1, 0L), 120))
        .isZero();
  }

  @Test
  void aTopicThatKnowsMoreThanTheLogStopsEverything() {
    assertThatThrownBy(
            () ->
                StartingPoint.of(
                    PUBLISHED, "topic", Map.of(0, 60L, 1, 40L), Map.of(0, 100L, 1, 99L), 90))
        .isInstanceOf(KafkaAheadOfLog.class)
        .hasMessageContaining("up to 100")
        .hasMessageContaining("ends at 90");
  }
}
