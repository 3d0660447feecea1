package io.throughline.bench.eventstore;

import io.throughline.bench.harness.Contender;
import io.throughline.bench.harness.Metric;
import io.throughline.kernel.event.Event;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/** A processor that begins anew and reads the whole log, as the command side's own do. */
final class Replay implements Contender, AutoCloseable {
  static final Metric RATE = new Metric("replay", "events/s", true);

  private final ConfigurableApplicationContext context;
  private final long events;

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
    this.context = OurContext.start(url, Handler.class);
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
