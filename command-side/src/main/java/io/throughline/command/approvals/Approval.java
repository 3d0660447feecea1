package io.throughline.command.approvals;

import io.throughline.command.approvals.ApprovalCommand.DecideApproval;
import io.throughline.command.approvals.ApprovalCommand.ExpireApproval;
import io.throughline.command.approvals.ApprovalCommand.RequestApproval;
import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.ApprovalEvent.ApprovalExpired;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRefused;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import java.util.Collections;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One request that needs two people. */
@Aggregate(type = "approval", cache = "aggregateCache")
@Revision("1")
class Approval {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable ApprovalRequested request;
  private @Nullable ApprovalEvent outcome;

  Approval() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RequestApproval ask) {
    if (Collections.disjoint(ask.roles(), ask.subject().requesters())) {
      throw new NotYoursToAsk(ask.subject());
    }
    if (request == null) { // else it is a retry
      AggregateLifecycle.apply(
          new ApprovalRequested(
              ask.approvalId(),
              ask.subject(),
              ask.reason(),
              ask.actor(),
              ask.expiresAt(),
              ask.at()));
    }
  }

  @CommandHandler
  void decide(DecideApproval decide) {
    var asked = Objects.requireNonNull(request);
    if (decide.actor().equals(asked.actor())) {
      throw new OwnRequest(asked.approvalId());
    }
    if (Collections.disjoint(decide.roles(), asked.subject().approvers())) {
      throw new NotYoursToDecide(asked.subject());
    }
    if (outcome != null) {
      if (!isSameWord(outcome, decide)) {
        throw new DecidedAlready(outcome);
      }
    } else if (!decide.at().isBefore(asked.expiresAt())) {
      throw new TooLate(asked);
    } else {
      AggregateLifecycle.apply(
          decide.approved()
              ? new ApprovalGranted(
                  asked.approvalId(), asked.subject(), decide.reason(), decide.actor(), decide.at())
              : new ApprovalRefused(
                  asked.approvalId(),
                  asked.subject(),
                  decide.reason(),
                  decide.actor(),
                  decide.at()));
    }
  }

  /** The same person says the same once more. */
  private static boolean isSameWord(ApprovalEvent outcome, DecideApproval decide) {
    return switch (outcome) {
      case ApprovalGranted granted -> decide.approved() && granted.actor().equals(decide.actor());
      case ApprovalRefused refused -> !decide.approved() && refused.actor().equals(decide.actor());
      case ApprovalRequested _, ApprovalExpired _ -> false;
    };
  }

  @CommandHandler
  void decide(ExpireApproval expire) {
    var asked = Objects.requireNonNull(request);
    if (outcome == null && !expire.at().isBefore(asked.expiresAt())) {
      AggregateLifecycle.apply(
          new ApprovalExpired(asked.approvalId(), asked.subject(), expire.at()));
    }
  }

  @EventSourcingHandler
  void evolve(ApprovalEvent event) {
    switch (event) {
      case ApprovalRequested requested -> {
        id = "approval/" + requested.approvalId();
        request = requested;
      }
      case ApprovalGranted _, ApprovalRefused _, ApprovalExpired _ -> outcome = event;
    }
  }
}
