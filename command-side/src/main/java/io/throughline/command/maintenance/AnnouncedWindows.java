package io.throughline.command.maintenance;

import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.command.platform.maintenance.Window;
import io.throughline.command.platform.maintenance.Window.Source;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceCalledOff;
import io.throughline.kernel.event.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads from the log what was announced, on every node and whichever node took the announcement,
 * and has it kept to. The tasks begin only when it is read.
 */
@Component
class AnnouncedWindows implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AnnouncedWindows.class);

  /** How late another node may hear of an announcement (wall time). */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final EventLog events;
  private final Maintenance maintenance;
  private final Accounts accounts;
  private final Map<String, List<RecordedEvent>> read = new ConcurrentHashMap<>();
  private volatile boolean running;

  AnnouncedWindows(EventLog events, Maintenance maintenance, Accounts accounts) {
    this.events = events;
    this.maintenance = maintenance;
    this.accounts = accounts;
  }

  /** Announcements that were not called off, as they were made. Pure. */
  static Collection<MaintenanceAnnounced> standing(List<RecordedEvent> history) {
    var standing = new LinkedHashMap<String, MaintenanceAnnounced>();
    for (var recorded : history) {
      switch (recorded.event()) {
        case MaintenanceAnnounced announced -> standing.put(announced.windowId(), announced);
        case MaintenanceCalledOff off -> standing.remove(off.windowId());
        case Event _ -> throw new IllegalStateException("Not about maintenance: " + recorded);
      }
    }
    return standing.values();
  }

  Collection<MaintenanceAnnounced> of(String account) {
    return standing(read.getOrDefault(account, List.of()));
  }

  /** Looks now; whoever has just announced something need not wait. */
  synchronized void look() {
    for (var account : accounts.names()) {
      var known = read.getOrDefault(account, List.of());
      var news = events.from(AccountMaintenance.idOf(account), known.size());
      if (!news.isEmpty()) {
        var all = new ArrayList<>(known);
        all.addAll(news);
        read.put(account, List.copyOf(all));
        maintenance.announced(
            account,
            standing(all).stream()
                .map(it -> new Window(account, it.from(), it.until(), Source.ANNOUNCED))
                .toList());
      }
    }
  }

  private void lookOnAndOn() {
    while (running) {
      try {
        Thread.sleep(LOOK);
        if (running) {
          look();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) {
          log.warn("Announced maintenance cannot be read and is read again: {}", e.getMessage());
        }
      }
    }
  }

  @Override
  public void start() {
    look();
    running = true;
    Thread.ofPlatform().name("announced-windows").daemon().start(this::lookOnAndOn);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the tasks and the poller, which begin last. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }
}
