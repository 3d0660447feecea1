package io.throughline.command.salesforce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one topic of the org is heard on this node, for health and as metrics {@code
 * throughline.salesforce.*}, all in wall time, as the org's is. The org tells no distance between
 * replay ids: how far behind we are is told by the age of the events that are taken, and by when
 * the position moved.
 */
final class Hearing {

  enum State {
    /** Another node reads the topic, or is about to. */
    STANDBY,
    LISTENING,
    /** The stream is over, and another one is about to be tried. */
    BROKEN
  }

  /**
   * @param heardAt when the org last said anything, if only that it is there
   * @param movedAt when the position last moved
   * @param why the stream is over
   */
  record Heard(
      State state, @Nullable Instant heardAt, @Nullable Instant movedAt, @Nullable String why) {}

  private final Clock wall;
  private final Counter taken;
  private final Counter breaks;
  private final Counter gaps;
  private volatile Heard now = new Heard(State.STANDBY, null, null, null);
  private volatile Duration age = Duration.ZERO;

  Hearing(String topic, Clock wall, MeterRegistry meters) {
    this.wall = wall;
    this.taken = counter("events.taken", "Events of the org that were dealt with", topic, meters);
    this.breaks = counter("breaks", "Streams that ended or could not be had", topic, meters);
    this.gaps =
        counter(
            "gaps",
            "Positions that the org did not know any more: records were read",
            topic,
            meters);
    Gauge.builder("throughline.salesforce.listening", this, it -> it.isListening() ? 1 : 0)
        .description("1 while this node hears the topic; on one node at a time")
        .tag("topic", topic)
        .register(meters);
    Gauge.builder("throughline.salesforce.event.age", this, it -> it.age.toMillis() / 1000.0)
        .description("How old the latest event was when it had been dealt with")
        .baseUnit("seconds")
        .tag("topic", topic)
        .register(meters);
    Gauge.builder("throughline.salesforce.position.age", this, Hearing::positionAge)
        .description(
            "Since the replay position moved; the org's keepalive moves it too, each 270 s")
        .baseUnit("seconds")
        .tag("topic", topic)
        .register(meters);
  }

  private static Counter counter(
      String name, String description, String topic, MeterRegistry meters) {
    return Counter.builder("throughline.salesforce." + name)
        .description(description)
        .tag("topic", topic)
        .register(meters);
  }

  Heard now() {
    return now;
  }

  private boolean isListening() {
    return now.state() == State.LISTENING;
  }

  /** NaN where this node has moved none. */
  private double positionAge() {
    var moved = now.movedAt();
    return moved == null || !isListening()
        ? Double.NaN
        : Duration.between(moved, wall.instant()).toMillis() / 1000.0;
  }

  void standby() {
    now = new Heard(State.STANDBY, now.heardAt(), now.movedAt(), null);
  }

  void heard() {
    now = new Heard(State.LISTENING, wall.instant(), now.movedAt(), null);
  }

  /**
   * What a batch brought is durable, and the position behind it.
   *
   * @param latest when the last of its events was made; null if it had none, or none says
   */
  void moved(int events, @Nullable Instant latest) {
    taken.increment(events);
    var moment = wall.instant();
    now = new Heard(State.LISTENING, moment, moment, null);
    if (latest != null) {
      age = Duration.between(latest, moment);
    }
  }

  void gap() {
    gaps.increment();
  }

  void broke(String why) {
    breaks.increment();
    now = new Heard(State.BROKEN, now.heardAt(), now.movedAt(), why);
  }
}
