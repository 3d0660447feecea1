package io.throughline.command.operations;

import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What operators need to know of an order before they do something to it, from its history. */
@Component
class OrdersOnTheirWay {
  private final EventLog log;

  OrdersOnTheirWay(EventLog log) {
    this.log = log;
  }

  /**
   * @throws OrderNotOnItsWay if no such order has set out
   */
  OrderId require(String given) {
    OrderId order;
    try {
      order = new OrderId(given);
    } catch (IllegalArgumentException e) {
      throw new OrderNotOnItsWay(given);
    }
    if (events(order).findAny().isEmpty()) {
      throw new OrderNotOnItsWay(given);
    }
    return order;
  }

  CustomerId customerOf(OrderId order) {
    return ((FulfilmentStarted) events(order).findFirst().orElseThrow()).customerId();
  }

  /** What it is fulfilled on now. */
  SaleTerms termsOf(OrderId order) {
    return events(order)
        .map(OrdersOnTheirWay::terms)
        .flatMap(Optional::stream)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static Optional<SaleTerms> terms(Event event) {
    return switch (event) {
      case FulfilmentStarted started -> Optional.of(started.terms());
      case TermsChanged changed -> Optional.of(changed.terms());
      case OrderChanged changed -> Optional.of(changed.terms());
      default -> Optional.empty();
    };
  }

  private Stream<Event> events(OrderId order) {
    return log.of("fulfilment/" + order).stream().map(RecordedEvent::event);
  }
}
