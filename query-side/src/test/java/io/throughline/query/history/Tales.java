package io.throughline.query.history;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.CancellationRefused;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelayed;
import io.throughline.kernel.event.FulfilmentEvent.TermsChanged;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.event.OperatorEvent.OrderResumed;
import io.throughline.kernel.event.OrderEvent.OrderAccepted;
import io.throughline.kernel.event.OrderEvent.OrderCancellationRequested;
import io.throughline.kernel.event.OrderEvent.OrderSubmitted;
import io.throughline.kernel.event.SaleEvent.OrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.OrderChanged;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.event.SaleEvent.PartialCancellationStarted;
import io.throughline.kernel.event.StoredEvent;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.query.History;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Histories that could have come about, and some that could not: whatever is folded must agree. */
public final class Tales {
  private static final EventFormat PLAIN = new EventFormat();
  private static final CustomerId ACME = new CustomerId("ACME");

  private final RandomGenerator random;

  public Tales(RandomGenerator random) {
    this.random = random;
  }

  /** Every kind of event that the tales are made of, once, of one order. */
  static List<Event> kinds(String order) {
    var tale = History.of(order, ACME.value());
    var id = new OrderId(order);
    var at = History.AT.plusSeconds(20);
    var submitted = (OrderSubmitted) tale.submitted();
    var later = submitted.terms().withRequestedOn(LocalDate.parse("2026-04-20"));
    return Stream.of(
            List.of(tale.submitted("3.00", LocalDate.parse("2026-03-30")), tale.cameBack()),
            tale.whole(),
            List.of(
                tale.allocated(4),
                tale.held(),
                tale.overdue(),
                tale.checked(),
                tale.requested(new Step.CreateSalesOrder()),
                tale.parked(1, Cause.PRODUCT_DISCONTINUED),
                tale.parked(2, Cause.CREDIT_LIMIT_EXCEEDED),
                tale.overdue(1, Cause.PRODUCT_DISCONTINUED),
                tale.mended(1, Remedy.RETRY),
                tale.mended(2, Remedy.RETRY)),
            List.of(
                new OrderAccepted(id, ACME, "1001", at),
                new OrderCancellationRequested(id, ACME, "Ann asked.", at),
                new CancellationStarted(id, ACME, "Ann asked.", at),
                new CancellationRefused(id, ACME, "It has left.", at),
                new ShipmentDelayed(id, ACME, ShipmentId.of(id, 1), "Snow.", at),
                new TermsChanged(id, ACME, later, false, true, at),
                new OrderChanged(
                    id, ACME, 1, submitted.terms().withLines(List.of(half(submitted))), at)),
            List.of(
                new OrderChangeRefused(id, ACME, 1, "Too late.", at),
                new PartialCancellationStarted(id, ACME, 2, List.of(), "Ann asked.", at),
                new OrderHeld(id, ACME, "Wait for Ann.", "user-1", at),
                new OrderReleased(id, ACME, "Ann came.", "user-1", at),
                new OrderPaused(id, ACME, "Look at it.", "user-2", at),
                new OrderResumed(id, ACME, "It is well.", "user-2", at),
                new FulfilmentCancelled(id, ACME, "Ann asked.", List.of(), at)))
        .<Event>flatMap(List::stream)
        .toList();
  }

  private static io.throughline.kernel.OrderLine half(OrderSubmitted submitted) {
    var line = submitted.terms().lines().getFirst();
    return io.throughline.kernel.OrderLine.of(
        line.lineId(), line.productId(), 5, line.unitPrice(), line.discount());
  }

  /** One that begins with its submission as a rule; times go forward, and back now and then. */
  public List<Told> tale(String order, int length) {
    var kinds = kinds(order);
    var first = random.nextInt(10) == 0 ? kinds.getLast() : kinds.getFirst();
    var tale = new ArrayList<Told>();
    var occurred = History.AT;
    var recorded = History.AT;
    for (var i = 0; i < length; i++) {
      occurred = occurred.plus(step());
      recorded = recorded.plus(random.nextInt(3) == 0 ? Duration.ZERO : step().abs());
      var kind = i == 0 ? first : kinds.get(random.nextInt(kinds.size()));
      tale.add(told(at(kind, occurred), 2L * i + 1, recorded));
    }
    return tale;
  }

  private Duration step() {
    return Duration.ofNanos(random.nextLong(random.nextInt(6) == 0 ? -9_000_000 : 0, 5_000_000));
  }

  /** As it is folded, and as it is stored. */
  public record Told(Event event, StoredEvent stored) {}

  static Told told(Event event, long index, Instant recorded) {
    return new Told(
        event,
        new StoredEvent(
            index,
            "order",
            "X",
            index,
            "event-" + index,
            PLAIN.wireName(event),
            PLAIN.write(event),
            Map.of(),
            event.at(),
            recorded));
  }

  /** The same at another time. */
  static Event at(Event event, Instant at) {
    var tree = (ObjectNode) JsonMapper.shared().readTree(PLAIN.write(event));
    return PLAIN.read(
        PLAIN.wireName(event),
        JsonMapper.shared().writeValueAsBytes(tree.put("at", at.toString())));
  }
}
