package io.throughline.query.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OperatorEvent.StepRetried;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.query.History;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerProfileProjectionTest {
  private static final OrderId ORDER = new OrderId("SO-1");
  private static final CustomerId ACME = new CustomerId("ACME");

  private final History history = History.of("SO-1", "ACME");

  private static CustomerProfile after(Event... events) {
    var projection = new CustomerProfileProjection();
    @Nullable CustomerProfile profile = null;
    for (var event : events) {
      profile = projection.evolve(profile, event);
    }
    return Objects.requireNonNull(profile);
  }

  private static StepRetried retried(ExceptionId exception) {
    return new StepRetried(
        ORDER,
        ACME,
        StepId.of(ORDER, new Step.ValidateOrder()),
        List.of(exception),
        "It is sold again.",
        "olga",
        Instant.parse("2026-04-01T08:00:00Z"));
  }

  @Test
  void whatAnOperatorsRetryClosedWaitsForNobodyAnyMore() {
    var parked = history.parked(1, Cause.PRODUCT_DISCONTINUED);
    var before = after(history.registered("Acme"), history.submitted(), parked);
    assertThat(before.openOrders().getFirst().exceptions())
        .containsExactly(ExceptionId.of(ORDER, 1));

    var retried = retried(ExceptionId.of(ORDER, 1));
    var now = after(history.registered("Acme"), history.submitted(), parked, retried);

    assertThat(now.openOrders().getFirst().exceptions()).isEmpty();
    assertThat(now.changedAt()).isEqualTo(retried.at());
  }
}
