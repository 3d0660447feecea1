package io.throughline.bench.query;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Slices;
import java.util.List;
import java.util.Map;

/** A node of the query side, reduced to one slice at work; it ends with its input, or is killed. */
final class NodeProgram {
  private NodeProgram() {}

  /**
   * @param arguments the store's URI, Kafka's servers
   */
  public static void main(String[] arguments) throws Exception {
    try (var mongo = MongoClients.create(arguments[0])) {
      var slices =
          Slices.of(
              List.of(new OrderDetailsProjection()),
              mongo,
              Map.of(
                  "bootstrap.servers", arguments[1],
                  "session.timeout.ms", 6000, // a killed one is missed soon
                  "heartbeat.interval.ms", 500),
              new EventFormat(),
              new SimpleMeterRegistry());
      slices.start();
      while (System.in.read() >= 0) {
        // whoever started it says nothing
      }
      slices.stop();
    }
  }
}
