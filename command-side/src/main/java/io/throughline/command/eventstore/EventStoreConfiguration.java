package io.throughline.command.eventstore;

import io.throughline.kernel.format.EventFormat;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The event store and what reads it. Flyway has made the tables before. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
  private final EventFormat format;
  private final Metadata metadata = new Metadata();

  EventStoreConfiguration(EventFormat format) {
    this.format = format;
  }

  @Bean
  @DependsOn("flywayInitializer")
  PostgresEventLog eventLog(JdbcTemplate jdbc, DataSource dataSource) {
    Durability.require(dataSource);
    Privileges.require(dataSource);
    return new PostgresEventLog(jdbc, format, metadata);
  }

  @Bean(destroyMethod = "close")
  LogSignal logSignal(DataSource dataSource) {
    return new LogSignal(dataSource);
  }

  @Bean(destroyMethod = "close")
  Appender appender(DataSource dataSource, LogSignal signal) {
    return new Appender(dataSource, InstantSource.system(), signal::raise);
  }

  @Bean
  KeptAnswers keptAnswers(JdbcTemplate jdbc, Appender appender) {
    return new KeptAnswers(jdbc, appender);
  }

  @Bean
  DeadLetters deadLetters(
      JdbcTemplate jdbc,
      PostgresEventLog log,
      ObjectProvider<org.axonframework.config.Configuration> axon) {
    return new DeadLetters(jdbc, log, axon);
  }

  @Bean
  EventStore eventStore(PostgresEventLog log, Appender appender, Snapshots snapshots) {
    return EmbeddedEventStore.builder()
        .storageEngine(new LogEngine(log, appender, snapshots, format, metadata))
        .optimizeEventConsumption(false)
        .build();
  }

  @Bean
  LogSource logSource(PostgresEventLog log, LogSignal signal) {
    return new LogSource(log, signal);
  }

  @Bean
  Cache aggregateCache() {
    return new AggregateCache();
  }
}
