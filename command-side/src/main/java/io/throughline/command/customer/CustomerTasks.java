package io.throughline.command.customer;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
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

  CustomerTasks(TaskPlanner planner, Hierarchy hierarchy, Successors successors) {
    this.planner = planner;
    this.hierarchy = hierarchy;
    this.successors = successors;
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

  private void plan(CustomerEvent event, EventMessage<?> message) {
    planner.plan(
        Pool.ERP,
        SynchronizeCustomerTask.NAME,
        message.getIdentifier(),
        new SynchronizeCustomerTask.Customer(event.customerId()),
        EventMetadata.inherited(message),
        event.at());
  }
}
