package io.throughline.bench.eventstore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon's own JDBC engine as its auto-configuration for Spring would wire it: a transaction for each
 * command, Jackson, the same kind of aggregate cache and as many events to a snapshot as ours.
 */
final class StockEngine implements Engine {
  static final String NAME = "axon-jdbc";

  private final Wire wire;
  private final HikariDataSource dataSource;
  private final Cache cache;
  private final TransactionManager transactions;
  private final EventStorageEngine engine;
  private final Configuration axon;
  private final CommandGateway commands;

  StockEngine(String url, Cache cache) {
    this.cache = cache;
    wire = new Wire(url, Server.OWNER);
    dataSource = wire.pool();
    transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    var serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    engine = engine(serializer);
    axon = configuration(serializer).start();
    commands = axon.commandGateway();
  }

  private EventStorageEngine engine(Serializer serializer) {
    var jdbc =
        JdbcEventStorageEngine.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(dataSource)))
            .transactionManager(transactions)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .persistenceExceptionResolver(new UniqueViolations())
            .build();
    transactions.executeInTransaction(() -> jdbc.createSchema(PostgresEventTableFactory.INSTANCE));
    return jdbc;
  }

  private org.axonframework.config.Configurer configuration(Serializer serializer) {
    return DefaultConfigurer.defaultConfiguration(false)
        .configureSerializer(_ -> serializer)
        .configureTransactionManager(_ -> transactions)
        .configureCommandBus(_ -> commandBus())
        .configureEventStore(_ -> EmbeddedEventStore.builder().storageEngine(engine).build())
        .configureAggregate(
            AggregateConfigurer.defaultConfiguration(Sale.class)
                .configureCache(_ -> cache)
                .configureSnapshotTrigger(
                    axon ->
                        new EventCountSnapshotTriggerDefinition(
                            axon.snapshotter(), Histories.EVENTS_TO_A_SNAPSHOT)));
  }

  private CommandBus commandBus() {
    var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(List.of(new MessageOriginProvider())));
    return bus;
  }

  /** Its own default knows other databases' codes only. */
  private static final class UniqueViolations extends JdbcSQLErrorCodesResolver {
    @Override
    public boolean isDuplicateKeyViolation(Exception failure) {
      return failure instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState())
          || super.isDuplicateKeyViolation(failure);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public void create(String order) {
    commands.sendAndWait(new Sale.Open("order/" + order));
  }

  @Override
  public void update(String order) {
    commands.sendAndWait(new Sale.Touch("order/" + order));
  }

  /** Long histories are copied within the database: the engine itself would take minutes. */
  @Override
  public void prepare(List<String> orders, int events) {
    if (events < Histories.EVENTS_TO_A_SNAPSHOT) {
      orders.parallelStream().forEach(order -> write(order, events));
    } else {
      var first = orders.getFirst();
      write(first, events);
      orders.stream().skip(1).forEach(order -> copy(first, order));
      orders.forEach(
          order ->
              transactions.executeInTransaction(
                  () -> engine.storeSnapshot(Histories.snapshot(order, events))));
    }
  }

  private void write(String order, int events) {
    Histories.write(
        order, events, some -> transactions.executeInTransaction(() -> engine.appendEvents(some)));
  }

  private void copy(String from, String to) {
    new JdbcTemplate(dataSource)
        .update(
            """
            insert into domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload,
                                          payloadrevision, payloadtype, timestamp)
            select ?, sequencenumber, type, uuidv7()::text, metadata,
                   convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8'), payloadrevision, payloadtype,
                   timestamp
            from domainevententry where aggregateidentifier = ? order by sequencenumber
            """,
            "order/" + to,
            from,
            to,
            "order/" + from);
  }

  @Override
  public void forget(String order) {
    cache.remove("order/" + order);
  }

  @Override
  public void close() {
    axon.shutdown();
    dataSource.close();
  }
}
