package io.throughline.bench.eventstore;

import io.throughline.command.eventstore.CommandKey;
import io.throughline.command.eventstore.EventStoreModule;
import io.throughline.command.eventstore.KeptAnswer;
import io.throughline.command.eventstore.PendingAnswer;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The command side's own event store, wired by Spring as there; each command comes with an
 * Idempotency-Key whose answer is kept.
 */
final class OurEngine implements Engine {
  private static final byte[] ANSWER =
      "{\"orderId\":\"SO-10248\",\"status\":\"SUBMITTED\"}".getBytes(StandardCharsets.UTF_8);

  private final ConfigurableApplicationContext context;
  private final CommandGateway commands;
  private final AtomicLong keys = new AtomicLong();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EventStoreModule.class, Sale.class})
  static class Wiring {
    @Bean
    EventFormat eventFormat() {
      return new EventFormat();
    }
  }

  OurEngine(String url) {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=command-side")
            .run(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + Server.APPLICATION,
                "--spring.datasource.hikari.maximum-pool-size=" + Server.CONNECTIONS,
                "--spring.flyway.user=" + Server.OWNER,
                "--logging.level.root=warn");
    commands = context.getBean(CommandGateway.class);
  }

  @Override
  public String name() {
    return "throughline";
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
  public void prepare(String order, int events) {
    var store = context.getBean(EventStore.class);
    var batch = new ArrayList<DomainEventMessage<?>>();
    for (var sequence = 0; sequence < events; sequence++) {
      var payload = sequence == 0 ? Sale.submitted(order) : Sale.touched(order);
      batch.add(new GenericDomainEventMessage<>("order", "order/" + order, sequence, payload));
      if (batch.size() == 500 || sequence == events - 1) {
        store.publish(batch);
        batch.clear();
      }
    }
  }

  @Override
  public void forget() {
    context.getBean(Cache.class).removeAll();
  }

  @Override
  public void close() {
    context.close();
  }
}
