package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.Optional;

/**
 * What operators announce of other systems' maintenance. {@code actor} is who did it, as an opaque
 * id.
 */
public sealed interface MaintenanceEvent extends Event {

  /** The ERP account or logistics provider, by its name in configuration. */
  String account();

  /** Tells one announcement from the next. */
  String windowId();

  @Override
  default Optional<CustomerId> customer() {
    return Optional.empty();
  }

  /**
   * Nothing is asked of the account meanwhile.
   *
   * @param from in business time (UTC)
   * @param until when it is to be there again (business time, UTC)
   */
  record MaintenanceAnnounced(
      String account,
      String windowId,
      Instant from,
      Instant until,
      @Personal String reason,
      String actor,
      Instant at)
      implements MaintenanceEvent {}

  /** It does not take place, or is over before its time. */
  record MaintenanceCalledOff(String account, String windowId, String actor, Instant at)
      implements MaintenanceEvent {}
}
