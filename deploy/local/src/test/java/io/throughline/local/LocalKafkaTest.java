package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  @TempDir Path data;

  @Test
  void aPortThatSomebodyTookIsOneClearErrorAndNotTheEndOfTheProcess() throws Exception {
    try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var free = Ports.free();
      assertThatThrownBy(() -> LocalKafka.start(data, free.kafka(), somebody.getLocalPort()))
          .isInstanceOf(LocalRunRefused.class)
          .hasMessageStartingWith("Kafka did not start on port " + free.kafka());
    }
  }
}
