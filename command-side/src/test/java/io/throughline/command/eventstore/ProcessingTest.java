package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.RunningCommandSide;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What Axon is made of here; its defaults would lose events or stop at nothing. */
class ProcessingTest {
  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws IOException {
    running = RunningCommandSide.start(0);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void theEventStoreIsOurEngineAndTokensAreInTheDatabase() {
    assertThat(running.bean(EventStore.class))
        .isInstanceOfSatisfying(
            EmbeddedEventStore.class,
            store ->
                assertThat(ReflectionTestUtils.getField(store, "storageEngine"))
                    .isInstanceOf(LogEngine.class));
    assertThat(running.bean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
    assertThat(running.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
  }

  @Test
  void everyProcessorReadsInBatchesAndStopsAtAnError() {
    var configuration = running.bean(EventProcessingConfiguration.class);
    var processors = configuration.eventProcessors();

    assertThat(processors).isNotEmpty();
    processors.forEach(
        (name, processor) -> {
          assertThat(processor).as(name).isInstanceOf(PooledStreamingEventProcessor.class);
          assertThat(ReflectionTestUtils.getField(processor, "batchSize")).isEqualTo(200);
          assertThat(ReflectionTestUtils.getField(processor, "messageSource"))
              .isInstanceOf(LogSource.class);
          assertThat(configuration.errorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
          assertThat(configuration.listenerInvocationErrorHandler(name))
              .isInstanceOf(PropagatingErrorHandler.class);
          assertThat(configuration.deadLetterQueue(name)).containsInstanceOf(DeadLetterQueue.class);
          assertThat(configuration.transactionManager(name))
              .isInstanceOf(SpringTransactionManager.class);
        });
  }

  @Test
  void aCommandHoldsNoTransaction() {
    assertThat(running.bean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
    assertThat(ReflectionTestUtils.getField(running.bean(CommandBus.class), "transactionManager"))
        .isInstanceOf(org.axonframework.common.transaction.NoTransactionManager.class);
  }

  @Test
  void aCommandCannotBeSentWhileAMessageIsHandled() {
    var unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("the outer one"));
    try {
      assertThatThrownBy(() -> running.bean(CommandGateway.class).sendAndWait("the inner one"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("plan a task that sends it");
    } finally {
      unit.rollback();
    }
  }

  @Test
  void aUnitOfWorkAppendsOnceAndGivesTheAnswerAlong() {
    var pending = new PendingAnswer(null);
    var unit =
        DefaultUnitOfWork.startAndGet(
            new GenericCommandMessage<>("one", Map.of(PendingAnswer.METADATA, pending)));
    try {
      assertThat(OneAppend.begin()).isEqualTo(Optional.of(pending));
      assertThatThrownBy(OneAppend::begin)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("appends once");
    } finally {
      unit.rollback();
    }
    assertThat(List.of(OneAppend.begin())).containsExactly(Optional.empty());
  }
}
