package io.throughline.bench.eventstore;

import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.PendingAnswer;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command side's own event store; each command comes with an Idempotency-Key whose answer is
 * kept.
 */
final class OurEngine implements Engine {
  static final String NAME = "throughline";

  private static final byte[] ANSWER =
      "{\"orderId\":\"SO-10248\",\"status\":\"SUBMITTED\"}".getBytes(StandardCharsets.UTF_8);

  private final String name;
  private final Wire wire;
  private final ConfigurableApplicationContext context;
  private final CommandGateway commands;
  private final Cache cache;
  private final AtomicLong keys = new AtomicLong();

  OurEngine(String url) {
    this(NAME, url, new EventFormat());
  }

  private OurEngine(String name, String url, EventFormat format) {
    this.name = name;
    wire = new Wire(url, Server.APPLICATION);
    context = OurContext.start(url, Sale.class, wire, format);
    commands = context.getBean(CommandGateway.class);
    cache = context.getBean(Cache.class);
  }

  /** It seals personal texts too, which no peer does. */
  static OurEngine sealing(String url) {
    return new OurEngine(NAME + ", sealing", url, new EventFormat(new HeldKeys()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  private void send(Object command) {
    var number = keys.incrementAndGet();
    var answer =
        new KeptAnswer(
            new CommandKey("sales", "3f1c9c0e-7a52-4a52-9c1b-" + number),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            202,
            "/api/v1/orders/SO-10248",
            "application/json",
            ANSWER,
            Instant.now());
    commands.sendAndWait(
        new GenericCommandMessage<>(
            command, Map.of(PendingAnswer.METADATA, new PendingAnswer(answer))));
  }

  @Override
  public void create(String order) {
    send(new Sale.Open("order/" + order));
  }

  @Override
  public void update(String order) {
    send(new Sale.Touch("order/" + order));
  }

  @Override
  public void prepare(List<String> orders, int events) {
    var store = context.getBean(EventStore.class);
    orders.parallelStream()
        .forEach(
            order -> {
              Histories.write(order, events, store::publish);
              if (events >= Histories.EVENTS_TO_A_SNAPSHOT) {
                store.storeSnapshot(Histories.snapshot(order, events));
              }
            });
  }

  @Override
  public void forget(String order) {
    cache.remove("order/" + order);
  }

  @Override
  public void close() {
    context.close();
  }
}
