package io.throughline.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code throughline.milestone{milestone}}: business time from submission. */
@Component
class MilestoneTimers implements Milestones {
  private final MeterRegistry meters;

  MilestoneTimers(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void reached(String milestone, Duration sinceSubmitted) {
    Timer.builder("throughline.milestone")
        .description("Business time from an order's submission to a milestone")
        .tag("milestone", milestone)
        .publishPercentiles(0.5, 0.99)
        .register(meters)
        .record(sinceSubmitted);
  }
}
