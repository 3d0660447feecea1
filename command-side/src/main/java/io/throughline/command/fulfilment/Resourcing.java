package io.throughline.command.fulfilment;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources an order anew while some of it is on its way: what shipments carry stays with their
 * warehouses, and the stock that the ERP has committed to the order counts as there. Pure.
 */
final class Resourcing {
  private Resourcing() {}

  /**
   * @param wanted the sale as it will be
   * @param free the stock that no order has
   */
  static List<Sourced> plan(
      FulfilmentState state, SaleTerms wanted, List<StockLevel> free, Nearness nearness) {
    var sourcing = new ArrayList<Sourced>();
    state
        .shipments()
        .active()
        .forEach(
            shipment ->
                shipment
                    .lines()
                    .forEach(
                        line ->
                            sourcing.add(
                                new Sourced(
                                    line.lineId(), shipment.warehouse(), line.quantity()))));
    var left =
        wanted.withLines(
            wanted.lines().stream()
                .map(
                    line ->
                        line.withQuantity(
                            line.quantity() - state.shipments().committed(line.lineId())))
                .filter(line -> line.quantity() > 0)
                .toList());
    var there = Stream.concat(free.stream(), held(state)).toList();
    sourcing.addAll(Sourcing.plan(left, there, nearness, state.outages()::includes));
    return merged(sourcing);
  }

  /** What the ERP holds for the order and no shipment carries. */
  private static Stream<StockLevel> held(FulfilmentState state) {
    return state.books().allocations().stream()
        .map(
            it ->
                new StockLevel(
                    state.terms().line(it.lineId()).productId(),
                    it.warehouse(),
                    it.quantity() - state.shipments().committed(it.lineId(), it.warehouse())))
        .filter(level -> level.available() > 0);
  }

  private static List<Sourced> merged(List<Sourced> parts) {
    var merged = new ArrayList<Sourced>();
    for (var part : parts) {
      var same =
          merged.stream()
              .filter(
                  it ->
                      it.lineId().equals(part.lineId()) && it.warehouse().equals(part.warehouse()))
              .findFirst();
      same.ifPresentOrElse(
          it ->
              merged.set(
                  merged.indexOf(it),
                  new Sourced(it.lineId(), it.warehouse(), it.quantity() + part.quantity())),
          () -> merged.add(part));
    }
    return List.copyOf(merged);
  }
}
