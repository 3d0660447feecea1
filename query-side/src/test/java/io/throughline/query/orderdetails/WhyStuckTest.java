package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.query.History;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyStuckTest {
  private final History history = History.of("SO-1", "ACME");

  @ParameterizedTest
  @EnumSource
  void eachCauseIsSomebodysMoveWithWhatWasFoundAndWhatMendsIt(Cause cause) {
    var why = WhyStuck.of(fold(history.submitted(), history.parked(1, cause)));

    assertThat(why.whoseMove()).isEqualTo(cause.queue().name());
    assertThat(why.answer()).isEqualTo("Bolt (BOLT) is discontinued.");
    assertThat(why.exceptions())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.cause()).isEqualTo(cause);
              assertThat(it.due()).isEqualTo(it.since().plus(cause.due()));
              assertThat(it.answer()).isEqualTo("no");
              assertThat(it.findings().getFirst().values()).isEqualTo(Map.of("productId", "BOLT"));
              assertThat(it.remedies())
                  .isNotEmpty()
                  .allSatisfy(remedy -> assertThat(remedy.roles()).isNotEmpty());
            });
  }

  @ParameterizedTest
  @EnumSource
  void onceItIsMendedItIsNobodysMoveOfOurs(Cause cause) {
    var mended = history.mended(1, cause.remedies().getFirst());

    var why = WhyStuck.of(fold(history.submitted(), history.parked(1, cause), mended));

    assertThat(why.exceptions()).isEmpty();
    assertThat(why.whoseMove()).isEqualTo("THROUGHLINE");
  }

  @Test
  void aPausedOrderIsTheOperatorsMove() {
    var order = new OrderId("SO-1");
    var paused = new OrderPaused(order, new CustomerId("ACME"), "Moved.", "user-7", History.AT);

    var why = WhyStuck.of(fold(history.submitted(), paused));

    assertThat(why.whoseMove()).isEqualTo("OPERATIONS");
    assertThat(why.answer()).contains("Moved.");
  }

  private static OrderDetails fold(Event... events) {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    for (var event : List.of(events)) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
