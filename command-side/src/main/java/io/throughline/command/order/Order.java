package io.throughline.command.order;

import io.throughline.command.order.OrderCommand.AdvanceOrder;
import io.throughline.command.order.OrderCommand.CancelOrder;
import io.throughline.command.order.OrderCommand.SubmitOrder;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.OrderEvent;
import io.throughline.kernel.event.OrderEvent.OrderAccepted;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRefused;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderPartlyCancelled;
import io.throughline.kernel.event.OrderEvent.OrderShipped;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An order, from the intent in Salesforce to its end. */
@Revision("1")
@Aggregate(
    type = "order",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Order {

  private enum Status {
    SUBMITTED,
    ACCEPTED,
    SHIPPED,
    COMPLETED,
    CANCELLED
  }

  @AggregateIdentifier private @Nullable String id;
  private @Nullable OrderSubmitted sale;
  private Status status = Status.SUBMITTED;
  private boolean cancelling;
  private int partialCancellations;
  private int refusedCancellations;

  Order() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(SubmitOrder submit) {
    if (sale == null) {
      AggregateLifecycle.apply(submitted(submit, submit.at()));
    } else if (!sale.equals(submitted(submit, sale.at()))) {
      throw new OrderExists(submit.orderId());
    }
  }

  @CommandHandler
  void decide(CancelOrder cancel) {
    switch (status) {
      case CANCELLED -> {} // a retry, not an error
      case COMPLETED -> throw new OrderAlreadyCompleted(cancel.orderId());
      case SUBMITTED, ACCEPTED, SHIPPED -> {
        if (!cancelling) {
          AggregateLifecycle.apply(
              new OrderCancellationRequested(
                  cancel.orderId(), customerId(), cancel.reason(), cancel.at()));
        }
      }
    }
  }

  @CommandHandler
  void decide(AdvanceOrder advance) {
    if (isNews(advance)) {
      AggregateLifecycle.apply(eventOf(advance));
    }
  }

  /** The same milestone may be told twice, and an earlier one after a later one. */
  private boolean isNews(AdvanceOrder advance) {
    return switch (advance.milestone()) {
      case ACCEPTED -> status == Status.SUBMITTED;
      case SHIPPED -> status == Status.SUBMITTED || status == Status.ACCEPTED;
      case COMPLETED, CANCELLED -> status != Status.COMPLETED && status != Status.CANCELLED;
      case PARTLY_CANCELLED -> advance.occurrence() > partialCancellations;
      case CANCELLATION_REFUSED -> advance.occurrence() > refusedCancellations;
    };
  }

  private OrderEvent eventOf(AdvanceOrder advance) {
    var order = advance.orderId();
    var at = advance.at();
    return switch (advance.milestone()) {
      case ACCEPTED -> new OrderAccepted(order, customerId(), advance.detail(), at);
      case SHIPPED -> new OrderShipped(order, customerId(), at);
      case COMPLETED -> new OrderCompleted(order, customerId(), at);
      case CANCELLED -> new OrderCancelled(order, customerId(), advance.detail(), at);
      case PARTLY_CANCELLED -> new OrderPartlyCancelled(order, customerId(), advance.detail(), at);
      case CANCELLATION_REFUSED ->
          new OrderCancellationRefused(order, customerId(), advance.detail(), at);
    };
  }

  @EventSourcingHandler
  void evolve(OrderEvent event) {
    switch (event) {
      case OrderSubmitted submitted -> {
        id = "order/" + submitted.orderId();
        sale = submitted;
      }
      case OrderAccepted _ -> status = Status.ACCEPTED;
      case OrderShipped _ -> status = Status.SHIPPED;
      case OrderCancellationRequested _ -> cancelling = true;
      case OrderCancellationRefused _ -> {
        cancelling = false;
        refusedCancellations++;
      }
      case OrderPartlyCancelled _ -> {
        cancelling = false;
        partialCancellations++;
      }
      case OrderCancelled _ -> status = Status.CANCELLED;
      case OrderCompleted _ -> status = Status.COMPLETED;
    }
  }

  private CustomerId customerId() {
    if (sale == null) {
      throw new IllegalStateException("The order " + id + " has no beginning.");
    }
    return sale.customerId();
  }

  private static OrderSubmitted submitted(SubmitOrder submit, Instant at) {
    return new OrderSubmitted(
        submit.orderId(), submit.customerId(), submit.owner(), submit.terms(), at);
  }
}
