package io.throughline.simulators.shipbob;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Agenda;
import io.throughline.simulators.Journal;
import io.throughline.simulators.Known;
import io.throughline.simulators.shipbob.Entry.MilestoneReached;
import io.throughline.simulators.shipbob.Entry.OrderCancelled;
import io.throughline.simulators.shipbob.Entry.OrderTaken;
import io.throughline.simulators.shipbob.Entry.WebhookGivenUp;
import io.throughline.simulators.shipbob.Entry.WebhookTaken;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider itself: what it has to ship, and how far that has come on the business clock. */
public final class ShipBob implements AutoCloseable {
  private final BusinessClock clock;
  private final Agenda agenda;
  private final Journal<Entry> journal;
  private final Webhooks webhooks;
  private final Map<String, Shipment> shipments = new LinkedHashMap<>();
  private final Map<String, Shipment> shipmentsById = new LinkedHashMap<>();
  private final Set<String> settledMessages = new HashSet<>();
  private int ids = 50_000;
  private int takenWebhooks;
  private int givenUpWebhooks;

  public ShipBob(Path file, BusinessClock clock, Agenda agenda, Webhooks webhooks) {
    this.clock = clock;
    this.agenda = agenda;
    this.webhooks = webhooks;
    this.journal = new Journal<>(file, Entry.class);
    journal.replay(this::apply);
  }

  /** Goes on with what was under way when the process ended. */
  public synchronized void start() {
    webhooks.start(this::settled);
    for (var shipment : shipments.values()) {
      for (var milestone : Milestone.values()) {
        if (!shipment.milestones.containsKey(milestone)) {
          plan(shipment, milestone);
        } else if (!settledMessages.contains(messageId(shipment, milestone))) {
          send(shipment, milestone);
        }
      }
    }
  }

  /** Empty if the reference is taken. */
  synchronized Optional<Shipment> take(OrderTaken taken) {
    if (shipments.containsKey(taken.reference())) {
      return Optional.empty();
    }
    record(taken);
    var shipment = Known.in(shipments, taken.reference());
    for (var milestone : Milestone.values()) {
      plan(shipment, milestone);
    }
    return Optional.of(shipment);
  }

  synchronized Optional<Shipment> find(String reference) {
    return Optional.ofNullable(shipments.get(reference));
  }

  synchronized Optional<Shipment> findById(String id) {
    return Optional.ofNullable(shipmentsById.get(id));
  }

  /** Whether it is cancelled now. */
  synchronized boolean cancel(Shipment shipment) {
    if (!shipment.cancelled && !shipment.milestones.containsKey(Milestone.SHIPPED)) {
      record(new OrderCancelled(shipment.taken.reference(), clock.instant()));
    }
    return shipment.cancelled;
  }

  private void plan(Shipment shipment, Milestone milestone) {
    agenda.at(shipment.taken.at().plus(milestone.after), () -> reach(shipment, milestone));
  }

  private synchronized void reach(Shipment shipment, Milestone milestone) {
    if (!shipment.cancelled && !shipment.milestones.containsKey(milestone)) {
      record(
          new MilestoneReached(
              shipment.taken.reference(), milestone, shipment.taken.at().plus(milestone.after)));
      send(shipment, milestone);
    }
  }

  private void send(Shipment shipment, Milestone milestone) {
    webhooks.send(messageId(shipment, milestone), milestone.topic, Payload.of(shipment, milestone));
  }

  private static String messageId(Shipment shipment, Milestone milestone) {
    return "msg_" + shipment.id + "_" + milestone.ordinal();
  }

  private synchronized void settled(String messageId, boolean taken) {
    if (!settledMessages.contains(messageId)) {
      record(taken ? new WebhookTaken(messageId) : new WebhookGivenUp(messageId));
    }
  }

  private void record(Entry entry) {
    journal.append(entry);
    apply(entry);
  }

  private void apply(Entry entry) {
    switch (entry) {
      case OrderTaken taken -> {
        var shipment = new Shipment(Integer.toString(++ids), taken);
        shipments.put(taken.reference(), shipment);
        shipmentsById.put(shipment.id, shipment);
      }
      case OrderCancelled cancelled -> Known.in(shipments, cancelled.reference()).cancelled = true;
      case MilestoneReached reached ->
          Known.in(shipments, reached.reference())
              .milestones
              .put(reached.milestone(), reached.at());
      case WebhookTaken taken -> {
        settledMessages.add(taken.messageId());
        takenWebhooks++;
      }
      case WebhookGivenUp givenUp -> {
        settledMessages.add(givenUp.messageId());
        givenUpWebhooks++;
      }
    }
  }

  /** The provider's books. */
  synchronized Books books() {
    return new Books(new LinkedHashMap<>(shipments), takenWebhooks, givenUpWebhooks);
  }

  record Books(Map<String, Shipment> shipments, int webhooksTaken, int webhooksGivenUp) {}

  @Override
  public void close() {
    webhooks.close();
    journal.close();
  }
}
