package io.throughline.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.eventstore.notary.FilledLog;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Over a log of ten events {@code order.submitted.v1} that the processor has not come to yet. */
class ProcessorPositionTest {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final JdbcTemplate jdbc = new JdbcTemplate(FilledLog.of(10).dataSource());

  private boolean knows(Class<? extends Event> kind, long globalIndex) {
    return new ProcessorPosition(jdbc, "p", List.of(kind)).await(globalIndex, PATIENCE);
  }

  private void isAt(long globalIndex) {
    jdbc.update(
        "insert into tokenentry (processorname, segment, token, tokentype, timestamp) values ('p',"
            + " 0, convert_to(?, 'UTF8'), 't', 'now')",
        "{\"globalIndex\":%d}".formatted(globalIndex));
  }

  @Test
  void whatItHasNotComeToIsNotKnown() {
    assertThat(knows(OrderSubmitted.class, 10)).isFalse();

    isAt(9);

    assertThat(knows(OrderSubmitted.class, 10)).isFalse();
    assertThat(knows(OrderSubmitted.class, 9)).isTrue();
  }

  @Test
  void whereNothingThatMattersLiesBetweenItIsKnown() {
    assertThat(knows(OrderCancelled.class, 10)).isTrue();
  }

  @Test
  void everythingThatAProcessorHandlesMayMatter() {
    assertThat(ProcessorPosition.handledBy(Handlers.class))
        .containsExactlyInAnyOrder(OrderSubmitted.class, OrderCancelled.class);
  }

  static final class Handlers {
    @EventHandler
    void on(OrderSubmitted submitted) {}

    @EventHandler
    void on(OrderCancelled cancelled, EventMessage<?> message) {}

    void of(OrderCompleted completed) {}
  }
}
