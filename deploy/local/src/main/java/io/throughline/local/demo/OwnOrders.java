package io.throughline.local.demo;

import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.local.demo.Catalogue.Buyer;
import io.throughline.local.input.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders of our own making. The n-th order of a seed is the same whatever the number of orders, so
 * that a run may be repeated or made longer without doubles; only its dates go by the day. The
 * first three cannot go through as they are, each for another cause; all others can.
 */
public final class OwnOrders {
  /** How many cannot go through as they are. */
  public static final int PARKED = 3;

  /** No tax code of the ERP: somebody meant US-NY. */
  private static final String UNKNOWN_TAX_REGION = "US-NYC";

  private static final LocalDate USUAL_DAY = LocalDate.of(2026, 1, 5);
  private static final int ORDERS_A_DAY = 6;

  /** How many days back they go; then it begins anew, however many there are. */
  private static final int DAYS = 60;

  /** The soonest that one is wanted: what is in stock can be there by then. */
  private static final int SOONEST = 10;

  private static final int YEARLY = 7;
  private static final int MONTHLY = 9;

  private static final List<String> DISCOUNTS = List.of("0", "0", "0.05", "0.10");
  private static final List<String> CONTRACT_FACTORS = List.of("0.82", "0.875", "0.91", "0.95");

  private final long seed;
  private final LocalDate today;

  private OwnOrders(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  /**
   * The same in each run, whenever it is, down to their dates.
   *
   * @param count at least {@link #PARKED}
   */
  public static Input of(int count, long seed) {
    return of(count, seed, USUAL_DAY);
  }

  /**
   * Orders of today and the days before, wanted within the next weeks.
   *
   * @param count at least {@link #PARKED}
   * @param today of the business (UTC)
   */
  public static Input of(int count, long seed, LocalDate today) {
    if (count < PARKED) {
      throw new IllegalArgumentException(
          "The demo makes at least " + PARKED + " orders, not " + count + ".");
    }
    var customers =
        Stream.concat(Catalogue.buyers().stream(), Stream.of(Catalogue.overstretched()))
            .map(Buyer::customer)
            .toList();
    var products =
        Stream.of(
                Catalogue.sold().stream(),
                Catalogue.services().stream(),
                Stream.of(Catalogue.discontinued()))
            .flatMap(Function.identity())
            .toList();
    var orders =
        IntStream.rangeClosed(1, count).mapToObj(new OwnOrders(seed, today)::order).toList();
    return new Input(customers, products, orders, List.of());
  }

  private Input.Order order(int number) {
    var random = new SplittableRandom(seed * 1_000_003 + number);
    return switch (number) {
      case 1 -> withDiscontinuedProduct(number, random);
      case 2 -> beyondCredit(number);
      case 3 -> withUnknownTaxRegion(number, random);
      default -> order(number, anyOf(Catalogue.buyers(), random), random);
    };
  }

  private Input.Order withDiscontinuedProduct(int number, SplittableRandom random) {
    var buyer = anyOf(Catalogue.buyers(), random);
    var lines =
        List.of(
            line(1, Catalogue.sold().getFirst(), 4, Catalogue.sold().getFirst().listPrice(), "0"),
            line(2, Catalogue.discontinued(), 1, Catalogue.discontinued().listPrice(), "0"));
    return order(number, buyer, buyer.taxRegion(), PriceBasis.LIST, lines);
  }

  private Input.Order beyondCredit(int number) {
    var buyer = Catalogue.overstretched();
    var clock = Catalogue.sold().get(14);
    return order(
        number,
        buyer,
        buyer.taxRegion(),
        PriceBasis.LIST,
        List.of(line(1, clock, 4, clock.listPrice(), "0")));
  }

  private Input.Order withUnknownTaxRegion(int number, SplittableRandom random) {
    var buyers =
        Catalogue.buyers().stream().filter(buyer -> buyer.taxRegion().equals("US-NY")).toList();
    var order = order(number, anyOf(buyers, random), random);
    return new Input.Order(
        order.orderId(),
        order.customerId(),
        order.owner(),
        order.terms().withTaxRegion(UNKNOWN_TAX_REGION));
  }

  private Input.Order order(int number, Buyer buyer, SplittableRandom random) {
    var basis = random.nextInt(3) == 0 ? PriceBasis.CONTRACT : PriceBasis.LIST;
    var products = new ArrayList<>(Catalogue.sold());
    var lines = new ArrayList<OrderLine>();
    for (var count = 1 + random.nextInt(4); count > 0; count--) {
      var product = products.remove(random.nextInt(products.size()));
      var quantity = 1 + random.nextInt(24);
      lines.add(
          switch (basis) {
            case LIST ->
                line(
                    lines.size() + 1,
                    product,
                    quantity,
                    product.listPrice(),
                    anyOf(DISCOUNTS, random));
            case CONTRACT ->
                line(lines.size() + 1, product, quantity, contractPrice(product, random), "0");
          });
    }
    subscription(number, lines.size() + 1).ifPresent(lines::add);
    return order(number, buyer, buyer.taxRegion(), basis, lines);
  }

  /**
   * One in ten subscribes to something for a year, which is invoiced once: however many orders
   * there are, that is soon paid, and the run ends. One subscribes by the month, and renews.
   */
  private static Optional<OrderLine> subscription(int number, int line) {
    if (number == MONTHLY) {
      var service = Catalogue.services().getFirst();
      return Optional.of(
          line(line, service, 2, service.listPrice(), "0")
              .withSubscription(new SubscriptionTerms(BillingPeriod.MONTH, 3, null, true)));
    }
    if (number % 10 == YEARLY) {
      var service = Catalogue.services().getLast();
      return Optional.of(
          line(line, service, 1 + number % 3, service.listPrice(), "0")
              .withSubscription(new SubscriptionTerms(BillingPeriod.YEAR, 1, null, false)));
    }
    return Optional.empty();
  }

  private static BigDecimal contractPrice(Input.Product product, SplittableRandom random) {
    var factor = new BigDecimal(anyOf(CONTRACT_FACTORS, random));
    return product.listPrice().multiply(factor).setScale(2, RoundingMode.HALF_UP);
  }

  private Input.Order order(
      int number, Buyer buyer, String taxRegion, PriceBasis basis, List<OrderLine> lines) {
    var orderedOn = today.minusDays(number / ORDERS_A_DAY % DAYS);
    var customer = buyer.customer();
    return new Input.Order(
        new OrderId(String.format(Locale.ROOT, "D%d-%04d", seed, number)),
        customer.customerId(),
        customer.owner(),
        SaleTerms.of(
                orderedOn, Catalogue.USD, basis, taxRegion, customer.billTo(), List.copyOf(lines))
            .withRequestedOn(today.plusDays(SOONEST + 3 * (number % 4))));
  }

  private static OrderLine line(
      int number, Input.Product product, int quantity, BigDecimal price, String discount) {
    return OrderLine.of(
        new LineId(Integer.toString(number)),
        product.productId(),
        quantity,
        new Money(price, Catalogue.USD),
        new BigDecimal(discount));
  }

  private static <T> T anyOf(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
