package io.throughline.bench.proof;

import io.throughline.kernel.proof.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Events as long as an order's usually are, from a seed. */
final class MadeEvents {
  private static final long EPOCH = 1_767_225_600_000_000L;
  private static final int EVENTS_OF_AN_AGGREGATE = 20;
  private static final String[] NAMES = {
    "order.submitted.v1", "order.accepted.v1", "order.shipped.v1", "fulfilment.step-requested.v1"
  };

  private final long seed;

  MadeEvents(long seed) {
    this.seed = seed;
  }

  /** The same index gives the same event. */
  LoggedEvent event(long index) {
    var random = new Random(seed * 1_000_003 + index);
    var order = "NW-" + index / EVENTS_OF_AN_AGGREGATE;
    return new LoggedEvent(
        index,
        EPOCH + index * 997,
        "order",
        order,
        index % EVENTS_OF_AN_AGGREGATE,
        new UUID(random.nextLong(), random.nextLong()),
        NAMES[random.nextInt(NAMES.length)],
        json("{\"orderId\":\"" + order + "\",\"lines\":\"", 300 + random.nextInt(200), random),
        json("{\"actor\":\"demo\",\"traceparent\":\"", 150, random),
        EPOCH + index * 1_009 - random.nextInt(1_000_000));
  }

  private static byte[] json(String start, int length, Random random) {
    var text = new StringBuilder(start);
    while (text.length() < length) {
      text.append(Long.toHexString(random.nextLong()));
    }
    return text.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
