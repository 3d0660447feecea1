package io.throughline.command.fulfilment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where an order's fulfilment is, read from the log. The states that were looked at last are kept
 * with their place in the history, so that another look reads only what has happened since: each
 * step of an order asks, and would fold its whole history again. The log is asked every time, so a
 * kept state is never taken for the present.
 */
@Component
class Fulfilments {
  private static final int KEPT = 10_000;

  /** What was erased must not stay in memory for ever. */
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final EventLog log;
  private final Cache<OrderId, Known> known =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

  Fulfilments(EventLog log) {
    this.log = log;
  }

  /**
   * @param next the sequence of the first event that is not folded in
   */
  private record Known(FulfilmentState state, long next) {}

  /** Empty if the order has not set out. */
  Optional<FulfilmentState> find(OrderId orderId) {
    var before = known.getIfPresent(orderId);
    var since = log.from("fulfilment/" + orderId, before == null ? 0 : before.next());
    var now = since.isEmpty() ? before : folded(before, since);
    if (now == null) {
      return Optional.empty();
    }
    if (now != before) {
      known.put(orderId, now); // an older one, put by a slower thread, costs a longer look
    }
    return Optional.of(now.state());
  }

  private static Known folded(@Nullable Known before, List<RecordedEvent> since) {
    var state = before == null ? null : before.state();
    for (var recorded : since) {
      state = next(state, (FulfilmentEvent) recorded.event());
    }
    if (state == null) {
      throw new IllegalArgumentException("There is nothing to fold.");
    }
    return new Known(state, since.getLast().sequence() + 1);
  }

  private static FulfilmentState next(@Nullable FulfilmentState state, FulfilmentEvent event) {
    if (event instanceof FulfilmentStarted started) {
      return FulfilmentState.started(started);
    }
    if (state == null) {
      throw new IllegalStateException("The history of " + event.orderId() + " has no beginning.");
    }
    return state.evolve(event);
  }
}
