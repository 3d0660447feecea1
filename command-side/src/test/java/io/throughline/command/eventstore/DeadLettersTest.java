package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.command.TestDatabase;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.format.EventFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLettersTest {
  private static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({EventStoreModule.class, Fragile.class})
  static class Wiring {
    @Bean
    EventFormat eventFormat() {
      return new EventFormat();
    }
  }

  /** Fails at one order's events, for as long as it is told to. */
  @ProcessingGroup("fragile")
  static class Fragile {
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile String failsAt = "";
    private volatile RuntimeException failure = new IllegalStateException("Secret of Ada");
    private volatile boolean hasFailed;

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
      if (event.orderId().value().equals(failsAt)) {
        hasFailed = true;
        throw failure;
      }
      handled.add(event.orderId() + "/" + message.getSequenceNumber());
    }
  }

  private ConfigurableApplicationContext context;
  private Fragile fragile;

  @BeforeEach
  void start() {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=command-side")
            .run(TestDatabase.newSettings().toArray(String[]::new));
    fragile = context.getBean(Fragile.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  private void happens(String order, long sequence) {
    context
        .getBean(EventStore.class)
        .publish(
            new GenericDomainEventMessage<>(
                "order",
                "order/" + order,
                sequence,
                new OrderShipped(new OrderId(order), new CustomerId("C"), AT)));
  }

  private List<DeadLetters.Letter> parked() {
    return context.getBean(DeadLetters.class).list();
  }

  @Test
  void whatCannotBeHandledWaitsInOrderAndTheOthersGoOn() {
    fragile.failsAt = "A";
    happens("A", 0);
    happens("B", 0);
    happens("A", 1);

    await().untilAsserted(() -> assertThat(parked()).hasSize(2));
    assertThat(fragile.handled).containsExactly("B/0");
    assertThat(parked()).extracting(it -> it.aggregate()).containsOnly("order/A");
    assertThat(parked())
        .extracting(it -> it.cause())
        .containsExactly("IllegalStateException", "waits behind an earlier one");

    assertThat(context.getBean(DeadLetters.class).retry("fragile")).hasValue(2);
    fragile.failsAt = "";
    assertThat(context.getBean(DeadLetters.class).retry("fragile")).hasValue(0);

    assertThat(fragile.handled).containsExactly("B/0", "A/0", "A/1");
    assertThat(context.getBean(DeadLetters.class).retry("nobody")).isEmpty();
  }

  @Test
  void anEvictedEventIsNeverHandledAndWhatWaitedBehindItIs() {
    fragile.failsAt = "A";
    happens("A", 0);
    happens("A", 1);
    await().untilAsserted(() -> assertThat(parked()).hasSize(2));
    fragile.failsAt = "";
    var letters = context.getBean(DeadLetters.class);

    letters.evict("fragile", parked().getFirst().globalIndex());
    assertThat(letters.retry("fragile")).hasValue(0);

    assertThat(fragile.handled).containsExactly("A/1");
  }

  @Test
  void aPatchedEventIsHandledAsTwoPeopleAgreedAndTheLogStaysAsItIs() {
    fragile.failsAt = "A";
    happens("A", 0);
    await().untilAsserted(() -> assertThat(parked()).hasSize(1));
    var letters = context.getBean(DeadLetters.class);
    var index = parked().getFirst().globalIndex();
    var event = letters.event("fragile", index).orElseThrow();
    var payload = DeadLetters.json(event).replace("\"A\"", "\"Z\"");
    DeadLetters.requireSameKind(event, payload);
    assertThatThrownBy(() -> DeadLetters.requireSameKind(event, "{\"at\": 1}"))
        .isInstanceOf(IllegalArgumentException.class);
    approved(new Subject.PatchDeadLetter(new CustomerId("C"), "fragile", index, payload));

    letters.patch("fragile", index, new ApprovalId("a-1"));
    assertThat(letters.retry("fragile")).hasValue(0);

    assertThat(fragile.handled).containsExactly("Z/0");
    assertThat(context.getBean(EventLog.class).of("order/A").getFirst().event()).isEqualTo(event);
  }

  private void approved(Subject subject) {
    context
        .getBean(EventStore.class)
        .publish(
            new GenericDomainEventMessage<>(
                "approval",
                "approval/a-1",
                0,
                new ApprovalGranted(new ApprovalId("a-1"), subject, "It was typed so", "u2", AT)));
  }

  @Test
  void nothingOfTheErrorsWordsOrTheEventIsKept() {
    fragile.failsAt = "A";
    happens("A", 0);
    await().untilAsserted(() -> assertThat(parked()).hasSize(1));

    assertThat(
            context
                .getBean(JdbcTemplate.class)
                .queryForList("select d::text from dead_letters d", String.class))
        .noneMatch(row -> row.contains("Ada"));
  }

  @Test
  void aSilentDatabaseIsNoReasonToParkAnEvent() {
    failsAsIfTheDatabaseWereSilentAndIsBackAfterwards();
  }

  /** Axon's fixtures make the clock of the whole JVM stand still. */
  @Test
  void aProcessorIsBackAfterAFailureWhateverClockAxonHadAtItsStart() {
    context.close();
    var usual = GenericEventMessage.clock;
    GenericEventMessage.clock = Clock.fixed(AT, ZoneOffset.UTC);
    try {
      start();
    } finally {
      GenericEventMessage.clock = usual;
    }
    failsAsIfTheDatabaseWereSilentAndIsBackAfterwards();
  }

  private void failsAsIfTheDatabaseWereSilentAndIsBackAfterwards() {
    fragile.failure = new TransientDataAccessResourceException("silent");
    fragile.failsAt = "A";
    happens("A", 0);
    happens("B", 0);
    await().until(() -> fragile.hasFailed);
    fragile.failsAt = "";

    await().untilAsserted(() -> assertThat(fragile.handled).containsExactly("A/0", "B/0"));
    assertThat(parked()).isEmpty();
  }
}
