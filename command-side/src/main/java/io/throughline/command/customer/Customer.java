package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.BeginErasure;
import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.CompleteErasure;
import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.EraseCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceLegalHold;
import io.throughline.command.customer.CustomerCommand.RecordKeyDeletion;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.command.customer.CustomerCommand.ReleaseLegalHold;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
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
@Revision("2")
@Aggregate(
    type = "customer",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Customer {
  @AggregateIdentifier private @Nullable String id;

  /** By whose key a snapshot is sealed. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable CustomerId customerId;

  private @Nullable Particulars particulars;
  private long answeredVersion;
  private Erasure erasure = Erasure.NONE;

  Customer() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RegisterCustomer register) {
    erasure.refuseIfErased(register.customerId());
    if (particulars == null) {
      AggregateLifecycle.apply(
          register.particulars().registered(register.customerId(), register.at()));
    } else if (!particulars.equals(register.particulars())) {
      throw new CustomerExists(register.customerId());
    }
  }

  @CommandHandler
  void decide(ChangeCustomer change) {
    erasure.refuseIfErased(change.customerId());
    var changed = change.particulars().changed(change.customerId(), change.at());
    if (particulars != null && !particulars.equals(particulars.after(changed))) {
      AggregateLifecycle.apply(changed);
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(PlaceLegalHold place) {
    erasure.decide(place).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(ReleaseLegalHold release) {
    erasure.decide(release).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(BeginErasure begin) {
    erasure.decide(begin).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  boolean decide(EraseCustomer erase) {
    erasure.decide(erase).ifPresent(AggregateLifecycle::apply);
    return erasure.hasErased();
  }

  @CommandHandler
  void decide(RecordKeyDeletion deletion) {
    erasure.decide(deletion).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  void decide(CompleteErasure complete) {
    erasure.decide(complete).ifPresent(AggregateLifecycle::apply);
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
    id = "customer/" + event.customerId();
    customerId = event.customerId();
    erasure = erasure.evolve(event);
    switch (event) {
      case CustomerRegistered registered -> particulars = Particulars.of(registered);
      case CustomerChanged changed ->
          particulars = particulars == null ? null : particulars.after(changed);
      case CustomerSynchronized done -> answeredVersion = done.version();
      case CustomerRefusedByErp refused -> answeredVersion = refused.version();
      case CustomerErased _ -> particulars = null; // no longer in memory either
      case LegalHoldPlaced _,
          LegalHoldReleased _,
          ErasureBegan _,
          ErasureDelayed _,
          CustomerKeyDeleted _,
          ErasureCompleted _ -> {}
    }
  }
}
