package io.throughline.command.alerts;

import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people in one way, again and again until it is taken. */
@Component
class RaiseAlertTask implements TaskHandler<RaiseAlertTask.Told> {
  static final String NAME = "raise-alert";

  /** After some hours of trying nobody waits for it any more; the view shows it all the same. */
  private static final int ATTEMPTS = 500;

  /**
   * @param way by its name
   */
  record Told(String way, Alert alert) {}

  private final List<Alerts> ways;

  RaiseAlertTask(List<Alerts> ways) {
    this.ways = List.copyOf(ways);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Told> dataType() {
    return Told.class;
  }

  @Override
  public Next run(Told task, int attempt) {
    var isTaken =
        ways.stream()
            .filter(way -> way.name().equals(task.way()))
            .findFirst()
            .map(way -> way.raise(task.alert()))
            .orElse(true); // it was taken out of the configuration
    return isTaken || attempt >= ATTEMPTS ? new Next.Finished() : new Next.TryAgain(null);
  }
}
