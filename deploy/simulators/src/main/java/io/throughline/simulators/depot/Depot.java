package io.throughline.simulators.depot;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.Agenda;
import io.throughline.simulators.Journal;
import io.throughline.simulators.Known;
import io.throughline.simulators.depot.Entry.MilestoneReached;
import io.throughline.simulators.depot.Entry.Mispacked;
import io.throughline.simulators.depot.Entry.OrderCancelled;
import io.throughline.simulators.depot.Entry.OrderHeld;
import io.throughline.simulators.depot.Entry.OrderReleased;
import io.throughline.simulators.depot.Entry.OrderTaken;
import io.throughline.simulators.depot.Entry.RanOut;
import io.throughline.simulators.depot.Entry.ReturnArrived;
import io.throughline.simulators.depot.Entry.ReturnCancelled;
import io.throughline.simulators.depot.Entry.ReturnExpected;
import io.throughline.simulators.depot.Entry.ReturnProcessed;
import io.throughline.simulators.depot.Entry.Split;
import io.throughline.simulators.depot.Entry.WebhookGivenUp;
import io.throughline.simulators.depot.Entry.WebhookTaken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The depot itself: what it has to ship, and how far that has come on the business clock. What goes
 * to the same recipient from the same location and is ready leaves in one parcel, if the depot
 * consolidates.
 */
public final class Depot implements AutoCloseable {
  private static final int FIRST_ID = 50_000;

  private final BusinessClock clock;
  private final Agenda agenda;
  private final Journal<Entry> journal;
  private final Webhooks webhooks;
  private final Announcements announcements;
  private final boolean consolidates;
  private final Map<String, Shipment> shipments = new LinkedHashMap<>();
  private final Map<String, Shipment> shipmentsById = new LinkedHashMap<>();
  private final Map<String, GoodsBack> returns = new LinkedHashMap<>();
  private final Set<RanOut> empty = new HashSet<>();
  private final List<Mispacked> mispacked = new ArrayList<>();
  private final List<Split> splits = new ArrayList<>();
  private final Set<String> settledMessages = new HashSet<>();
  private int ids = FIRST_ID;
  private int takenWebhooks;
  private int givenUpWebhooks;

  /** How the depot's owner tells clients of a milestone, if it does. */
  public interface Announcements {
    Optional<Message> of(Shipment shipment, Milestone milestone);

    Optional<Message> held(Shipment shipment);

    /** How it stands with goods that came back. */
    Optional<Message> back(GoodsBack goods);
  }

  /**
   * @param consolidates whether it packs what goes to one recipient into one parcel
   */
  public Depot(
      Path file,
      BusinessClock clock,
      Agenda agenda,
      Webhooks webhooks,
      Announcements announcements,
      boolean consolidates) {
    this.clock = clock;
    this.agenda = agenda;
    this.webhooks = webhooks;
    this.announcements = announcements;
    this.consolidates = consolidates;
    this.journal = new Journal<>(file, Entry.class);
    journal.replay(this::apply);
  }

  /** Goes on with what was under way when the process ended. */
  public synchronized void start() {
    webhooks.start(this::settled);
    for (var shipment : shipments.values()) {
      plan(shipment);
      shipment.milestones().keySet().forEach(reached -> announce(shipment, reached));
    }
    for (var goods : returns.values()) {
      plan(goods);
      if (goods.arrivedAt().isPresent()) {
        tell(announcements.back(goods));
      }
    }
  }

  /** Empty if the reference is taken. */
  public synchronized Optional<Shipment> take(OrderTaken taken) {
    if (shipments.containsKey(taken.reference())) {
      return Optional.empty();
    }
    record(taken);
    var shipment = Known.in(shipments, taken.reference());
    plan(shipment);
    return Optional.of(shipment);
  }

  /** From now on the location has nothing of the product, whatever anybody's books say. */
  public synchronized void runOut(String location, String product) {
    record(new RanOut(location, product, clock.instant()));
  }

  /**
   * So many units of the product leave in the shipment, whatever it asks for.
   *
   * @param reference of a shipment that has not left, or is not there yet
   */
  public synchronized void mispack(String reference, String product, int units) {
    record(new Mispacked(reference, product, units, clock.instant()));
  }

  /**
   * So many units of the product leave hours after the rest, in a second parcel.
   *
   * @param reference of a shipment that has not left, or is not there yet
   */
  public synchronized void split(String reference, String product, int units) {
    record(new Split(reference, product, units, clock.instant()));
    find(reference).ifPresent(this::plan);
  }

