package io.throughline.bench.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRefused;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An order as every engine under test stores it: the kernel's own events, of their usual size. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@Aggregate(
    type = "order",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Sale {
  static final Instant AT = Instant.parse("2026-03-31T12:00:00Z");

  record Open(@TargetAggregateIdentifier String order) {}

  record Touch(@TargetAggregateIdentifier String order) {}

  @AggregateIdentifier private @Nullable String id;
  private int touched;

  Sale() {}

  /** As it is after so many events. */
  Sale(String order, int events) {
    id = "order/" + order;
    touched = events;
  }

  @CommandHandler
  Sale(Open open) {
    AggregateLifecycle.apply(submitted(open.order().substring("order/".length())));
  }

  @CommandHandler
  void decide(Touch touch) {
    AggregateLifecycle.apply(touched(touch.order().substring("order/".length())));
  }

  @EventSourcingHandler
  void evolve(OrderEvent event) {
    id = "order/" + event.orderId();
    touched++;
  }

  /** What happened to a sale, from its first event on. */
  static OrderEvent event(String order, long sequence) {
    return sequence == 0 ? submitted(order) : touched(order);
  }

  static OrderCancellationRefused touched(String order) {
    return new OrderCancellationRefused(
        new OrderId(order), new CustomerId("C-17"), "Goods have left the warehouse.", AT);
  }

  static OrderSubmitted submitted(String order) {
    return new OrderSubmitted(
        new OrderId(order),
        new CustomerId("C-17"),
        "0055g00000A1b2CAAR",
        SaleTerms.of(
                LocalDate.parse("2026-03-31"),
                Currency.getInstance("EUR"),
                PriceBasis.CONTRACT,
                "DE",
                new Address("Goods inward", "1 Mill Lane", "Riverton", null, "10115", "DE"),
                List.of(line("1", "BOLT-M8"), line("2", "NUT-M8")))
            .withRequestedOn(LocalDate.parse("2026-04-14")),
        AT);
  }

  private static OrderLine line(String id, String product) {
    return OrderLine.of(
        new LineId(id), new ProductId(product), 12, Money.of("14.00", "EUR"), BigDecimal.ZERO);
  }
}
