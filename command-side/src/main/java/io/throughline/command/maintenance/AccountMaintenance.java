package io.throughline.command.maintenance;

import io.throughline.command.maintenance.MaintenanceCommand.AnnounceMaintenance;
import io.throughline.command.maintenance.MaintenanceCommand.CallOffMaintenance;
import io.throughline.kernel.event.MaintenanceEvent;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceCalledOff;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The announced maintenance of one account. */
@Aggregate(type = "maintenance", cache = "aggregateCache")
@Revision("1")
class AccountMaintenance {
  @AggregateIdentifier private @Nullable String id;
  private final Map<String, MaintenanceAnnounced> announced = new HashMap<>();
  private final Map<String, MaintenanceCalledOff> calledOff = new HashMap<>();

  AccountMaintenance() {}

  static String idOf(String account) {
    return "maintenance/" + account;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(AnnounceMaintenance announce) {
    if (announced.containsKey(announce.windowId())) {
      return; // a retry, not an error
    }
    if (!announce.until().isAfter(announce.at())) {
      throw new MaintenanceIsOver(announce.until());
    }
    AggregateLifecycle.apply(
        new MaintenanceAnnounced(
            announce.account(),
            announce.windowId(),
            announce.from(),
            announce.until(),
            announce.reason(),
            announce.actor(),
            announce.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(CallOffMaintenance callOff) {
    if (calledOff.containsKey(callOff.windowId())) {
      return; // a retry, not an error
    }
    var window = announced.get(callOff.windowId());
    if (window == null) {
      throw new UnknownMaintenance(callOff.account(), callOff.windowId());
    }
    if (!window.until().isAfter(callOff.at())) {
      throw new MaintenanceIsOver(window.until());
    }
    AggregateLifecycle.apply(
        new MaintenanceCalledOff(
            callOff.account(), callOff.windowId(), callOff.actor(), callOff.at()));
  }

  @EventSourcingHandler
  void evolve(MaintenanceEvent event) {
    id = idOf(event.account());
    switch (event) {
      case MaintenanceAnnounced news -> announced.put(news.windowId(), news);
      case MaintenanceCalledOff off -> calledOff.put(off.windowId(), off);
    }
  }
}
