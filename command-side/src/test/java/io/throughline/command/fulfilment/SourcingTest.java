package io.throughline.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.fulfilment.Sourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourcingTest {
  private static final Nearness NEARNESS =
      new Nearness(
          Map.of("NL", List.of("EAST", "WEST"), "US", List.of("WEST"), "US-NY", List.of("EAST")));

  private static StockLevel stock(String product, String warehouse, int units) {
    return new StockLevel(new ProductId(product), new WarehouseId(warehouse), units);
  }

  private static List<String> plan(SaleTerms sale, StockLevel... stock) {
    return Sourcing.plan(sale, List.of(stock), NEARNESS).stream()
        .map(it -> it.lineId() + " " + it.warehouse() + " " + it.quantity())
        .toList();
  }

  @Test
  void oneWarehouseThatHasAllOfItIsPreferredToANearerOneThatHasSome() {
    assertThat(
            plan(
                World.sale(),
                stock("BOLT", "EAST", 10),
                stock("NUT", "EAST", 3),
                stock("BOLT", "WEST", 10),
                stock("NUT", "WEST", 4)))
        .containsExactly("1 WEST 10", "2 WEST 4");
  }

  @Test
  void ofSeveralThatHaveAllTheNearestIsTaken() {
    var stock =
        new StockLevel[] {
          stock("BOLT", "ARCTIC", 10),
          stock("NUT", "ARCTIC", 4),
          stock("BOLT", "WEST", 10),
          stock("NUT", "WEST", 4),
          stock("BOLT", "EAST", 10),
          stock("NUT", "EAST", 4)
        };

    assertThat(plan(World.sale(), stock)).containsExactly("1 EAST 10", "2 EAST 4");
    assertThat(plan(World.sale().withShipTo(address("US", "CA")), stock))
        .containsExactly("1 WEST 10", "2 WEST 4");
    assertThat(plan(World.sale().withShipTo(address("US", "NY")), stock))
        .containsExactly("1 EAST 10", "2 EAST 4");
    assertThat(plan(World.sale().withShipTo(address("FI", null)), stock))
        .as("where nobody is named, by their codes")
        .containsExactly("1 ARCTIC 10", "2 ARCTIC 4");
  }

  private static Address address(String country, @org.jspecify.annotations.Nullable String region) {
    return new Address("Goods inward", "1 Mill Lane", "Riverton", region, null, country);
  }

  @Test
  void aLineIsKeptTogetherWhereOneWarehouseHasAllOfIt() {
    assertThat(
            plan(
                World.sale(),
                stock("BOLT", "EAST", 9),
                stock("BOLT", "WEST", 10),
                stock("NUT", "EAST", 4)))
        .containsExactly("1 WEST 10", "2 EAST 4");
  }

  @Test
  void aWarehouseThatShipsAnywayIsPreferredToANearerOne() {
    assertThat(
            plan(
                World.sale(),
                stock("BOLT", "WEST", 10),
                stock("NUT", "EAST", 4),
                stock("NUT", "WEST", 3),
                stock("BOLT", "EAST", 0)))
        .containsExactly("1 WEST 10", "2 EAST 4");
    assertThat(
            plan(
                World.sale()
                    .withLines(
                        List.of(
                            World.line(World.BOLTS, "BOLT", 10),
                            World.line(World.NUTS, "NUT", 4),
                            World.line(new LineId("3"), "PIN", 1))),
                stock("BOLT", "WEST", 10),
                stock("NUT", "EAST", 4),
                stock("NUT", "WEST", 4)))
        .as("pins are nowhere, so no warehouse has all; west ships the bolts already")
        .containsExactly("1 WEST 10", "2 WEST 4");
  }

  @Test
  void whatNoWarehouseHasWhollyIsSplitAndWhatIsNowhereIsLeftOut() {
    assertThat(
            plan(
                World.sale(),
                stock("BOLT", "EAST", 6),
                stock("BOLT", "WEST", 3),
                stock("NUT", "WEST", 1)))
        .containsExactly("1 EAST 6", "1 WEST 3", "2 WEST 1");
  }

  @Test
  void eachAddressAndDayIsSourcedByItselfTheEarliestFirst() {
    var plant = new ShipToKey("PLANT-2");
    var sale =
        World.sale()
            .withFurtherShipTos(List.of(new ShipTo(plant, address("US", "CA"))))
            .withLines(
                List.of(
                    World.line(World.BOLTS, "BOLT", 10)
                        .withRequestedOn(LocalDate.parse("2026-05-01")),
                    World.line(World.NUTS, "BOLT", 4).withShipTo(plant)));

    assertThat(plan(sale, stock("BOLT", "EAST", 10), stock("BOLT", "WEST", 4)))
        .containsExactly("2 WEST 4", "1 EAST 10");
    assertThat(plan(sale, stock("BOLT", "EAST", 5)))
        .as("the later one goes short")
        .containsExactly("2 EAST 4", "1 EAST 1");
  }

  @Test
  void neverMoreThanIsOrderedNorThanIsThereAndNothingIsLeftLyingAbout() {
    var random = new Random(17);
    var warehouses = List.of("EAST", "WEST", "SOUTH", "NORTH");
    var products = List.of("BOLT", "NUT", "PIN");
    for (var run = 0; run < 5_000; run++) {
      var stock = new ArrayList<StockLevel>();
      for (var product : products) {
        for (var warehouse : warehouses) {
          stock.add(stock(product, warehouse, random.nextInt(3) == 0 ? 0 : random.nextInt(12)));
        }
      }
      var lines = new ArrayList<OrderLine>();
      for (var number = 1; number <= 1 + random.nextInt(5); number++) {
        var line =
            World.line(
                new LineId(Integer.toString(number)),
                products.get(random.nextInt(3)),
                1 + random.nextInt(15));
        lines.add(
            random.nextBoolean()
                ? line
                : line.withRequestedOn(LocalDate.parse("2026-05-01").plusDays(random.nextInt(2))));
      }
      var plan = Sourcing.plan(World.sale().withLines(lines), stock, NEARNESS);

      for (var line : lines) {
        assertThat(units(plan.stream().filter(it -> it.lineId().equals(line.lineId())).toList()))
            .isLessThanOrEqualTo(line.quantity());
      }
      for (var product : products) {
        var ordered = lines.stream().filter(it -> it.productId().value().equals(product)).toList();
        var ids = ordered.stream().map(OrderLine::lineId).toList();
        var taken = plan.stream().filter(it -> ids.contains(it.lineId())).toList();
        for (var level : stock) {
          if (level.productId().value().equals(product)) {
            var here = taken.stream().filter(it -> it.warehouse().equals(level.warehouse()));
            assertThat(units(here.toList())).isLessThanOrEqualTo(level.available());
          }
        }
        var there =
            stock.stream()
                .filter(it -> it.productId().value().equals(product))
                .mapToInt(StockLevel::available)
                .sum();
        assertThat(units(taken))
            .as("run %d, %s", run, product)
            .isEqualTo(Math.min(there, ordered.stream().mapToInt(OrderLine::quantity).sum()));
      }
    }
  }

  private static int units(List<Sourced> plan) {
    return plan.stream().mapToInt(Sourced::quantity).sum();
  }
}
