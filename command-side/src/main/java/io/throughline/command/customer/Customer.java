package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A customer, as Salesforce states it. */
@Revision("1")
@Aggregate(
    type = "customer",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Customer {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Particulars particulars;
  private long answeredVersion;

  Customer() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RegisterCustomer register) {
    if (particulars == null) {
      AggregateLifecycle.apply(
          register.particulars().registered(register.customerId(), register.at()));
    } else if (!particulars.equals(register.particulars())) {
      throw new CustomerExists(register.customerId());
    }
  }

  @CommandHandler
  void decide(ChangeCustomer change) {
    var changed = change.particulars().changed(change.customerId(), change.at());
    if (particulars != null && !particulars.equals(particulars.after(changed))) {
      AggregateLifecycle.apply(changed);
    }
  }

  @CommandHandler
  void decide(ConfirmCustomer confirm) {
    if (confirm.version() > answeredVersion) {
      AggregateLifecycle.apply(
          new CustomerSynchronized(
              confirm.customerId(), confirm.erpCustomerId(), confirm.version(), confirm.at()));
    }
  }

  @CommandHandler
  void decide(RefuseCustomer refuse) {
    if (refuse.version() > answeredVersion) {
      AggregateLifecycle.apply(
          new CustomerRefusedByErp(
              refuse.customerId(), refuse.reason(), refuse.version(), refuse.at()));
    }
  }

  @EventSourcingHandler
  void evolve(CustomerEvent event) {
    switch (event) {
      case CustomerRegistered registered -> {
        id = "customer/" + registered.customerId();
        particulars = Particulars.of(registered);
      }
      case CustomerChanged changed ->
          particulars = particulars == null ? null : particulars.after(changed);
      case CustomerSynchronized done -> answeredVersion = done.version();
      case CustomerRefusedByErp refused -> answeredVersion = refused.version();
    }
  }
}
