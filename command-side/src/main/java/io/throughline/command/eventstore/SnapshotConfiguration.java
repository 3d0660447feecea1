package io.throughline.command.eventstore;

import io.throughline.kernel.format.EventFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes a snapshot of an aggregate each {@link #EVENTS} events, beside the commands. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
  static final int EVENTS = 50;

  @Bean
  Snapshots snapshots(JdbcTemplate jdbc, ApplicationContext context, EventFormat format) {
    var aggregates =
        Stream.of(context.getBeanNamesForAnnotation(Aggregate.class))
            .<Class<?>>map(name -> Objects.requireNonNull(context.getType(name)))
            .collect(Collectors.toMap(SnapshotConfiguration::nameOf, Function.identity()));
    return new Snapshots(jdbc, new SnapshotFormat(Map.copyOf(aggregates)), format);
  }

  private static String nameOf(Class<?> aggregate) {
    return Objects.requireNonNull(aggregate.getAnnotation(Aggregate.class)).type();
  }

  /**
   * One thread, behind the commands. The snapshotter asks for one snapshot of an aggregate at a
   * time, so that no more can queue up than there are aggregates at work; none may be dropped, for
   * it would wait for that one ever after.
   */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService snapshotThread() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("snapshots").daemon().factory());
  }

  @Bean
  Snapshotter snapshotter(
      ObjectProvider<org.axonframework.config.Configuration> axon,
      EventStore events,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers,
      ExecutorService snapshotThread) {
    return SpringAggregateSnapshotter.builder()
        .repositoryProvider(
            new RepositoryProvider() {
              @Override
              public <T> Repository<T> repositoryFor(Class<T> type) {
                return axon.getObject().repository(type);
              }
            })
        .transactionManager(NoTransactionManager.instance())
        .eventStore(events)
        .parameterResolverFactory(parameters)
        .handlerDefinition(handlers)
        .executor(snapshotThread)
        .build();
  }

  @Bean
  SnapshotTriggerDefinition snapshotEachFewEvents(Snapshotter snapshotter) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS);
  }
}
