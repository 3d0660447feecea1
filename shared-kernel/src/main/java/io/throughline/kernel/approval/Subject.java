package io.throughline.kernel.approval;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.StepId;
import io.throughline.kernel.privacy.Personal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done once a second person agrees. Whatever else needs two people is one more record
 * here, with whoever carries it out listening for its {@code ApprovalGranted}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Subject.EraseCustomer.class, name = "erase-customer"),
  @JsonSubTypes.Type(value = Subject.InjectPayload.class, name = "inject-payload"),
  @JsonSubTypes.Type(value = Subject.PatchDeadLetter.class, name = "patch-dead-letter"),
  @JsonSubTypes.Type(value = Subject.EvictDeadLetter.class, name = "evict-dead-letter"),
  @JsonSubTypes.Type(value = Subject.SwitchView.class, name = "switch-view")
})
public sealed interface Subject {

  /** The customer it concerns, if it concerns one: by its key the reasons are sealed. */
  Optional<CustomerId> customer();

  /** Who may ask for it. */
  Set<Role> requesters();

  /** Who may decide on it; never whoever asked. */
  Set<Role> approvers();

  /** Erase a customer's personal data for good. */
  record EraseCustomer(CustomerId customerId) implements Subject {
    @Override
    public Optional<CustomerId> customer() {
      return Optional.of(customerId);
    }

    /** Customers ask through whoever looks after them, or the CRM hands their request on. */
    @Override
    public Set<Role> requesters() {
      return Set.of(Role.SALES, Role.OPERATIONS, Role.FINANCE, Role.INTEGRATION);
    }

    /** Finance answers for what must be kept. */
    @Override
    public Set<Role> approvers() {
      return Set.of(Role.FINANCE);
    }
  }

  /**
   * Carry a parked step out on other terms than the order's.
   *
   * @param terms those that it is to have, whole
   */
  record InjectPayload(CustomerId customerId, StepId stepId, SaleTerms terms) implements Subject {
    @Override
    public Optional<CustomerId> customer() {
      return Optional.of(customerId);
    }

    @Override
    public Set<Role> requesters() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION, Role.SALES);
    }

    @Override
    public Set<Role> approvers() {
      return Set.of(Role.OPERATIONS, Role.FINANCE);
    }
  }

  /**
   * Have a processor handle a parked event as if it said something else; the log stays as it is.
   *
   * @param customerId whose event it is, if anybody's
   * @param globalIndex the event's place in the log
   * @param payload the whole event as it is to be handled, as JSON of today's version
   */
  record PatchDeadLetter(
      @Nullable CustomerId customerId, String processor, long globalIndex, @Personal String payload)
      implements Subject {
    @Override
    public Optional<CustomerId> customer() {
      return Optional.ofNullable(customerId);
    }

    @Override
    public Set<Role> requesters() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }

    @Override
    public Set<Role> approvers() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }
  }

  /**
   * Have a processor go on without ever handling a parked event.
   *
   * @param customerId whose event it is, if anybody's
   * @param globalIndex the event's place in the log
   */
  record EvictDeadLetter(@Nullable CustomerId customerId, String processor, long globalIndex)
      implements Subject {
    @Override
    public Optional<CustomerId> customer() {
      return Optional.ofNullable(customerId);
    }

    @Override
    public Set<Role> requesters() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }

    @Override
    public Set<Role> approvers() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }
  }

  /**
   * Have a view answer from a fold that is not what it answers from now.
   *
   * @param slice the view, as in {@code orderdetails}
   * @param generation the rebuild that was compared
   * @param differing documents that are not the same
   */
  record SwitchView(String slice, String generation, long differing) implements Subject {
    @Override
    public Optional<CustomerId> customer() {
      return Optional.empty();
    }

    @Override
    public Set<Role> requesters() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }

    @Override
    public Set<Role> approvers() {
      return Set.of(Role.OPERATIONS, Role.INTEGRATION);
    }
  }
}
