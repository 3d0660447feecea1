package io.throughline.command.fulfilment;

import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.CarriageEvent.ShipmentCountConfirmed;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.fulfilment.CountedLine;
import io.throughline.kernel.fulfilment.CountedUnits;
import io.throughline.kernel.fulfilment.Step.ConfirmCount;
import io.throughline.kernel.fulfilment.Step.RecordItemFulfilment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All parcels that were told of a shipment, beside what it is to carry. Pure. */
final class ParcelTurn {
  private ParcelTurn() {}

  /**
   * What follows from the parcels that were told of since the last count, unless a decision about
   * that is being followed: it stays, and this is seen afterwards.
   *
   * @param at business time (UTC)
   */
  static List<FulfilmentEvent> of(FulfilmentState state, Instant at) {
    return state
        .shipments()
        .active()
        .filter(it -> isToBeCompared(it.count(), units(it)))
        .map(it -> compared(state, it, at))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isToBeCompared(@Nullable ShipmentCount count, int units) {
    return count == null
        ? units > 0
        : (count.isOpen() || count.isSettled()) && count.units() != units;
  }

  private static int units(Shipment shipment) {
    return shipment.parcels().units().mapToInt(CountedUnits::counted).sum();
  }

  /** What all its parcels say beside what it is to carry; nothing if that is no news. */
  private static List<FulfilmentEvent> compared(
      FulfilmentState state, Shipment shipment, Instant at) {
    var lines = compared(state, shipment);
    var count = shipment.count();
    var step = state.idOf(new ConfirmCount(shipment.id()));
    var closed = state.exceptions().about(step);
    if (lines.stream().anyMatch(CountedLine::differs)) {
      var booked = state.idOf(new RecordItemFulfilment(shipment.id()));
      return List.of(
          new ShipmentMiscounted(
              state.orderId(),
              state.customerId(),
              shipment.id(),
              lines,
              state.steps().wasRequested(booked),
              closed,
              at));
    }
    return count == null || count.isSettled()
        ? List.of()
        : List.of(
            new ShipmentCountConfirmed(
                state.orderId(),
                state.customerId(),
                step,
                shipment.id(),
                shipment.lines(),
                closed,
                at));
  }

  /** All that was counted beside what was asked for. */
  static List<CountedLine> compared(FulfilmentState state, Shipment shipment) {
    return compared(state, shipment, shipment.parcels().units());
  }

  /** Pieces fill the lines of their product in their order; what is over is the last one's. */
  static List<CountedLine> compared(
      FulfilmentState state, Shipment shipment, Stream<CountedUnits> counted) {
    var left = new LinkedHashMap<ProductId, Integer>();
    counted.forEach(it -> left.merge(it.productId(), it.counted(), Integer::sum));
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
}
