package io.throughline.command.eventstore;

import io.throughline.kernel.format.EventFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

  /** One thread, and no long queue: a snapshot that is not taken now is taken later. */
  @Bean(destroyMethod = "shutdownNow")
  ThreadPoolExecutor snapshotThread() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(64),
        Thread.ofPlatform().name("snapshots").daemon().factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  @Bean
  Snapshotter snapshotter(
      ObjectProvider<org.axonframework.config.Configuration> axon,
      EventStore events,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers,
      ThreadPoolExecutor snapshotThread) {
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
