package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import io.throughline.command.eventstore.EventStoreModule;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A processor that begins anew and reads the whole log, as the command side's own do. */
final class Replay implements Contender, AutoCloseable {
  static final Metric RATE = new Metric("replay", "events/s", true);

  private final ConfigurableApplicationContext context;
  private final long events;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EventStoreModule.class, Handler.class})
  static class Wiring {
    @Bean
    EventFormat eventFormat() {
      return new EventFormat();
    }
  }

  /** Looks at each event and counts down. */
  @ProcessingGroup("replay")
  static class Handler {
    private volatile CountDownLatch left = new CountDownLatch(0);

    @EventHandler
    void on(Event event) {
      if (event.at() != null) {
        left.countDown();
      }
    }
  }

  Replay(String url, long events) {
    this.events = events;
    this.context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=command-side")
            .run(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + Server.APPLICATION,
                "--spring.flyway.user=" + Server.OWNER,
                "--logging.level.root=warn");
  }

  @Override
  public String name() {
    return "throughline";
  }

  @Override
  public Map<Metric, Double> round() throws Exception {
    var processor =
        context
            .getBean(EventProcessingConfiguration.class)
            .eventProcessor("replay", StreamingEventProcessor.class)
            .orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    var left = new CountDownLatch(Math.toIntExact(events));
    context.getBean(Handler.class).left = left;
    var begun = System.nanoTime();
    processor.start();
    left.await();
    return Map.of(RATE, events / ((System.nanoTime() - begun) / 1e9));
  }

  @Override
  public void close() {
    context.close();
  }
}
