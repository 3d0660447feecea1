package io.throughline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderlist.OrderListProjection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SlicesTest {

  /** A thread that goes on would keep the node from ending. */
  @Test
  void aNodeStopsWhollyThoughKafkaDoesNotAnswer() throws InterruptedException {
    var server = new MongoServer(new MemoryBackend());
    try (var mongo = MongoClients.create(server.bindAndGetConnectionString())) {
      var slices =
          Slices.of(
              List.of(new OrderListProjection()),
              mongo,
              Map.of("bootstrap.servers", "localhost:1"),
              new EventFormat(),
              new SimpleMeterRegistry());
      var node = new ThreadGroup("node"); // what a thread of it starts is in it, too
      var starter = new Thread(node, slices::start);
      starter.start();
      starter.join();
      Awaitility.await()
          .until(() -> staying(node).anyMatch(it -> it.getName().startsWith("throughline-")));

      slices.stop();

      assertThat(staying(node)).isEmpty();
    } finally {
      server.shutdownNow();
    }
  }

  private static Stream<Thread> staying(ThreadGroup node) {
    var threads = new Thread[2 * node.activeCount() + 10];
    return Arrays.stream(threads, 0, node.enumerate(threads))
        .filter(it -> !it.isDaemon() && it.isAlive());
  }
}
