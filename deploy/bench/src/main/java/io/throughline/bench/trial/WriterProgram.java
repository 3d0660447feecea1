package io.throughline.bench.trial;

import io.throughline.command.eventstore.LogNode;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.format.EventFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A node whose clock is wrong and whose callers now and then append what conflicts. It ends when it
 * has appended its share, and prints {@code W events} as it goes.
 */
public final class WriterProgram {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");

  private WriterProgram() {}

  /** Arguments: url, user, name of the node, events, callers, seconds its clock is off, seed. */
  public static void main(String[] arguments) {
    var off = Duration.ofSeconds(Long.parseLong(arguments[5]));
    var left = new AtomicLong(Long.parseLong(arguments[3]));
    var dataSource = Database.pool(arguments[0], arguments[1]);
    try (var node = new LogNode(dataSource, new EventFormat(), () -> Instant.now().plus(off))) {
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var caller = 0; caller < Integer.parseInt(arguments[4]); caller++) {
          var name = arguments[2] + "-" + caller + "-";
          var random = new Random(Long.parseLong(arguments[6]) + caller);
          callers.execute(() -> append(node, name, random, left));
        }
      }
    }
    System.exit(0);
  }

  private static void append(LogNode node, String name, Random random, AtomicLong left) {
    for (var number = 0; left.get() > 0; number++) {
      var order = name + number;
      var events = events(order, 1 + random.nextInt(5));
      try {
        node.append("order/" + order, 0, events, Optional.empty());
        var remaining = left.addAndGet(-events.size());
        if (remaining / 1_000 != (remaining + events.size()) / 1_000) {
          System.out.println("W " + remaining);
        }
        if (random.nextInt(10) == 0) {
          node.append("order/" + order, 0, events, Optional.empty()); // refused: it is taken
          System.out.println("B " + order);
        }
      } catch (ConcurrencyException _) {
        // as it must be
      } catch (RuntimeException e) {
        System.out.println("U " + order); // whether it was appended is for the log to say
      }
    }
  }

  private static List<OrderEvent> events(String order, int count) {
    var events = new ArrayList<OrderEvent>();
    for (var i = 0; i < count; i++) {
      events.add(new OrderShipped(new OrderId(order), new CustomerId("C"), AT));
    }
    return events;
  }
}
