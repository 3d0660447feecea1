package io.throughline.command.order;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.FulfilmentEvent.SalesOrderCreated;
import io.throughline.kernel.event.RecordedEvent;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits for the ERP's word on an order, for callers who prefer to. */
@Component
class Acceptance {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final EventLog log;

  Acceptance(EventLog log) {
    this.log = log;
  }

  /**
   * Where the order is after {@code patience} at the latest: {@code SUBMITTED}, {@code ACCEPTED} or
   * {@code PARKED}.
   *
   * @param patience wall time
   */
  String await(OrderId orderId, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    var status = status(orderId, patience);
    while (status.equals("SUBMITTED") && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      status = status(orderId, patience);
    }
    return status;
  }

  private String status(OrderId orderId, Duration patience) {
    if (patience.isZero()) {
      return "SUBMITTED";
    }
    return log.of("fulfilment/" + orderId).stream()
        .map(RecordedEvent::event)
        .map(Acceptance::statusAfter)
        .reduce("SUBMITTED", (earlier, later) -> later.isEmpty() ? earlier : later);
  }

  private static String statusAfter(Event event) {
    if (event instanceof SalesOrderCreated) {
      return "ACCEPTED";
    }
    return event instanceof FulfilmentParked ? "PARKED" : "";
  }
}
