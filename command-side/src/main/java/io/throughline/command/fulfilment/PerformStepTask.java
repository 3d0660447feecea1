package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.RecordAnswer;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Carries a step out and records what came of it. The state decides whether the step is still
 * wanted; a step that keeps failing is parked, so that it waits for a person and not for ever.
 */
@Component
class PerformStepTask implements TaskHandler<PerformStepTask.StepRound> {
  static final String NAME = "perform-step";

  record StepRound(OrderId orderId, StepId stepId, int round) {}

  private final Fulfilments fulfilments;
  private final StepPerformer performer;
  private final Parking parking;
  private final CommandGateway commands;
  private final BusinessClock clock;

  PerformStepTask(
      Fulfilments fulfilments,
      StepPerformer performer,
      Parking parking,
      CommandGateway commands,
      BusinessClock clock) {
    this.fulfilments = fulfilments;
    this.performer = performer;
    this.parking = parking;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<StepRound> dataType() {
    return StepRound.class;
  }

  @Override
  public Next run(StepRound task, int attempt) {
    var state = fulfilments.find(task.orderId()).orElseThrow();
    if (!state.steps().isPending(task.stepId(), task.round())) {
      return new Next.Finished(); // answered before a crash, or not wanted any more
    }
    var step = state.steps().find(task.stepId()).orElseThrow().step();
    return follow(performer.perform(step, state), step, state, attempt);
  }

  private Next follow(StepOutcome outcome, Step step, FulfilmentState state, int attempt) {
    return switch (outcome) {
      case StepOutcome.Told(var updates, var then) -> {
        updates.forEach(update -> commands.sendAndWait(ReportedShipments.record(update)));
        yield follow(then, step, state, attempt);
      }
      case StepOutcome.Learned(var command, var then) -> {
        commands.sendAndWait(command);
        var now = fulfilments.find(state.orderId()).orElseThrow();
        yield now.steps().isUnderWay(now.idOf(step))
            ? follow(then.apply(now), step, now, attempt)
            : new Next.Finished();
      }
      case StepOutcome.Answered(var fact) -> record(new RecordAnswer(fact));
      case StepOutcome.NotYet(var pause) -> new Next.NotYet(clock.instant().plus(pause));
      case StepOutcome.Refused refused ->
          record(new RecordAnswer(parking.refused(state, step, refused)));
      case StepOutcome.Unclear unclear ->
          parking.isExhausted(attempt)
              ? record(new RecordAnswer(parking.exhausted(state, step, unclear)))
              : new Next.TryAgain(unclear.retryAfter());
    };
  }

  /**
   * A long outage becomes somebody's matter; a short one is waited for, and so is maintenance that
   * somebody announced, however long it takes.
   */
  @Override
  public Next held(StepRound task, CallHeld call, Duration since) {
    var state = fulfilments.find(task.orderId()).orElseThrow();
    if (call.reason() == CallHeld.Reason.MAINTENANCE
        || !parking.isLong(since)
        || !state.steps().isPending(task.stepId(), task.round())) {
      return TaskHandler.super.held(task, call, since);
    }
    var step = state.steps().find(task.stepId()).orElseThrow().step();
    return record(new RecordAnswer(parking.held(state, step, call)));
  }

  private Next record(RecordAnswer answer) {
    commands.sendAndWait(answer);
    return new Next.Finished();
  }
}
