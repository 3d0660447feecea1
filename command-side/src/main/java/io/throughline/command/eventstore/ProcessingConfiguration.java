package io.throughline.command.eventstore;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon's buses and processors. The command bus runs without a transaction, because the append is
 * the only durable effect of a command; processors run with Spring's, so that a token and what was
 * made of its events are one.
 */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {
  private static final int BATCH = 200;

  @Bean
  @Primary
  Serializer serializer() {
    return JacksonSerializer.builder()
        .objectMapper(new ObjectMapper().findAndRegisterModules())
        .build();
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  @Bean
  CommandBus commandBus(List<CorrelationDataProvider> correlation) {
    var bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.instance()).build();
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    bus.registerDispatchInterceptor(new OneAppend());
    return bus;
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
    return JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer).build();
  }

  /**
   * One segment: what is planned keeps the order of the log. An event that cannot be handled is
   * parked with what comes after it of the same aggregate; any other error stops the batch, which
   * is then tried again. When, a clock of their own says: Axon's is one for the whole JVM, and its
   * fixtures make it stand still.
   */
  @Bean
  ConfigurerModule processors(LogSource source, EventLog log, JdbcTemplate jdbc) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                processing
                    .usingPooledStreamingEventProcessors()
                    .configureDefaultStreamableMessageSource(_ -> source)
                    .registerDefaultListenerInvocationErrorHandler(
                        _ -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
                    .registerDeadLetterQueueProvider(
                        processor -> _ -> new DeadLetterQueue(jdbc, log, processor))
                    .registerDefaultDeadLetterPolicy(_ -> new DeadLetterPolicy())
                    .registerDefaultTransactionManager(
                        configuration -> configuration.getComponent(TransactionManager.class))
                    .registerPooledStreamingEventProcessorConfiguration(
                        (_, processor) ->
                            processor
                                .batchSize(BATCH)
                                .clock(Clock.systemUTC())
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)));
  }
}
