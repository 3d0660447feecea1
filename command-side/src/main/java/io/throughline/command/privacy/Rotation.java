package io.throughline.command.privacy;

import io.throughline.command.platform.tasks.Pool;
import io.throughline.command.platform.tasks.TaskPlanner;
import io.throughline.kernel.BusinessClock;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the one task that rotates epochs, wherever it is not planned yet. */
@Component
class Rotation {
  private final TaskPlanner planner;
  private final BusinessClock clock;

  Rotation(TaskPlanner planner, BusinessClock clock) {
    this.planner = planner;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void plan() {
    planner.plan(
        Pool.INTERNAL,
        RotationTask.NAME,
        "epochs",
        new RotationTask.Nothing(),
        Map.of(),
        clock.instant());
  }
}
