package io.throughline.command.maintenance;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What operators say of an account's maintenance. Every command may be sent twice without harm. */
sealed interface MaintenanceCommand {

  /** The ERP account or logistics provider, by its name in configuration. */
  String account();

  String windowId();

  /** Who says so, as an opaque id. */
  String actor();

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String aggregateId() {
    return AccountMaintenance.idOf(account());
  }

  /**
   * The account is not to be asked from then until then (business time, UTC).
   *
   * @param from now or later; what lies before now has no effect any more
   */
  record AnnounceMaintenance(
      String account,
      String windowId,
      Instant from,
      Instant until,
      String reason,
      String actor,
      Instant at)
      implements MaintenanceCommand {
    public AnnounceMaintenance {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException(
            "until (" + until + ") must come after from (" + from + ").");
      }
    }
  }

  /** It does not take place, or is over. */
  record CallOffMaintenance(String account, String windowId, String actor, Instant at)
      implements MaintenanceCommand {}
}
