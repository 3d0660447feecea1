package io.throughline.command.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.command.platform.Traces;
import io.throughline.command.platform.breaker.BreakerSettings;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.budget.Budgets;
import io.throughline.command.platform.maintenance.Maintenance;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakerSettings.class)
class OutsideConfiguration {

  /** A node that starts anew is another one: what its predecessor began may be under way still. */
  @Bean(destroyMethod = "close")
  Budgets budgets(DataSource dataSource) {
    return new Budgets(dataSource, UUID.randomUUID().toString());
  }

  @Bean
  Breakers breakers(BreakerSettings settings) {
    return new Breakers(settings);
  }

  @Bean
  OutsideCalls outsideCalls(
      Budgets budgets,
      Breakers breakers,
      Maintenance maintenance,
      Traces traces,
      MeterRegistry meters) {
    return new OutsideCalls(budgets, breakers, maintenance, traces, new OutsideMeters(meters));
  }
}
