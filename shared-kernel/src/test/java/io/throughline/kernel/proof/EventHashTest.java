package io.throughline.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bytes that are hashed are pinned: whoever changes them breaks every log there is. */
class EventHashTest {
  private static final LoggedEvent FIRST =
      new LoggedEvent(
          1,
          1_767_225_600_000_001L,
          "order",
          "NW-1",
          0,
          UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
          "order.submitted.v1",
          "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
          "{}".getBytes(StandardCharsets.UTF_8),
          -1);

  @Test
  void theHashIsTheOneThatOtherLanguagesCompute() {
    assertThat(HexFormat.of().formatHex(FIRST.link(EventHash.beforeTheFirst())))
        .isEqualTo("336cfd0d33de5877ec0710443ad63455b8217321c5084be006887490300bf486");
  }

  @Test
  void microsecondsRoundTowardsThePast() {
    assertThat(EventHash.micros(Instant.parse("1969-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
    assertThat(EventHash.micros(Instant.parse("1970-01-01T00:00:00.000001999Z"))).isEqualTo(1);
  }
}