  public synchronized boolean isOut(String location, String product) {
    return empty.stream()
        .anyMatch(it -> it.location().equals(location) && it.product().equals(product));
  }

  public synchronized Optional<Shipment> find(String reference) {
    return Optional.ofNullable(shipments.get(reference));
  }

  public synchronized Optional<Shipment> findById(String id) {
    return Optional.ofNullable(shipmentsById.get(id));
  }

  /** Whether it is cancelled now. */
  public synchronized boolean cancel(Shipment shipment) {
    if (!shipment.isCancelled() && !shipment.hasLeft()) {
      record(new OrderCancelled(shipment.taken().reference(), clock.instant()));
    }
    return shipment.isCancelled();
  }

  /** Whether it is on hold now. What has left, or will not leave, cannot be held. */
  public synchronized boolean hold(Shipment shipment) {
    if (!shipment.isHeld() && !shipment.isCancelled() && !shipment.hasLeft()) {
      record(new OrderHeld(shipment.taken().reference(), clock.instant()));
      tell(announcements.held(shipment));
    }
    return shipment.isHeld();
  }

  /** It goes on from where it was; the time on hold does not count. */
  public synchronized void release(Shipment shipment) {
    if (shipment.isHeld()) {
      record(new OrderReleased(shipment.taken().reference(), clock.instant()));
      plan(shipment);
    }
  }

  /** Goods that are expected now; empty if the reference stands for others. */
  public synchronized Optional<GoodsBack> expect(
      String reference, String original, Map<String, Integer> quantities) {
    if (!returns.containsKey(reference)) {
      var fate = ReturnFate.of(Known.in(shipmentsById, original).taken().recipient());
      record(new ReturnExpected(reference, original, fate, quantities, clock.instant()));
      plan(Known.in(returns, reference));
    }
    return findReturn(reference).filter(it -> it.expected().original().equals(original));
  }

  public synchronized Optional<GoodsBack> findReturn(String reference) {
    return Optional.ofNullable(returns.get(reference));
  }

