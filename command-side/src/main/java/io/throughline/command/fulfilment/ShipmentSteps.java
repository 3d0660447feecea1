package io.throughline.command.fulfilment;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.AwaitShipDay;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which shipments are to be asked for: one for each warehouse, address and day among the goods that
 * the ERP has committed and no shipment carries. Pure.
 */
final class ShipmentSteps {
  private ShipmentSteps() {}

  /** What goes together. */
  private record Consigned(
      WarehouseId warehouse, @Nullable ShipToKey shipTo, @Nullable LocalDate day) {

    static final Comparator<Consigned> IN_ORDER =
        Comparator.comparing(Consigned::warehouse, WarehouseId.BY_CODE)
            .thenComparing(it -> it.shipTo() == null ? "" : it.shipTo().value())
            .thenComparing(Consigned::day, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /**
   * @param at business time (UTC)
   */
  static List<Step> of(FulfilmentState state, Instant at) {
    var wanted = new ArrayList<Step>();
    state
        .shipments()
        .active()
        .filter(Shipment::isAskedOnly)
        .map(ShipmentSteps::requestOf)
        .forEach(wanted::add);
    var number = state.shipments().byId().size();
    for (var waiting : waiting(state).entrySet()) {
      var goods = waiting.getKey();
      var day = goods.day();
      if (day == null || ShipAhead.isTime(day, state, at)) {
        number++;
        wanted.add(
            new RequestShipment(
                ShipmentId.of(state.orderId(), number),
                goods.warehouse(),
                goods.shipTo(),
                day,
                waiting.getValue()));
      } else if (wanted.stream().noneMatch(new AwaitShipDay(day)::equals)) {
        wanted.add(new AwaitShipDay(day));
      }
    }
    return wanted;
  }

  static Step requestOf(Shipment shipment) {
    return new RequestShipment(
        shipment.id(),
        shipment.warehouse(),
        shipment.shipTo(),
        shipment.requestedOn(),
        shipment.lines());
  }

  private static Map<Consigned, List<LineQuantity>> waiting(FulfilmentState state) {
    var waiting = new TreeMap<Consigned, List<LineQuantity>>(Consigned.IN_ORDER);
    for (var line : state.terms().lines()) {
      var left = line.quantity() - state.shipments().committed(line.lineId());
      for (var allocated : allocationsOf(line, state)) {
        var carried = state.shipments().committed(line.lineId(), allocated.warehouse());
        var units = Math.min(left, allocated.quantity() - carried);
        if (units > 0) {
          left -= units;
          waiting
              .computeIfAbsent(goodsOf(line, allocated, state), _ -> new ArrayList<>())
              .add(new LineQuantity(line.lineId(), units));
        }
      }
    }
    return waiting;
  }

  private static List<Allocation> allocationsOf(OrderLine line, FulfilmentState state) {
    return state.books().allocations().stream()
        .filter(it -> it.lineId().equals(line.lineId()))
        .sorted(Comparator.comparing(Allocation::warehouse, WarehouseId.BY_CODE))
        .toList();
  }

  private static Consigned goodsOf(OrderLine line, Allocation allocated, FulfilmentState state) {
    return new Consigned(allocated.warehouse(), line.shipTo(), state.terms().sale().dayOf(line));
  }
}
