package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aPortThatIsTakenIsReplacedByAFreeOne() throws IOException {
    try (var somebody = new ServerSocket(0)) {
      var taken = somebody.getLocalPort();
      var ports = new Ports(taken, taken, 0, 0, 0, 0, 0).orFree();
      assertThat(ports.command()).isNotEqualTo(taken);
      assertThat(ports.query()).isNotEqualTo(taken);
      assertThat(ports.moved()).containsEntry(8080, ports.command());
    }
  }

  @Test
  void twoRunsThatStartAtOnceNeverChooseTheSamePort() {
    var first = Ports.usualOrFree();
    var second = Ports.usualOrFree(); // although nobody listens on the first one's yet
    assertThat(second.moved()).hasSize(6);
    assertThat(second.command()).isNotEqualTo(first.command());
  }

  @Test
  void freePortsDiffer() {
    var ports = Ports.free();
    var all =
        IntStream.of(
            ports.command(),
            ports.query(),
            ports.simulators(),
            ports.postgres(),
            ports.kafka(),
            ports.kafkaController(),
            ports.mongo());
    assertThat(all.distinct().count()).isEqualTo(7);
  }
}
