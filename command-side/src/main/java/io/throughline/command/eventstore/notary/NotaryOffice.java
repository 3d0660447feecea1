package io.throughline.command.eventstore.notary;

import io.throughline.command.eventstore.ClusterLock;
import io.throughline.command.eventstore.ClusterSingleton;
import io.throughline.kernel.proof.SigningKey;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The notary at work: looks at the log's end again and again, and has it signed when enough events
 * wait or one has waited long enough. Where the notary refuses, it says so loudly and tries again
 * later: a row that was put right is signed.
 */
final class NotaryOffice extends ClusterSingleton implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(NotaryOffice.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CheckpointPlace place;
  private final SigningKey key;
  private final long everyEvents;
  private final Duration every;
  private volatile Health health = Health.up().build();
  private String complaint = "";

  /**
   * @param every wall time
   */
  NotaryOffice(
      DataSource dataSource,
      CheckpointPlace place,
      SigningKey key,
      long everyEvents,
      Duration every) {
    super("notary", ClusterLock.Work.SIGNING, dataSource);
    this.place = place;
    this.key = key;
    this.everyEvents = everyEvents;
    this.every = every;
  }

  @Override
  protected void work(ClusterLock lock) throws SQLException, IOException, InterruptedException {
    var stored = new StoredLog(lock.connection());
    var notary = Notary.resume(stored, place, key);
    var waitingSince = System.nanoTime();
    while (isRunning()) {
      var end = end(stored);
      var waiting = end - notary.covered();
      if (waiting == 0) {
        waitingSince = System.nanoTime();
      } else if (waiting < 0 || waiting >= everyEvents || isOver(waitingSince)) {
        sign(notary, end);
        waitingSince = System.nanoTime();
      }
      complaint = "";
      health = Health.up().withDetail("covered", notary.covered()).build();
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
    sign(notary, end(stored)); // what came last does not wait for the next start
  }

  private static long end(StoredLog stored) throws SQLException {
    return stored.head().map(StoredLog.Head::globalIndex).orElse(0L);
  }

  private static void sign(Notary notary, long end) throws SQLException, IOException {
    notary
        .sign(end)
        .ifPresent(checkpoint -> log.debug("Checkpoint {} is signed", checkpoint.size()));
  }

  private boolean isOver(long since) {
    return System.nanoTime() - since >= every.minus(LOOK).toNanos();
  }

  @Override
  protected Duration failed(Exception e) {
    var reason = String.valueOf(e.getMessage());
    if (!(e instanceof NotaryRefuses)) {
      log.warn("Signing pauses and is tried again: {}", reason);
    } else if (!reason.equals(complaint)) { // said once, not with every try
      log.error("THE NOTARY REFUSES TO SIGN. {} Run: throughline audit verify", reason);
      complaint = reason;
    }
    health = Health.down().withDetail("reason", reason).build();
    return PAUSE;
  }

  @Override
  public void stop() {
    stopGently();
  }

  /** Stops late, when nothing is appended any more. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE / -2;
  }

  @Override
  public Health health() {
    return health;
  }
}
