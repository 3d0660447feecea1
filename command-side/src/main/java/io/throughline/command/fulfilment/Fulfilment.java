package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.FulfilmentCommand.CancelFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.HoldFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.NoteOverdue;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.fulfilment.FulfilmentCommand.RecordShipmentUpdate;
import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.StartFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeBillPayments;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeDeposits;
import io.throughline.command.fulfilment.FulfilmentCommand.TakePayments;
import io.throughline.command.fulfilment.FulfilmentCommand.TakeProductChange;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentStarted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The event-sourced shell of the process: it holds the state, the pure parts decide. */
@Revision("4")
@Aggregate(
    type = "fulfilment",
    cache = "aggregateCache",
    snapshotTriggerDefinition = "snapshotEachFewEvents")
class Fulfilment {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable FulfilmentState state;

  Fulfilment() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(StartFulfilment start) {
    if (state == null) {
      AggregateLifecycle.apply(start.terms());
      react(start);
    }
  }

  @CommandHandler
  void decide(RecordAnswer record) {
    handle(record);
  }

  @CommandHandler
  void decide(RecordShipmentUpdate record) {
    handle(record);
  }

  @CommandHandler
  void decide(NoteOverdue note) {
    handle(note);
  }

  @CommandHandler
  void decide(SuspendShipping suspend) {
    handle(suspend);
  }

  @CommandHandler
  void decide(ResumeShipping resume) {
    handle(resume);
  }

  @CommandHandler
  void decide(CancelFulfilment cancel) {
    handle(cancel);
  }

  @CommandHandler
  void decide(ChangeFulfilment change) {
    handle(change);
  }

  @CommandHandler
  void decide(ChangeSubscription change) {
    handle(change);
  }

  @CommandHandler
  void decide(HoldFulfilment hold) {
    handle(hold);
  }

  @CommandHandler
  void decide(ReleaseFulfilment release) {
    handle(release);
  }

  @CommandHandler
  void decide(TakeProductChange change) {
    handle(change);
  }

  @CommandHandler
  void decide(TakePayments told) {
    handle(told);
  }

  @CommandHandler
  void decide(TakeBillPayments told) {
    handle(told);
  }

  @CommandHandler
  void decide(TakeDeposits told) {
    handle(told);
  }

  @CommandHandler
  void decide(ApplyRemedy apply) {
    handle(apply);
  }

  @CommandHandler
  void decide(OperatorCommand.PauseOrder pause) {
    handle(pause);
  }

  @CommandHandler
  void decide(OperatorCommand.ResumeOrder resume) {
    handle(resume);
  }

  @CommandHandler
  void decide(OperatorCommand.RetryStep retry) {
    handle(retry);
  }

  @CommandHandler
  void decide(OperatorCommand.SkipStep skip) {
    handle(skip);
  }

  @CommandHandler
  void decide(OperatorCommand.RerouteStep reroute) {
    handle(reroute);
  }

  @CommandHandler
  void decide(OperatorCommand.InjectPayload inject) {
    handle(inject);
  }

  @CommandHandler
  void decide(OperatorCommand.NoteExceptionOverdue note) {
    handle(note);
  }

  @CommandHandler
  void decide(ReturnCommand.RequestReturn request) {
    handle(request);
  }

  @CommandHandler
  void decide(ReturnCommand.WithdrawReturn withdraw) {
    handle(withdraw);
  }

  @CommandHandler
  void decide(ReturnCommand.InspectReturn inspect) {
    handle(inspect);
  }

  @CommandHandler
  void decide(ReturnCommand.RecordReturnUpdate record) {
    handle(record);
  }

  @EventSourcingHandler
  void evolve(FulfilmentEvent event) {
    id = "fulfilment/" + event.orderId();
    state =
        event instanceof FulfilmentStarted started
            ? FulfilmentState.started(started)
            : state().evolve(event);
  }

  private void handle(FulfilmentCommand command) {
    Decisions.decide(state(), command).forEach(AggregateLifecycle::apply);
    react(command);
  }

  private void react(FulfilmentCommand command) {
    FulfilmentProcess.react(state(), command.at()).forEach(AggregateLifecycle::apply);
  }

  private FulfilmentState state() {
    if (state == null) {
      throw new IllegalStateException("The fulfilment " + id + " has no beginning.");
    }
    return state;
  }
}
