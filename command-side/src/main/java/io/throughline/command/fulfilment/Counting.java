package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.logistics.Carrier.Parcel;
import io.throughline.command.logistics.ShipmentUpdate;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import io.throughline.kernel.fulfilment.Step.RecordItemFulfilment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of a shipment's pieces, and what people may make of it. Pure. */
final class Counting {
  private Counting() {}

  /** What a report says that was not asked for; empty if it says nothing of pieces, or no news. */
  static Optional<ShipmentMiscounted> news(
      FulfilmentState state, Shipment shipment, ShipmentUpdate update) {
    var isNews =
        update.kind() == ShipmentUpdate.Kind.SHIPPED
            && update.goods().stream().anyMatch(it -> it.quantity() > 0)
            && shipment.isActive()
            && shipment.count() == null;
    if (!isNews) {
      return Optional.empty();
    }
    var lines = compared(state, shipment, update.goods());
    return lines.stream().anyMatch(CountedLine::differs)
        ? Optional.of(
            new ShipmentMiscounted(
                state.orderId(),
                state.customerId(),
                shipment.id(),
                lines,
                state.steps().wasRequested(state.idOf(new RecordItemFulfilment(shipment.id()))),
                update.at()))
        : Optional.empty();
  }

  /** Pieces fill the lines of their product in their order; what is over is the last one's. */
  private static List<CountedLine> compared(
      FulfilmentState state, Shipment shipment, List<Parcel> goods) {
    var left = new LinkedHashMap<ProductId, Integer>();
    goods.forEach(it -> left.merge(it.productId(), it.quantity(), Integer::sum));
    var compared = new ArrayList<CountedLine>();
    for (var line : shipment.lines()) {
      var product = state.terms().line(line.lineId()).productId();
      var units = Math.min(line.quantity(), left.getOrDefault(product, 0));
      left.merge(product, -units, Integer::sum);
      compared.add(new CountedLine(line.lineId(), product, line.quantity(), units));
    }
    left.forEach(
        (product, over) -> {
          if (over > 0) {
            add(compared, product, over);
          }
        });
    return List.copyOf(compared);
  }

  private static void add(List<CountedLine> compared, ProductId product, int over) {
    for (var i = compared.size() - 1; i >= 0; i--) {
      var line = compared.get(i);
      if (line.productId().equals(product)) {
        compared.set(
            i, new CountedLine(line.lineId(), product, line.asked(), line.counted() + over));
        return;
      }
    }
    compared.add(new CountedLine(null, product, 0, over));
  }

  /**
   * @param at business time (UTC)
   */
  static StepOutcome confirmed(ConfirmCount step, FulfilmentState state, Instant at) {
    var shipment = state.shipments().find(step.shipmentId()).orElseThrow();
    var count = shipment.count();
    if (count != null && count.isOpen()) {
      return refused(shipment, count);
    }
    return new Answered(
        new ShipmentCountConfirmed(
            state.orderId(),
            state.customerId(),
            state.idOf(step),
            shipment.id(),
            shipment.lines(),
            at));
  }

  private static Refused refused(Shipment shipment, ShipmentCount count) {
    var findings =
        count.lines().stream()
            .filter(CountedLine::differs)
            .map(line -> finding(shipment, count, line))
            .toList();
    return new Refused(
        Dependency.CARRIER,
        findings,
        count.refusal() == null
            ? "Shipment " + shipment.id() + " was counted when it left."
            : count.refusal());
  }

  private static Finding finding(Shipment shipment, ShipmentCount count, CountedLine line) {
    var words =
        line.counted()
            + " of "
            + line.productId()
            + " left in shipment "
            + shipment.id()
            + ", and "
            + line.asked()
            + " were asked for.";
    var refusal = count.refusal();
    return Finding.of(
        line.counted() > line.asked() ? Cause.OVER_SHIPPED : Cause.SHORT_SHIPPED,
        line.lineId(),
        refusal == null ? words : words + " The order could not be made to follow: " + refusal,
        Map.of(
            Condition.SHIPMENT_ID, shipment.id().value(),
            Condition.PRODUCT_ID, line.productId().value(),
            Condition.ASKED, Integer.toString(line.asked()),
            Condition.COUNTED, Integer.toString(line.counted()),
            Condition.BOOKED, Boolean.toString(count.booked())));
  }

  /**
   * @throws RemedyNotApplicable if the count cannot hold
   */
  static void refuseIfNotPossible(
      FulfilmentState state, Exceptions.Parked parked, ApplyRemedy apply) {
    var step = state.steps().find(parked.stepId()).orElseThrow().step();
    if (!(step instanceof ConfirmCount confirm)
        || (apply.remedy() != Remedy.ACCEPT_COUNT && apply.remedy() != Remedy.CLOSE_SHORT)) {
      return;
    }
    var count = state.shipments().find(confirm.shipmentId()).orElseThrow().count();
    if (count == null) {
      return;
    }
    if (count.booked()) {
      throw new RemedyNotApplicable(
          "The ERP was told of shipment "
              + confirm.shipmentId()
              + " before the count came: correct it there, then use dismiss-count.");
    }
    if (count.counted().isEmpty()) {
      throw new RemedyNotApplicable(
          "Nothing of what was asked for left in shipment "
              + confirm.shipmentId()
              + ": settle it with the provider, then use dismiss-count.");
    }
  }
}
