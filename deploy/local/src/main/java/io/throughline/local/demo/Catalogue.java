package io.throughline.local.demo;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.local.input.Input;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The invented customers and products of the demo's own orders, the same for every seed. Some stock
 * is short on purpose, so that orders are split over warehouses and back-ordered.
 */
final class Catalogue {
  static final Currency USD = Currency.getInstance("USD");

  /** Sold out for good: whoever orders it is parked. */
  static final ProductId DISCONTINUED = new ProductId("TL-190");

  /** Whose credit one order exceeds. */
  static final CustomerId SHORT_OF_CREDIT = new CustomerId("C-1099");

  private static final BigDecimal AMPLE_CREDIT = new BigDecimal("10000000");
  private static final BigDecimal LITTLE_CREDIT = new BigDecimal("500");

  private static final List<Buyer> BUYERS =
      List.of(
          buyer(
              "C-1001",
              "Nine Owls Bookbinding",
              "Fadengasse 9",
              "Leipzig",
              null,
              "04109",
              "DE",
              "DE"),
          buyer(
              "C-1002",
              "Copperkettle Teahouse",
              "Am Kesselberg 3",
              "Bremen",
              null,
              "28195",
              "DE",
              "DE"),
          buyer("C-1003", "Zwölfuhr Clockworks", "Zeigerweg 12", "Jena", null, "07743", "DE", "DE"),
          buyer(
              "C-1004",
              "Atelier du Hérisson",
              "4 rue des Épingles",
              "Nantes",
              null,
              "44000",
              "FR",
              "FR"),
          buyer(
              "C-1005",
              "La Baleine Bleue Épicerie",
              "17 quai du Souffle",
              "Brest",
              null,
              "29200",
              "FR",
              "FR"),
          buyer(
              "C-1006",
              "Gullwing Lamps",
              "88 Lantern Street",
              "Rochester",
              "NY",
              "14604",
              "US",
              "US-NY"),
          buyer(
              "C-1007",
              "Marble & Moss Trading",
              "6 Fernbank Avenue",
              "Ithaca",
              "NY",
              "14850",
              "US",
              "US-NY"),
          buyer(
              "C-1008",
              "Paperboat Provisions",
              "21 Canal Row",
              "Utrecht",
              null,
              "3511",
              "NL",
              "EXPORT"),
          buyer(
              "C-1009",
              "Snowdrop Skis",
              "Fjellveien 2",
              "Lillehammer",
              null,
              "2609",
              "NO",
              "EXPORT"),
          buyer(
              "C-1010",
              "Saffron Sparrow Kitchens",
              "Rua do Pardal 40",
              "Porto",
              null,
              "4000",
              "PT",
              "EXPORT"),
          buyer(
              "C-1011",
              "The Quiet Typewriter",
              "5 Inkwell Lane",
              "Cork",
              null,
              "T12",
              "IE",
              "EXPORT"));

  private static final Buyer OVERSTRETCHED =
      buyer(
          SHORT_OF_CREDIT.value(),
          "Castle-in-the-Air Interiors",
          "1 Cloud Terrace",
          "Albany",
          "NY",
          "12207",
          "US",
          "US-NY");

  private static final List<Input.Product> SOLD =
      List.of(
          product("TL-101", "Beeswax candle, box of 12", "14.40", 400, 250, 300),
          product("TL-102", "Linen apron", "32.00", 120, 80, 60),
          product("TL-103", "Enamel mug", "9.75", 600, 500, 500),
          product("TL-104", "Walnut serving board", "48.50", 40, 25, 0),
          product("TL-105", "Storm lantern", "76.00", 30, 0, 20),
          product("TL-106", "Wool blanket", "118.00", 25, 30, 0),
          product("TL-107", "Brass desk lamp", "164.00", 0, 24, 12),
          product("TL-108", "Fountain pen", "59.90", 90, 90, 90),
          product("TL-109", "Bound notebook", "18.25", 300, 300, 200),
          product("TL-110", "Pocket barometer", "87.40", 15, 0, 10),
          product("TL-111", "Cast-iron teapot", "69.00", 35, 20, 25),
          product("TL-112", "Loose-leaf tea, 1 kg", "27.60", 220, 180, 0),
          product("TL-113", "Cane picnic hamper", "134.00", 0, 14, 8),
          product("TL-114", "Canvas deckchair", "92.00", 18, 18, 0),
          product("TL-115", "Oak wall clock", "212.00", 10, 6, 0),
          product("TL-116", "Garden twine, 10 reels", "11.20", 500, 400, 400));

  private static final Input.Product GONE =
      new Input.Product(
          DISCONTINUED,
          "Mechanical songbird",
          new BigDecimal("340.00"),
          new LinkedHashMap<>(Map.of(new WarehouseId("EAST"), 2)),
          true,
          Optional.empty());

  /** What is subscribed to: it is not stocked, so nothing of it is in a warehouse. */
  private static final List<Input.Product> SERVICES =
      List.of(
          service("TL-201", "Shop window care, a month", "36.00"),
          service("TL-202", "Clock and lamp service, a year", "240.00"));

  private Catalogue() {}

  /**
   * @param taxRegion the ERP's tax code for sales to it
   */
  record Buyer(Input.Customer customer, String taxRegion) {}

  /** Those whose credit is ample. */
  static List<Buyer> buyers() {
    return BUYERS;
  }

  static Buyer overstretched() {
    return OVERSTRETCHED;
  }

  /** Those that may be sold. */
  static List<Input.Product> sold() {
    return SOLD;
  }

  /** By the month, and by the year. */
  static List<Input.Product> services() {
    return SERVICES;
  }

  static Input.Product discontinued() {
    return GONE;
  }

  private static Buyer buyer(
      String id,
      String name,
      String street,
      String city,
      @Nullable String region,
      String postalCode,
      String country,
      String taxRegion) {
    var customerId = new CustomerId(id);
    return new Buyer(
        new Input.Customer(
            customerId,
            name,
            "Purchasing",
            "purchasing@" + id.toLowerCase(Locale.ROOT) + ".example",
            null,
            new Address(name, street, city, region, postalCode, country),
            USD,
            "sales-" + (1 + Math.floorMod(id.hashCode(), 3)),
            Optional.of(customerId.equals(SHORT_OF_CREDIT) ? LITTLE_CREDIT : AMPLE_CREDIT)),
        taxRegion);
  }

  private static Input.Product service(String id, String name, String listPrice) {
    return new Input.Product(
        new ProductId(id),
        name,
        new BigDecimal(listPrice),
        new LinkedHashMap<>(Map.of(new WarehouseId("EAST"), 0)),
        false,
        Optional.empty());
  }

  private static Input.Product product(
      String id, String name, String listPrice, int east, int west, int south) {
    var stock = new LinkedHashMap<WarehouseId, Integer>();
    stock.put(new WarehouseId("EAST"), east);
    stock.put(new WarehouseId("WEST"), west);
    stock.put(new WarehouseId("SOUTH"), south);
    stock.values().removeIf(units -> units == 0);
    return new Input.Product(
        new ProductId(id), name, new BigDecimal(listPrice), stock, false, Optional.of(50));
  }
}
