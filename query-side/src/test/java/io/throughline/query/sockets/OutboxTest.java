package io.throughline.query.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Outbox outbox = new Outbox();

  @Test
  void nothingIsHandedOverBeforeTheLastIsOnTheWire() throws Exception {
    assertThat(outbox.awaitSent(SHORT)).isTrue();
    outbox.handOver();
    assertThat(outbox.awaitSent(SHORT)).isFalse();
    outbox.sent();
    assertThat(outbox.awaitSent(SHORT)).isTrue();
  }

  @Test
  void whoeverWaitsGoesOnWhenItIsSent() throws Exception {
    outbox.handOver();
    var sending = Thread.startVirtualThread(outbox::sent);
    assertThat(outbox.awaitSent(Duration.ofSeconds(20))).isTrue();
    sending.join();
  }
}
