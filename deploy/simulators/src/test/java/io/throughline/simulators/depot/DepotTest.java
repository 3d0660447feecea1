package io.throughline.simulators.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.simulators.Agenda;
import io.throughline.simulators.Faults;
import io.throughline.simulators.TurnableClock;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the warehouse, when, and with what else. */
class DepotTest {
  @TempDir Path folder;
  private final TurnableClock clock = new TurnableClock();
  private final Agenda agenda = new Agenda(clock.business());
  private final List<AutoCloseable> open = new ArrayList<>(List.of(agenda));

  @AfterEach
  void close() throws Exception {
    for (var thing : open.reversed()) {
      thing.close();
    }
  }

  /** Nobody is told of anything. */
  private static final class Silent implements Wire, Depot.Announcements {
    @Override
    public void sign(Message message, HttpRequest.Builder request) {}

    @Override
    public boolean givesUp(int tries, Duration sinceTheFirst) {
      return true;
    }

    @Override
    public Optional<Message> of(Shipment shipment, Milestone milestone) {
      return Optional.empty();
    }

    @Override
    public Optional<Message> back(GoodsBack goods) {
      return Optional.empty();
    }

    @Override
    public Optional<Message> held(Shipment shipment) {
      return Optional.empty();
    }
  }

  private Depot depot(boolean consolidates) {
    var silent = new Silent();
    var webhooks = new Webhooks(silent, new Faults(1, 0));
    var depot =
        new Depot(
            folder.resolve("depot.ndjson"),
            clock.business(),
            agenda,
            webhooks,
            silent,
            consolidates);
    depot.start();
    open.add(depot);
    return depot;
  }

  private Shipment take(Depot depot, String reference, String recipient, Fate fate) {
    return depot
        .take(
            new Entry.OrderTaken(
                reference, reference, "EAST", recipient, fate, Map.of("BOLT", 1), clock.instant()))
        .orElseThrow();
  }

  private static void awaitReached(Shipment shipment, Milestone milestone) {
    await().until(() -> shipment.has(milestone));
  }

  @Test
  void whatGoesToOneRecipientLeavesAndArrivesInOneParcel() {
    var depot = depot(true);
    var first = take(depot, "SO-1-S1", "Acme", Fate.ARRIVES);
    var elsewhere = take(depot, "SO-2-S1", "Bolts & Co", Fate.ARRIVES);
    clock.turn(Duration.ofHours(3));
    var second = take(depot, "SO-3-S1", "Acme", Fate.ARRIVES);
    clock.turn(Duration.ofHours(2).plusMinutes(30));
    awaitReached(second, Milestone.PICKED);

    clock.turn(Duration.ofHours(1));
    awaitReached(second, Milestone.SHIPPED);
    awaitReached(elsewhere, Milestone.SHIPPED);

    assertThat(second.parcel()).isNotEmpty().isEqualTo(first.parcel());
    assertThat(elsewhere.parcel()).isNotEqualTo(first.parcel());

    clock.turn(Duration.ofDays(2));
    awaitReached(second, Milestone.DELIVERED);
    assertThat(second.at(Milestone.DELIVERED)).isEqualTo(first.at(Milestone.DELIVERED));
  }

  @Test
  void timeOnHoldDoesNotCount() {
    var depot = depot(false);
    var shipment = take(depot, "SO-1-S1", "Acme", Fate.ARRIVES);
    clock.turn(Duration.ofHours(1));
    assertThat(depot.hold(shipment)).isTrue();
    clock.turn(Duration.ofDays(3));

    depot.release(shipment);
    clock.turn(Duration.ofMinutes(61));

    awaitReached(shipment, Milestone.PICKED);
    assertThat(shipment.has(Milestone.SHIPPED)).isFalse();
  }

  @Test
  void whatHasLeftIsNeitherHeldNorCancelled() {
    var depot = depot(false);
    var shipment = take(depot, "SO-1-S1", "Acme", Fate.ARRIVES);
    clock.turn(Duration.ofHours(7));
    awaitReached(shipment, Milestone.SHIPPED);

    assertThat(depot.hold(shipment)).isFalse();
    assertThat(depot.cancel(shipment)).isFalse();
  }

  @Test
  void aStreetsNameDecidesWhatBecomesOfIt() {
    var depot = depot(false);
    var lost = take(depot, "SO-1-S1", "Acme", Fate.of("9 Lost Road"));
    var back = take(depot, "SO-2-S1", "Acme", Fate.of("2 Nobody's Lane"));
    var late = take(depot, "SO-3-S1", "Acme", Fate.of("7 Snow Pass"));

    clock.turn(Duration.ofDays(30));

    awaitReached(back, Milestone.RETURNED);
    awaitReached(late, Milestone.DELIVERED);
    assertThat(late.has(Milestone.EXCEPTION)).isTrue();
    assertThat(back.has(Milestone.DELIVERED)).isFalse();
    assertThat(lost.milestones()).containsOnlyKeys(Milestone.PICKED, Milestone.SHIPPED);
  }

  @Test
  void whatItDidSurvivesItsDeath() throws Exception {
    var before = depot(false);
    var shipment = take(before, "SO-1-S1", "Acme", Fate.ARRIVES);
    clock.turn(Duration.ofHours(3));
    awaitReached(shipment, Milestone.PICKED);
    before.close();
    open.remove(before);

    var after = depot(false).find("SO-1-S1").orElseThrow();

    assertThat(after.has(Milestone.PICKED)).isTrue();
    clock.turn(Duration.ofDays(3));
    awaitReached(after, Milestone.DELIVERED);
  }
}
