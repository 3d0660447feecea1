package io.throughline.command.fulfilment;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an order's fulfilment is, read from the log. */
@Component
class Fulfilments {
  private final EventLog log;

  Fulfilments(EventLog log) {
    this.log = log;
  }

  /** Empty if the order has not set out. */
  Optional<FulfilmentState> find(OrderId orderId) {
    Optional<FulfilmentState> state = Optional.empty();
    for (var recorded : log.of("fulfilment/" + orderId)) {
      state = Optional.of(next(state, (FulfilmentEvent) recorded.event()));
    }
    return state;
  }

  private static FulfilmentState next(Optional<FulfilmentState> state, FulfilmentEvent event) {
    return event instanceof FulfilmentStarted started
        ? FulfilmentState.started(started)
        : state
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The history of " + event.orderId() + " has no beginning."))
            .evolve(event);
  }
}
