package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderlist.OrderListProjection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SlicesTest {

  /** A thread that goes on would keep the node from ending. */
  @Test
  void aNodeStopsWhollyThoughKafkaDoesNotAnswer() {
    var server = new MongoServer(new MemoryBackend());
    try (var mongo = MongoClients.create(server.bindAndGetConnectionString())) {
      var before = threads().toList();
      var slices =
          Slices.of(
              List.of(new OrderListProjection()),
              mongo,
              Map.of("bootstrap.servers", "localhost:1"),
              new EventFormat(),
              new SimpleMeterRegistry());
      slices.start();
      Awaitility.await()
          .until(() -> ours(before).anyMatch(it -> it.getName().startsWith("throughline-")));

      slices.stop();

      assertThat(ours(before)).isEmpty();
    } finally {
      server.shutdownNow();
    }
  }

  private static Stream<Thread> ours(List<Thread> before) {
    return threads()
        .filter(it -> !before.contains(it))
        .filter(
            it -> it.getName().startsWith("throughline-") || it.getName().startsWith("slices-"));
  }

  private static Stream<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive);
  }
}
