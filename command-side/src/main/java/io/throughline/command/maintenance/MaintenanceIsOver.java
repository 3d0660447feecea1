package io.throughline.command.maintenance;

import io.throughline.command.platform.BusinessRefusal;
import java.time.Instant;

/** What has passed can neither be announced nor called off. */
final class MaintenanceIsOver extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  MaintenanceIsOver(Instant until) {
    super(
        "maintenance-over",
        "The window ends at "
            + until
            + ", which has passed in business time: announce one that ends later.");
  }
}
