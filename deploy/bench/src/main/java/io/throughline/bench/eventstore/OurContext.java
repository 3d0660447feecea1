package io.throughline.bench.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.throughline.command.eventstore.EventStoreModule;
import io.throughline.kernel.format.EventFormat;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side's event store and Axon, wired by Spring and set up as there. */
final class OurContext {
  private OurContext() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(EventStoreModule.class)
  static class Wiring {}

  /** Has the pool take its connections from a wire that watches them. */
  private record Watching(Wire wire) implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof HikariDataSource pool) {
        pool.setDataSource(wire);
      }
      return bean;
    }
  }

  /**
   * @param more the aggregate, or a processor's handler
   */
  static ConfigurableApplicationContext start(String url, Class<?> more) {
    return start(url, more, new Wire(url, Server.APPLICATION), new EventFormat());
  }

  static ConfigurableApplicationContext start(
      String url, Class<?> more, Wire wire, EventFormat format) {
    return new SpringApplicationBuilder(Wiring.class, more)
        .web(WebApplicationType.NONE)
        .initializers(
            context -> {
              context.getBeanFactory().registerSingleton("eventFormat", format);
              context.getBeanFactory().addBeanPostProcessor(new Watching(wire));
            })
        .properties("spring.config.name=command-side")
        .run(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + Server.APPLICATION,
            "--spring.datasource.hikari.maximum-pool-size=" + Server.CONNECTIONS,
            "--spring.flyway.user=" + Server.OWNER,
            "--logging.level.root=warn");
  }
}
