package io.throughline.bench.query;

import com.mongodb.client.MongoClients;
import com.sun.management.GarbageCollectionNotificationInfo;
import io.throughline.kernel.format.EventFormat;
import io.throughline.query.orderdetails.OrderDetailsProjection;
import io.throughline.query.projection.Rehearsal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Rebuilds in a heap of its own, once for each line it reads: {@code fold}, {@code single N},
 * {@code raw}. It answers with {@code events documents seconds bytes}, the last being the most that
 * was alive after any collection of garbage.
 */
final class RebuildProgram {
  private RebuildProgram() {}

  /**
   * @param arguments the store's URI, Kafka's servers
   */
  public static void main(String[] arguments) throws Exception {
    var peak = watchHeap();
    try (var mongo = MongoClients.create(arguments[0]);
        var rehearsal =
            new Rehearsal<>(
                new OrderDetailsProjection(),
                mongo,
                Map.of("bootstrap.servers", arguments[1]),
                new EventFormat());
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        peak.set(0);
        var done =
            switch (line) {
              case "fold" -> rehearsal.fold();
              case "raw" -> rehearsal.writeFinished();
              default ->
                  rehearsal.foldOneByOne(Integer.parseInt(line.substring("single ".length())));
            };
        System.out.println(
            done.events() + " " + done.documents() + " " + done.seconds() + " " + peak.get());
      }
    }
  }

  private static AtomicLong watchHeap() {
    var peak = new AtomicLong();
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> {
                var after =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .entrySet()
                        .stream()
                        .filter(pool -> isHeap(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum();
                peak.accumulateAndGet(after, Math::max);
              },
              null,
              null);
    }
    return peak;
  }

  private static boolean isHeap(String pool) {
    return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Tenured");
  }
}
