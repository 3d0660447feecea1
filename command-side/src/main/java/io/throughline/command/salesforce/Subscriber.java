package io.throughline.command.salesforce;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.ClusterSingleton;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import io.throughline.command.salesforce.PubSubClient.Batch;
import io.throughline.command.salesforce.PubSubClient.Broken;
import io.throughline.command.salesforce.PubSubClient.Received;
import io.throughline.command.salesforce.PubSubClient.ReplayIdExpired;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one topic, on one node at a time. The position moves after what a batch brought is durable:
 * whatever happens in between, the batch comes again. Where the org does not know the position any
 * more, its records are read instead.
 */
final class Subscriber extends ClusterSingleton {
  private static final Logger log = LoggerFactory.getLogger(Subscriber.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final EventTopic topic;
  private final PubSubClient client;
  private final ReplayPositions positions;
  private final SalesforceProperties properties;
  private final Hearing hearing;
  private Duration pause = FIRST_PAUSE;
  private long rereadAt = System.nanoTime();

  Subscriber(
      EventTopic topic,
      PubSubClient client,
      ReplayPositions positions,
      DataSource dataSource,
      SalesforceProperties properties,
      Hearing hearing) {
    super("salesforce-" + nameOf(topic), topic.work(), dataSource);
    this.topic = topic;
    this.client = client;
    this.positions = positions;
    this.properties = properties;
    this.hearing = hearing;
  }

  String topic() {
    return topic.name();
  }

  Hearing hearing() {
    return hearing;
  }

  private static String nameOf(EventTopic topic) {
    return topic.name().substring(topic.name().lastIndexOf('/') + 1);
  }

  @Override
  protected void standsBy() {
    hearing.standby();
  }

  @Override
  protected void work(ClusterLock lock) {
    CallScope.within(Lane.WORKFLOW, () -> readWhile(lock));
  }

  /** Until the lock is gone; a stream that breaks is followed by another one. */
  private boolean readWhile(ClusterLock lock) {
    while (isRunning()) {
      try {
        stream(lock);
      } catch (ReplayIdExpired _) {
        log.warn(
            "{}: the org does not have the events after our position any more; its records are read"
                + " instead",
            topic.name());
        hearing.gap();
        positions.forget(topic.name());
        rereadAt = System.nanoTime();
      } catch (Broken | AskedInVain | CallHeld e) {
        pause(failed(e));
      } catch (SQLException e) {
        pause(failed(e));
        return false;
      } catch (InterruptedException _) {
        // whoever stops it has said so
      }
    }
    return true;
  }

  private void stream(ClusterLock lock)
      throws ReplayIdExpired, Broken, AskedInVain, SQLException, InterruptedException {
    var position = positions.of(topic.name());
    if (position.isEmpty()) {
      rereadAt = System.nanoTime();
    }
    try (var subscription = client.subscribe(topic.name(), position.orElse(null))) {
      hearing.heard();
      var heard = System.nanoTime();
      while (isRunning()) {
        var batch = subscription.next(LOOK.toMillis());
        if (batch != null) {
          heard = System.nanoTime();
          take(batch, subscription);
        } else if (System.nanoTime() - heard > properties.silence().toNanos()) {
          throw new Broken("nothing was heard for " + properties.silence());
        }
        if (batch == null || batch.events().isEmpty()) {
          lock.check();
          topic.tidy();
        }
        if (System.nanoTime() - rereadAt >= 0) {
          topic.reread();
          rereadAt = System.nanoTime() + properties.sweep().toNanos();
        }
      }
    }
  }

  private void take(Batch batch, PubSubClient.Subscription subscription) throws AskedInVain {
    if (!batch.events().isEmpty()) {
      topic.take(batch.events());
      subscription.request(Math.min(batch.events().size(), PubSubClient.MOST_REQUESTED));
    }
    positions.move(topic.name(), batch.latest());
    hearing.moved(batch.events().size(), madeAt(batch.events()));
    pause = FIRST_PAUSE;
  }

  private static @Nullable Instant madeAt(List<Received> events) {
    return events.isEmpty() ? null : events.getLast().madeAt();
  }

  @Override
  protected Duration failed(Exception e) {
    if (!isRunning()) {
      return Duration.ZERO;
    }
    hearing.broke(e.toString());
    log.warn("{} is read again in {}: {}", topic.name(), pause, e.toString());
    log.debug("What went wrong", e);
    var next = pause;
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return next;
  }
}
