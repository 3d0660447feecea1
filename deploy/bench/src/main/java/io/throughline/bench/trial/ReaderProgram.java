package io.throughline.bench.trial;

import io.throughline.command.eventstore.EventStoreModule;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.proof.EventHash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Another node, whose processor reads while others write. It prints {@code E} for each event that
 * does not follow its predecessor by one, and now and then {@code R index hash}, where the hash is
 * over the ids of all events so far.
 */
public final class ReaderProgram {
  static final int EVERY = 1_000;

  private ReaderProgram() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EventStoreModule.class, Counting.class})
  static class Wiring {
    @Bean
    EventFormat eventFormat() {
      return new EventFormat();
    }
  }

  /** Sees each event once and in order, or says so. */
  @ProcessingGroup("counting")
  static class Counting {
    private long last;
    private byte[] seen = EventHash.beforeTheFirst();

    @EventHandler
    void on(Event event, EventMessage<?> message, TrackingToken token) {
      var index = ((GlobalSequenceTrackingToken) token).getGlobalIndex();
      if (index != last + 1) {
        System.out.println("E " + index + " after " + last);
      }
      last = index;
      seen = next(seen, message.getIdentifier());
      if (index % EVERY == 0) {
        System.out.println("R " + index + " " + HexFormat.of().formatHex(seen));
      }
    }
  }

  /** The hash over the ids so far, with one more. */
  static byte[] next(byte[] seen, String eventId) {
    return EventHash.link(seen, 0, 0, eventId.getBytes(StandardCharsets.US_ASCII));
  }

  /** Arguments: url, user, owner of the tables. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=command-side")
        .run(
            "--spring.datasource.url=" + arguments[0],
            "--spring.datasource.username=" + arguments[1],
            "--spring.datasource.hikari.maximum-pool-size=10",
            "--spring.flyway.user=" + arguments[2],
            "--logging.level.root=off");
  }
}
