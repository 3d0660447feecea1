package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.command.fulfilment.ShipmentCount.Stage;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.SaleEvent.OrderAdjustmentStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How an order follows what left: by a change of it, so that no more is ever booked than is
 * ordered, in our books and in the ERP's. Pure.
 */
final class CountChanges {
  private CountChanges() {}

  /**
   * Starts the next one, if there is any and nothing else is being changed.
   *
   * @param at business time (UTC)
   */
  static List<FulfilmentEvent> turn(FulfilmentState state, Instant at) {
    if (state.phase() != Phase.RUNNING || state.changes().isPending()) {
      return List.of();
    }
    for (var shipment : state.shipments().active().toList()) {
      var lines = of(state, shipment);
      if (!lines.isEmpty()) {
        return List.of(
            new OrderAdjustmentStarted(
                state.orderId(),
                state.customerId(),
                state.changes().count() + 1,
                shipment.id(),
                lines,
                at));
      }
    }
    return List.of();
  }

  /** The quantities that have to be ordered instead, now that a count stands. */
  static List<LineQuantity> of(FulfilmentState state, Shipment shipment) {
    var count = shipment.count();
    if (count == null || count.change() > 0) {
      return List.of();
    }
    var changed = new ArrayList<LineQuantity>();
    for (var line : state.terms().lines()) {
      var wanted = wanted(state, count, line);
      if (count.lines().stream().anyMatch(it -> line.lineId().equals(it.lineId()))
          && wanted != line.quantity()) {
        changed.add(new LineQuantity(line.lineId(), wanted));
      }
    }
    return List.copyOf(changed);
  }

  private static int wanted(FulfilmentState state, ShipmentCount count, OrderLine line) {
    var ordered = new LineQuantity(line.lineId(), line.quantity());
    var carried = state.shipments().committed(line.lineId());
    return switch (count.stage()) {
      case OPEN, DISMISSED, SETTLED -> line.quantity();
      case ACCEPTED -> Math.max(line.quantity(), carried);
      case CLOSED_SHORT ->
          Math.max(carried, line.quantity() - Math.max(0, Counts.missing(count, ordered)));
    };
  }

  /** Whether the change that follows a count is neither in effect nor refused. */
  static boolean isPending(FulfilmentState state, ShipmentCount count) {
    return state.changes().isPending() && count.change() == state.changes().count();
  }

  /**
   * Whether the change that is pending follows a count: then its goods have left, and it stands.
   */
  static boolean isPending(FulfilmentState state) {
    return state
        .shipments()
        .active()
        .map(Shipment::count)
        .filter(Objects::nonNull)
        .anyMatch(count -> isPending(state, count));
  }

  static OrderChange toWhatLeft(SaleTerms sale, List<LineQuantity> lines) {
    var kept = new ArrayList<OrderLine>();
    var removed = new ArrayList<LineId>();
    for (var line : lines) {
      if (line.quantity() == 0) {
        removed.add(line.lineId());
      } else {
        kept.add(sale.find(line.lineId()).orElseThrow().withQuantity(line.quantity()));
      }
    }
    return new OrderChange(null, null, List.of(), List.copyOf(kept), List.copyOf(removed));
  }

  /** The ERP will not have it: what left is to be decided again. */
  static FulfilmentState refused(FulfilmentState state, int change, String reason) {
    var now = state;
    for (var shipment : state.shipments().active().toList()) {
      var count = shipment.count();
      if (count != null && !count.isSettled() && count.change() == change) {
        now = now.update(shipment.id(), it -> it.with(count.refused(reason)));
      }
    }
    return now;
  }

  static boolean isDecided(Shipment shipment) {
    var count = shipment.count();
    return count == null || count.stage() != Stage.OPEN;
  }
}
