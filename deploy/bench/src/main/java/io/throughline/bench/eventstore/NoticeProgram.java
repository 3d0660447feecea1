package io.throughline.bench.eventstore;

import io.throughline.command.eventstore.EventStoreModule;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.format.EventFormat;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Prints the number of each order that its processor sees. */
public final class NoticeProgram {
  private NoticeProgram() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EventStoreModule.class, Printing.class})
  static class Wiring {
    @Bean
    EventFormat eventFormat() {
      return new EventFormat();
    }
  }

  /** The processor's handler. */
  @ProcessingGroup("printing")
  static class Printing {
    @EventHandler
    void on(OrderSubmitted submitted) {
      System.out.println(submitted.orderId());
    }
  }

  /** Argument: url. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=command-side")
        .run(
            "--spring.datasource.url=" + arguments[0],
            "--spring.datasource.username=" + Server.APPLICATION,
            "--spring.datasource.hikari.maximum-pool-size=10",
            "--spring.flyway.user=" + Server.OWNER,
            "--logging.level.root=off");
  }
}
