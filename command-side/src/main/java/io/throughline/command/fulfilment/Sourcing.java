package io.throughline.command.fulfilment;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assigns an order's lines to warehouses: what goes to one address on one day from one warehouse if
 * any has all of it, the nearest that has; else each line from one that has all of the line,
 * preferring those that ship something already; else a line split, the nearest first. What is
 * nowhere in stock is left out: the ERP back-orders it. Pure.
 */
final class Sourcing {
  private final Nearness nearness;
  private final Stock stock;
  private final List<Sourced> assigned = new ArrayList<>();

  private Sourcing(Nearness nearness, Stock stock) {
    this.nearness = nearness;
    this.stock = stock;
  }

  /**
   * @param levels the stock that the ERP states
   */
  static List<Sourced> plan(SaleTerms sale, List<StockLevel> levels, Nearness nearness) {
    return plan(sale, levels, nearness, (_, _) -> false);
  }

  /**
   * @param isOut whether a line must not be wanted from a warehouse, whatever the ERP states
   */
  static List<Sourced> plan(
      SaleTerms sale,
      List<StockLevel> levels,
      Nearness nearness,
      BiPredicate<LineId, WarehouseId> isOut) {
    var sourcing = new Sourcing(nearness, new Stock(levels, isOut));
    consignments(sale)
        .forEach((goods, lines) -> sourcing.assign(lines, sale.addressOf(goods.shipTo())));
    return List.copyOf(sourcing.assigned);
  }

  private record Goods(@Nullable LocalDate day, @Nullable ShipToKey shipTo) {

    /** The earliest first: they get the stock. */
    static final Comparator<Goods> IN_ORDER =
        Comparator.comparing(
                Goods::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(it -> it.shipTo() == null ? "" : it.shipTo().value());
  }

  private static Map<Goods, List<OrderLine>> consignments(SaleTerms sale) {
    var goods = new TreeMap<Goods, List<OrderLine>>(Goods.IN_ORDER);
    for (var line : sale.goods()) {
      goods
          .computeIfAbsent(new Goods(sale.dayOf(line), line.shipTo()), _ -> new ArrayList<>())
          .add(line);
    }
    return goods;
  }

  private void assign(List<OrderLine> lines, Address shipTo) {
    var warehouses = nearness.nearestFirst(shipTo, stock.warehouses());
    var ofAll = warehouses.stream().filter(it -> stock.hasAll(lines, it)).findFirst();
    if (ofAll.isPresent()) {
      lines.forEach(line -> take(line, ofAll.get(), line.quantity()));
      return;
    }
    var used = new LinkedHashSet<WarehouseId>();
    for (var line : lines) {
      var preferred = Stream.concat(used.stream(), warehouses.stream()).distinct().toList();
      used.addAll(assign(line, preferred));
    }
  }

  private Set<WarehouseId> assign(OrderLine line, List<WarehouseId> preferred) {
    var whole = preferred.stream().filter(it -> stock.of(line, it) >= line.quantity()).findFirst();
    if (whole.isPresent()) {
      take(line, whole.get(), line.quantity());
      return Set.of(whole.get());
    }
    var used = new LinkedHashSet<WarehouseId>();
    var left = line.quantity();
    for (var warehouse : preferred) {
      var units = Math.min(left, stock.of(line, warehouse));
      if (units > 0) {
        take(line, warehouse, units);
        used.add(warehouse);
        left -= units;
      }
    }
    return used;
  }

  private void take(OrderLine line, WarehouseId warehouse, int units) {
    stock.take(line, warehouse, units);
    assigned.add(new Sourced(line.lineId(), warehouse, units));
  }

  /** What is left of the stock while lines are assigned. */
  private static final class Stock {
    private record Place(String product, WarehouseId warehouse) {}

    private final Map<Place, Integer> units = new LinkedHashMap<>();

    private final BiPredicate<LineId, WarehouseId> isOut;

    Stock(List<StockLevel> levels, BiPredicate<LineId, WarehouseId> isOut) {
      this.isOut = isOut;
      levels.forEach(
          it ->
              units.merge(
                  place(it.productId().value(), it.warehouse()), it.available(), Integer::sum));
    }

    private static Place place(String product, WarehouseId warehouse) {
      return new Place(product, warehouse);
    }

    Set<WarehouseId> warehouses() {
      var warehouses = new LinkedHashSet<WarehouseId>();
      units.keySet().forEach(place -> warehouses.add(place.warehouse()));
      return warehouses;
    }

    int of(OrderLine line, WarehouseId warehouse) {
      return isOut.test(line.lineId(), warehouse)
          ? 0
          : units.getOrDefault(place(line.productId().value(), warehouse), 0);
    }

    /** Two lines may want the same product. */
    boolean hasAll(List<OrderLine> lines, WarehouseId warehouse) {
      var wanted = new LinkedHashMap<String, Integer>();
      lines.forEach(line -> wanted.merge(line.productId().value(), line.quantity(), Integer::sum));
      return lines.stream().noneMatch(line -> isOut.test(line.lineId(), warehouse))
          && wanted.entrySet().stream()
              .allMatch(
                  it -> units.getOrDefault(place(it.getKey(), warehouse), 0) >= it.getValue());
    }

    void take(OrderLine line, WarehouseId warehouse, int taken) {
      units.merge(place(line.productId().value(), warehouse), -taken, Integer::sum);
    }
  }
}
