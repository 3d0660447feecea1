package io.throughline.command.customer;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Has the ERP told whenever there may be something to tell it of a customer. */
@Component
@ProcessingGroup(CustomerTasks.GROUP)
class CustomerTasks {
  static final String GROUP = "customer";

  private final TaskPlanner planner;
  private final Hierarchy hierarchy;
  private final Successors successors;
  private final Placement placement;

  CustomerTasks(
      TaskPlanner planner, Hierarchy hierarchy, Successors successors, Placement placement) {
    this.planner = planner;
    this.hierarchy = hierarchy;
    this.successors = successors;
    this.placement = placement;
  }

  @EventHandler
  void on(CustomerRegistered event, EventMessage<?> message) {
    plan(event, message);
  }

  @EventHandler
  void on(CustomerChanged event, EventMessage<?> message) {
    plan(event, message);
  }

  /** The remedy may have changed what the ERP has to be told, or have it asked once more. */
  @EventHandler
  void on(CustomerRemedyApplied event, EventMessage<?> message) {
    plan(event, message);
  }

  @EventHandler
  void on(CustomerMoved event, EventMessage<?> message) {
    hierarchy.moved(event.customerId(), event.parentId());
    plan(event, message);
  }

  @EventHandler
  void on(CustomerMerged event, EventMessage<?> message) {
    successors.merged(event.customerId(), event.survivorId());
    plan(event, message);
  }

  @EventHandler
  void on(CustomerPlacedInErp event, EventMessage<?> message) {
    plan(event, message, event.erp());
  }

  /** What one account states the others are told. */
  @EventHandler
  void on(CustomerChangedInErp event, EventMessage<?> message) {
    for (var account : placement.of(event.customerId())) {
      if (!account.equals(event.erp())) {
        plan(event, message, account);
      }
    }
  }

  private void plan(CustomerEvent event, EventMessage<?> message) {
    for (var account : placement.of(event.customerId())) {
      plan(event, message, account);
    }
  }

  private void plan(CustomerEvent event, EventMessage<?> message, String account) {
    planner.plan(
        Pool.ERP,
        SynchronizeCustomerTask.NAME,
        message.getIdentifier() + "/" + account,
        new SynchronizeCustomerTask.Customer(event.customerId(), account),
        EventMetadata.inherited(message),
        event.at());
  }
}
