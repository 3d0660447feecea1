package io.throughline.command.customer;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Has the ERP told whenever Salesforce stated a customer's particulars. */
@Component
@ProcessingGroup("customer")
class CustomerTasks {
  private final TaskPlanner planner;

  CustomerTasks(TaskPlanner planner) {
    this.planner = planner;
  }

  @EventHandler
  void on(CustomerRegistered event, EventMessage<?> message) {
    plan(event, message);
  }

  @EventHandler
  void on(CustomerChanged event, EventMessage<?> message) {
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
