package io.throughline.command.erasure;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.command.privacy.Erasures;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.EpochEvent.EpochKeyDestroyed;
import io.throughline.kernel.event.ErasureObstacle;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.PaymentRecorded;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.OrderEvent.OrderCompleted;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.PaymentEvent.PaymentReversed;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnClosed;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Sets erasures going when two people agreed, and again whenever something that stood in the way
 * may be gone.
 */
@Component
@ProcessingGroup(ErasureTasks.GROUP)
class ErasureTasks {
  static final String GROUP = "erasure";

  private final TaskPlanner planner;
  private final OpenOrders orders;
  private final Erasures erasures;
  private final EventLog log;

  ErasureTasks(TaskPlanner planner, OpenOrders orders, Erasures erasures, EventLog log) {
    this.planner = planner;
    this.orders = orders;
    this.erasures = erasures;
    this.log = log;
  }

  @EventHandler
  void on(ApprovalGranted granted, EventMessage<?> message) {
    switch (granted.subject()) {
      case Subject.EraseCustomer(var customer) ->
          plan(customer, granted.approvalId(), granted, message);
      case Subject.InjectPayload _, Subject.PatchDeadLetter _, Subject.EvictDeadLetter _ -> {}
      case Subject.SwitchView _ -> {} // the view hears of it itself
    }
  }

  @EventHandler
  void on(OrderSubmitted submitted) {
    orders.opened(submitted.orderId(), submitted.customerId());
  }

  @EventHandler
  void on(OrderCompleted completed, EventMessage<?> message) {
    orders.ended(completed.orderId());
    goOn(completed.customerId(), completed, message);
  }

  @EventHandler
  void on(OrderCancelled cancelled, EventMessage<?> message) {
    orders.ended(cancelled.orderId());
    goOn(cancelled.customerId(), cancelled, message);
  }

  @EventHandler
  void on(ReturnRequested asked) {
    orders.opened(asked.returnId().value(), asked.customerId(), ErasureObstacle.OPEN_RETURNS);
  }

  /** Goods may come although nobody waits for them any more. */
  @EventHandler
  void on(ReturnReceived received) {
    orders.opened(received.returnId().value(), received.customerId(), ErasureObstacle.OPEN_RETURNS);
  }

  @EventHandler
  void on(ReturnClosed closed, EventMessage<?> message) {
    if (orders.settled(closed.returnId().value())) {
      goOn(closed.customerId(), closed, message);
    }
  }

  @EventHandler
  void on(PaymentReversed reversed) {
    orders.opened(
        reversed.shipmentId().value(), reversed.customerId(), ErasureObstacle.REVERSED_PAYMENTS);
  }

  @EventHandler
  void on(PaymentRecorded paid, EventMessage<?> message) {
    if (orders.settled(paid.shipmentId().value())) {
      goOn(paid.customerId(), paid, message);
    }
  }

  @EventHandler
  void on(LegalHoldReleased released, EventMessage<?> message) {
    goOn(released.customerId(), released, message);
  }

  private void goOn(CustomerId customer, Event event, EventMessage<?> message) {
    if (erasures.isClosed(customer.value())) {
      log.of("customer/" + customer).stream()
          .map(RecordedEvent::event)
          .filter(ErasureBegan.class::isInstance)
          .map(ErasureBegan.class::cast)
          .findFirst()
          .ifPresent(begun -> plan(customer, begun.approvalId(), event, message));
    }
  }

  private void plan(
      CustomerId customer, ApprovalId approval, Event event, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        EraseCustomerTask.NAME,
        message.getIdentifier(),
        new EraseCustomerTask.Customer(customer, approval),
        EventMetadata.inherited(message),
        event.at());
  }

  @EventHandler
  void on(EpochKeyDestroyed destroyed, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        CompleteErasuresTask.NAME,
        message.getIdentifier(),
        new CompleteErasuresTask.Epoch(destroyed.epoch()),
        EventMetadata.inherited(message),
        destroyed.at());
  }
}
