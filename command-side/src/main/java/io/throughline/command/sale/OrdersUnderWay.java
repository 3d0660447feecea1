package io.throughline.command.sale;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Finds orders that have set out. An order sets out by itself soon after it was submitted. */
@Component
class OrdersUnderWay {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final EventLog log;

  OrdersUnderWay(EventLog log) {
    this.log = log;
  }

  /**
   * Waits up to five seconds (wall time) for an order that was submitted just so.
   *
   * @return what the order was submitted with
   * @throws UnknownOrder if it never was
   * @throws ConcurrencyException if it has not set out; the same request may be sent again
   */
  SaleTerms require(OrderId order) {
    var history = log.of("order/" + order);
    if (history.isEmpty()) {
      throw new UnknownOrder(order);
    }
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (log.of("fulfilment/" + order).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new ConcurrencyException("The order " + order + " has not set out yet.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return ((OrderSubmitted) history.getFirst().event()).terms();
  }
}
