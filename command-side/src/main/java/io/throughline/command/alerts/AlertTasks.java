package io.throughline.command.alerts;

import io.throughline.command.platform.tasks.EventMetadata;
import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentParked;
import io.throughline.kernel.event.OperatorEvent.ExceptionOverdue;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sees to it that somebody is told where nobody mends an exception in time. */
@Component
@ProcessingGroup("alerts")
class AlertTasks {
  private final TaskPlanner planner;
  private final List<Alerts> ways;

  AlertTasks(TaskPlanner planner, List<Alerts> ways) {
    this.planner = planner;
    this.ways = List.copyOf(ways);
  }

  @EventHandler
  void on(FulfilmentParked parked, EventMessage<?> message) {
    planner.plan(
        Pool.INTERNAL,
        WatchExceptionTask.NAME,
        parked.exceptionId().value(),
        new WatchExceptionTask.Watched(
            parked.exceptionId(), parked.cause(), parked.held(), parked.at()),
        EventMetadata.inherited(message),
        parked.at().plus(parked.cause().due()));
  }

  @EventHandler
  void on(ExceptionOverdue late, EventMessage<?> message) {
    for (var way : ways) {
      planner.plan(
          Pool.INTERNAL,
          RaiseAlertTask.NAME,
          late.exceptionId() + " by " + way.name(),
          new RaiseAlertTask.Told(way.name(), alert(late)),
          EventMetadata.inherited(message),
          late.at());
    }
  }

  private static Alert alert(ExceptionOverdue late) {
    return new Alert(
        late.exceptionId() + "-overdue",
        late.exceptionId().value(),
        late.orderId().value(),
        late.cause().name(),
        late.cause().summary(),
        late.queue().name(),
        late.held().amount(),
        late.held().currency().getCurrencyCode(),
        late.since(),
        late.due());
  }
}