  public synchronized Optional<GoodsBack> findReturnById(String id) {
    return returns.values().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Whether it is cancelled now: what has arrived cannot be. */
  public synchronized boolean cancelReturn(GoodsBack goods) {
    if (goods.mayArrive()) {
      record(new ReturnCancelled(goods.expected().reference(), clock.instant()));
    }
    return goods.isCancelled();
  }

  private void plan(GoodsBack goods) {
    var at = goods.expected().at();
    if (goods.mayArrive() && goods.expected().fate() != ReturnFate.NEVER) {
      agenda.at(at.plus(GoodsBack.ARRIVES_AFTER), () -> arrive(goods));
    }
    if (goods.processedAt().isEmpty()) {
      agenda.at(at.plus(GoodsBack.PROCESSED_AFTER), () -> process(goods));
    }
  }

  private synchronized void arrive(GoodsBack goods) {
    if (goods.mayArrive()) {
      var at = goods.expected().at().plus(GoodsBack.ARRIVES_AFTER);
      record(new ReturnArrived(goods.expected().reference(), at));
      tell(announcements.back(goods));
    }
  }

  private synchronized void process(GoodsBack goods) {
    if (goods.isToBeProcessed()) {
      var good = new LinkedHashMap<>(goods.expected().quantities());
      var bad = new LinkedHashMap<String, Integer>();
      var fate = goods.expected().fate();
      var first = good.keySet().iterator().next();
      if (fate == ReturnFate.SHORT || fate == ReturnFate.BROKEN) {
        good.merge(first, -1, Integer::sum);
      }
      if (fate == ReturnFate.BROKEN) {
        bad.put(first, 1);
      }
      var at = goods.expected().at().plus(GoodsBack.PROCESSED_AFTER);
      record(new ReturnProcessed(goods.expected().reference(), good, bad, at));
      tell(announcements.back(goods));
    }
  }

  private void plan(Shipment shipment) {
    for (var milestone : Milestone.values()) {
      if (shipment.passes(milestone) && !shipment.has(milestone)) {
        agenda.at(shipment.due(milestone), () -> reach(shipment, milestone));
      }
    }
  }

  /** It may have been held, and then planned anew: only what is due by now happens. */
  private synchronized void reach(Shipment shipment, Milestone milestone) {
    if (isReady(shipment, milestone)) {
      var companions = consolidates ? companions(shipment, milestone) : List.<Shipment>of();
      var at = shipment.due(milestone);
      reached(shipment, milestone, parcel(shipment, milestone), at);
      companions.forEach(it -> reached(it, milestone, shipment.parcel(), at));
    }
  }

  private boolean isReady(Shipment shipment, Milestone milestone) {
    return shipment.mayStillMove()
        && !shipment.isHeld()
        && !shipment.has(milestone)
        && !shipment.due(milestone).isAfter(clock.instant());
  }

  private void reached(Shipment shipment, Milestone milestone, String parcel, Instant at) {
    record(new MilestoneReached(shipment.taken().reference(), milestone, parcel, at));
    announce(shipment, milestone);
  }

  private static String parcel(Shipment shipment, Milestone milestone) {
    return milestone == Milestone.PICKED || !shipment.parcel().isEmpty()
        ? shipment.parcel()
        : "1Z" + shipment.taken().reference().replaceAll("\\W", "");
  }

  /** What shares its way: ready for the same parcel, or in it. */
  private List<Shipment> companions(Shipment first, Milestone milestone) {
    var companions = new ArrayList<Shipment>();
    for (var other : shipments.values()) {
      var shares =
          switch (milestone) {
            case PICKED, REST_SHIPPED, REST_DELIVERED -> false;
            case SHIPPED -> isPacked(other) && goesTheSameWay(other, first);
            case EXCEPTION, OUT_FOR_DELIVERY, DELIVERED, RETURNED, DAMAGED ->
                other.parcel().equals(first.parcel()) && !other.has(milestone);
          };
      if (shares && other != first) {
        companions.add(other);
      }
    }
    return companions;
  }

  private static boolean isPacked(Shipment shipment) {
    return shipment.mayStillMove()
        && !shipment.isHeld()
        && shipment.has(Milestone.PICKED)
        && !shipment.hasLeft();
  }

  private static boolean goesTheSameWay(Shipment one, Shipment other) {
    return one.taken().location().equals(other.taken().location())
        && one.taken().recipient().equals(other.taken().recipient());
  }

  private void announce(Shipment shipment, Milestone milestone) {
    tell(announcements.of(shipment, milestone));
  }

  private void tell(Optional<Message> announcement) {
    announcement
        .filter(message -> !settledMessages.contains(message.id()))
        .ifPresent(webhooks::send);
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
        mispacked.stream()
            .filter(it -> it.reference().equals(taken.reference()))
            .forEach(it -> shipment.pack(it.product(), it.units()));
        splits.stream()
            .filter(it -> it.reference().equals(taken.reference()))
            .forEach(it -> shipment.split(it.product(), it.units()));
        shipments.put(taken.reference(), shipment);
        shipmentsById.put(shipment.id(), shipment);
      }
      case OrderCancelled cancelled ->
          Known.in(shipments, cancelled.reference()).cancel(cancelled.at());
      case OrderHeld held -> Known.in(shipments, held.reference()).hold(held.at());
      case OrderReleased released ->
          Known.in(shipments, released.reference()).release(released.at());
      case MilestoneReached reached -> Known.in(shipments, reached.reference()).reach(reached);
      case ReturnExpected expected ->
          returns.put(expected.reference(), new GoodsBack(Integer.toString(++ids), expected));
      case ReturnArrived arrived -> Known.in(returns, arrived.reference()).arrive(arrived.at());
      case ReturnProcessed processed -> Known.in(returns, processed.reference()).process(processed);
      case ReturnCancelled cancelled ->
          Known.in(returns, cancelled.reference()).cancel(cancelled.at());
      case RanOut ranOut -> empty.add(ranOut);
      case Mispacked other -> {
        mispacked.add(other);
        Optional.ofNullable(shipments.get(other.reference()))
            .ifPresent(it -> it.pack(other.product(), other.units()));
      }
      case Split split -> {
        splits.add(split);
        Optional.ofNullable(shipments.get(split.reference()))
            .ifPresent(it -> it.split(split.product(), split.units()));
      }
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

  /** The depot's books. */
  public synchronized Books books() {
    return new Books(
        new LinkedHashMap<>(shipments),
        new LinkedHashMap<>(returns),
        webhooks.sent(),
        webhooks.duplicated(),
        webhooks.heldBack(),
        webhooks.dropped(),
        takenWebhooks,
        givenUpWebhooks);
  }

  /**
   * @param sent requests, whatever came of them
   * @param dropped messages that were never sent at all
   */
  public record Books(
      Map<String, Shipment> shipments,
      Map<String, GoodsBack> returns,
      int sent,
      int duplicated,
      int heldBack,
      int dropped,
      int taken,
      int givenUp) {}

  @Override
  public void close() {
    webhooks.close();
    journal.close();
  }
}
