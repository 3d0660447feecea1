package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.BeginErasure;
import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.CompleteErasure;
import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.ConfirmInCrm;
import io.throughline.command.customer.CustomerCommand.EraseCustomer;
import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.customer.CustomerCommand.MergeCustomer;
import io.throughline.command.customer.CustomerCommand.MoveCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceLegalHold;
import io.throughline.command.customer.CustomerCommand.RecordKeyDeletion;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseInCrm;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.command.customer.CustomerCommand.ReleaseLegalHold;
import io.throughline.command.customer.CustomerCommand.TakeFromCrm;
import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A customer, as Salesforce states it. */
@Revision("7")
@Aggregate(
    type = "customer",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Customer {
  @AggregateIdentifier private @Nullable String id;

  /** By whose key a snapshot is sealed. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable CustomerId customerId;

  private Agreement agreement = Agreement.NONE;
  private Erasure erasure = Erasure.NONE;

  Customer() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RegisterCustomer register) {
    erasure.refuseIfErased(register.customerId());
    refuseIfMerged(register);
    var ours = agreement.ours();
    if (ours == null) {
      AggregateLifecycle.apply(
          register.particulars().registered(register.customerId(), register.at()));
    } else if (!ours.equals(register.particulars())) {
      throw new CustomerExists(register.customerId());
    }
  }

  @CommandHandler
  void decide(ChangeCustomer change) {
    erasure.refuseIfErased(change.customerId());
    refuseIfMerged(change);
    var ours = agreement.ours();
    var changed = change.particulars().changed(change.customerId(), change.at());
    if (ours != null && !ours.equals(ours.after(changed))) {
      AggregateLifecycle.apply(changed);
      settleInCrm(change);
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
  void decide(PlaceCustomer place) {
    erasure.refuseIfErased(place.customerId());
    if (!agreement.sides().containsKey(place.erp())) {
      AggregateLifecycle.apply(
          new CustomerPlacedInErp(place.customerId(), place.erp(), place.at()));
    }
  }

  @CommandHandler
  void decide(ConfirmCustomer confirm) {
    Reconciliation.confirmed(agreement, confirm).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void decide(RefuseCustomer refuse) {
    Reconciliation.refused(agreement, refuse).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  boolean decide(TakeFromErp take) {
    if (AggregateLifecycle.getVersion() + 1 != take.version()) {
      return false;
    }
    if (!erasure.hasErased() && agreement.survivor() == null) {
      Reconciliation.taken(agreement, take).forEach(AggregateLifecycle::apply);
      settleInCrm(take);
    }
    return true;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(TakeFromCrm take) {
    erasure.refuseIfErased(take.customerId());
    refuseIfMerged(take);
    if (agreement.ours() != null && AggregateLifecycle.getVersion() + 1 != take.version()) {
      return false;
    }
    CrmReconciliation.taken(agreement, take).forEach(AggregateLifecycle::apply);
    settleInCrm(take);
    return true;
  }

  @CommandHandler
  void decide(ConfirmInCrm confirm) {
    CrmReconciliation.confirmed(agreement, confirm).forEach(AggregateLifecycle::apply);
    settleInCrm(confirm);
  }

  @CommandHandler
  void decide(RefuseInCrm refuse) {
    CrmReconciliation.refused(agreement, refuse).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void decide(MendCustomer mend) {
    erasure.refuseIfErased(mend.customerId());
    Reconciliation.mended(agreement, mend).forEach(AggregateLifecycle::apply);
    settleInCrm(mend);
  }

  @CommandHandler
  void decide(MoveCustomer move) {
    erasure.refuseIfErased(move.customerId());
    refuseIfMerged(move);
    if (!Objects.equals(agreement.parent(), move.parentId())) {
      AggregateLifecycle.apply(new CustomerMoved(move.customerId(), move.parentId(), move.at()));
    }
  }

  @CommandHandler
  void decide(MergeCustomer merge) {
    erasure.refuseIfErased(merge.customerId());
    var survivor = agreement.survivor();
    if (survivor == null) {
      AggregateLifecycle.apply(
          new CustomerMerged(merge.customerId(), merge.survivorId(), merge.at()));
      if (!agreement.open().isEmpty()) {
        AggregateLifecycle.apply(
            new CustomerExceptionsClosed(
                merge.customerId(), List.copyOf(agreement.open().keySet()), merge.at()));
      }
    } else if (!survivor.equals(merge.survivorId())) {
      throw new CustomerMergedAway(merge.customerId(), survivor);
    }
  }

  private void settleInCrm(CustomerCommand command) {
    CrmReconciliation.settled(agreement, command).forEach(AggregateLifecycle::apply);
  }

  private void refuseIfMerged(CustomerCommand command) {
    var survivor = agreement.survivor();
    if (survivor != null) {
      throw new CustomerMergedAway(command.customerId(), survivor);
    }
  }

  @EventSourcingHandler
  void evolve(CustomerEvent event, @SequenceNumber Long sequence) {
    id = "customer/" + event.customerId();
    customerId = event.customerId();
    erasure = erasure.evolve(event);
    agreement = agreement.evolve(event, sequence + 1);
  }
}
