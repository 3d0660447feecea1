package io.throughline.command.changes;

import io.throughline.command.erp.ErpChanges.Change;
import io.throughline.command.erp.ErpChanges.Kind;
import io.throughline.command.erp.Erps;
import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.ClusterSingleton;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Asks each ERP account for what changed, page by page in a unique order, each look a little before
 * where the last one ended. One node does it at a time; where the ERP is busy or silent, the next
 * look begins at the same place.
 */
@Component
@EnableConfigurationProperties(PollProperties.class)
class ErpPoller extends ClusterSingleton {
  private static final Logger log = LoggerFactory.getLogger(ErpPoller.class);

  private final Erps erps;
  private final TakenChanges taken;
  private final PollProperties properties;

  ErpPoller(Erps erps, TakenChanges taken, DataSource dataSource, PollProperties properties) {
    super("erp-poller", ClusterLock.Work.POLLING_THE_ERP, dataSource);
    this.erps = erps;
    this.taken = taken;
    this.properties = properties;
  }

  @Override
  protected void work(ClusterLock lock) throws SQLException {
    while (isRunning()) {
      look();
      pause(properties.every());
      lock.check();
    }
  }

  @Override
  protected Duration failed(Exception e) {
    log.warn("Asking the ERP for changes pauses and is tried again: {}", e.toString());
    log.debug("What went wrong", e);
    return properties.every();
  }

  /** One look at every account, to the end of what there is. */
  void look() {
    for (var account : erps.names()) {
      for (var kind : Kind.values()) {
        try {
          CallScope.within(
              Lane.BACKFILL,
              () -> {
                look(account, kind);
                return kind;
              });
        } catch (CallHeld held) {
          log.debug("{}", held.getMessage()); // the next look begins at the same place
        }
        taken.forget(account, kind, properties.overlap());
      }
    }
  }

  private void look(String account, Kind kind) {
    var after = taken.position(account, kind).back(properties.overlap());
    while (true) {
      switch (erps.at(account).changes(kind, after, properties.page())) {
        case Answer.Done<List<Change>>(var page) -> {
          taken.take(account, kind, page);
          if (page.size() < properties.page()) {
            return;
          }
          after = page.getLast().mark();
        }
        case Answer.Busy<List<Change>>(var answer, _, _) -> {
          log.debug("{} is busy: {}", account, answer);
          return;
        }
        case Answer.Unknown<List<Change>>(var reason) -> {
          log.debug("{} gave no answer: {}", account, reason);
          return;
        }
        case Answer.Refused<List<Change>>(_, var answer) -> {
          log.warn("{} refuses to tell what changed: {}", account, answer);
          return;
        }
      }
    }
  }
}
