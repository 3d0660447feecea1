package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.NotYet;
import io.throughline.command.order.OrderCommand.AdvanceOrder;
import io.throughline.command.platform.Milestones;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.FulfilmentEvent.OrderInformed;
import io.throughline.kernel.event.FulfilmentEvent.ShipDayCame;
import io.throughline.kernel.event.SubscriptionEvent.SubscriptionDayCame;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Carries out the steps that are our own. */
@Component
class OwnSteps {
  private final CommandGateway commands;
  private final BusinessClock clock;
  private final Milestones milestones;

  OwnSteps(CommandGateway commands, BusinessClock clock, Milestones milestones) {
    this.commands = commands;
    this.clock = clock;
    this.milestones = milestones;
  }

  StepOutcome perform(Step.OwnStep step, FulfilmentState state) {
    var id = state.idOf(step);
    return switch (step) {
      case Step.InformOrder inform -> informOrder(id, inform, state);
      case Step.AwaitShipDay await -> awaitShipDay(id, await.day(), state);
      case Step.AwaitSubscriptionDay await -> awaitSubscriptionDay(id, await.day(), state);
      case Step.ConfirmCount confirm -> Counting.confirmed(confirm, state, clock.instant());
      case Step.ConfirmInspection confirm -> Inspection.confirmed(confirm, state, clock.instant());
    };
  }

  private StepOutcome awaitShipDay(StepId id, LocalDate day, FulfilmentState state) {
    var now = clock.instant();
    var pause = Duration.between(now, ShipAhead.momentFor(day));
    return pause.isPositive()
        ? new NotYet(pause)
        : new Answered(new ShipDayCame(state.orderId(), state.customerId(), id, day, now));
  }

  private StepOutcome awaitSubscriptionDay(StepId id, LocalDate day, FulfilmentState state) {
    var now = clock.instant();
    var pause = Duration.between(now, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    return pause.isPositive()
        ? new NotYet(pause)
        : new Answered(new SubscriptionDayCame(state.orderId(), state.customerId(), id, day, now));
  }

  private StepOutcome informOrder(StepId id, Step.InformOrder inform, FulfilmentState state) {
    var detail =
        switch (inform.milestone()) {
          case ACCEPTED -> Objects.requireNonNullElse(state.books().erpOrderId(), "");
          case SHIPPED, COMPLETED -> "";
          case CANCELLED, PARTLY_CANCELLED -> state.cancellationReason();
          case CANCELLATION_REFUSED -> FulfilmentProcess.whyTooLate(state);
        };
    commands.sendAndWait(
        new AdvanceOrder(
            state.orderId(), inform.milestone(), inform.occurrence(), detail, clock.instant()));
    milestones.reached(inform.milestone().wireName(), sinceSubmitted(state));
    return new Answered(
        new OrderInformed(
            state.orderId(), state.customerId(), id, inform.milestone(), clock.instant()));
  }

  private Duration sinceSubmitted(FulfilmentState state) {
    return Duration.between(state.submittedAt(), clock.instant());
  }
}
