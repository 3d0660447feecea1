package io.throughline.local.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.Money;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.WarehouseId;
import io.throughline.local.input.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OwnOrdersTest {
  private static final Set<String> KNOWN_TAX_REGIONS = Set.of("DE", "FR", "US-NY", "EXPORT");

  private final Input input = OwnOrders.of(60, 1);

  @Test
  void oneSeedAlwaysMakesTheSameOrders() {
    assertThat(OwnOrders.of(60, 1)).isEqualTo(input);
    assertThat(OwnOrders.of(60, 2).orders()).doesNotContainAnyElementsOf(input.orders());
  }

  @Test
  void aLongerRunBeginsAsAShorterOne() {
    assertThat(OwnOrders.of(200, 1).orders().subList(0, 60)).isEqualTo(input.orders());
  }

  @Test
  void ordersAreOfTheLastDaysAndWantedLaterThanToday() {
    var today = LocalDate.of(2031, 5, 20);

    assertThat(OwnOrders.of(500, 1, today).orders())
        .extracting(Input.Order::terms)
        .allSatisfy(
            terms -> {
              assertThat(terms.orderedOn()).isBetween(today.minusDays(60), today);
              assertThat(terms.requestedOn()).isBetween(today.plusDays(10), today.plusDays(30));
            });
  }

  @Test
  void onAnotherDayTheyAreTheSameButForTheirDates() {
    var later = OwnOrders.of(60, 1, LocalDate.of(2031, 5, 20));

    assertThat(later.orders())
        .usingRecursiveComparison()
        .ignoringFields("terms.orderedOn", "terms.requestedOn")
        .isEqualTo(input.orders());
    assertThat(later.customers()).isEqualTo(input.customers());
  }

  @Test
  void idsAreUnique() {
    assertThat(input.orders().stream().map(Input.Order::orderId).collect(toSet())).hasSize(60);
    assertThat(input.customers().stream().map(Input.Customer::customerId).collect(toSet()))
        .hasSize(input.customers().size());
  }

  @Test
  void exactlyThreeOrdersCannotGoThroughEachForItsOwnCause() {
    var discontinued =
        input.products().stream()
            .filter(Input.Product::discontinued)
            .map(Input.Product::productId)
            .collect(toSet());
    var customers =
        input.customers().stream()
            .collect(Collectors.toMap(Input.Customer::customerId, Function.identity()));

    assertThat(input.orders())
        .filteredOn(
            order ->
                order.terms().lines().stream()
                    .anyMatch(line -> discontinued.contains(line.productId())))
        .containsExactly(input.orders().get(0));
    assertThat(input.orders())
        .filteredOn(
            order -> {
              var limit = customers.get(order.customerId()).creditLimit().orElseThrow();
              return net(order).exceeds(new Money(limit, order.terms().currency()));
            })
        .containsExactly(input.orders().get(1));
    assertThat(input.orders())
        .filteredOn(order -> !KNOWN_TAX_REGIONS.contains(order.terms().taxRegion()))
        .containsExactly(input.orders().get(2));
  }

  @Test
  void creditIsAmpleForAllOrdersOfACustomerTogether() {
    var byCustomer =
        OwnOrders.of(2_000, 1).orders().stream()
            .collect(Collectors.groupingBy(Input.Order::customerId));
    for (var customer : input.customers()) {
      if (!customer.customerId().equals(Catalogue.SHORT_OF_CREDIT)) {
        var total =
            byCustomer.get(customer.customerId()).stream()
                .map(OwnOrdersTest::net)
                .reduce(Money.zero(Catalogue.USD), Money::plus);
        assertThat(new Money(customer.creditLimit().orElseThrow(), Catalogue.USD).exceeds(total))
            .isTrue();
      }
    }
  }

  @Test
  void listPricesAreTheCataloguesWithinWhatMayBeGranted() {
    var prices =
        input.products().stream()
            .collect(Collectors.toMap(Input.Product::productId, Input.Product::listPrice));
    assertThat(input.orders())
        .filteredOn(order -> order.terms().priceBasis() == PriceBasis.LIST)
        .isNotEmpty()
        .allSatisfy(
            order ->
                assertThat(order.terms().lines())
                    .allSatisfy(
                        line -> {
                          assertThat(line.unitPrice().amount())
                              .isEqualByComparingTo(prices.get(line.productId()));
                          assertThat(line.discount()).isLessThanOrEqualTo(new BigDecimal("0.30"));
                        }));
    assertThat(input.orders()).anyMatch(order -> order.terms().priceBasis() == PriceBasis.CONTRACT);
  }

  @Test
  void someStockIsShortSoThatOrdersAreSplitAndBackOrdered() {
    var demand =
        input.orders().stream()
            .flatMap(order -> order.terms().lines().stream())
            .collect(
                Collectors.groupingBy(
                    line -> line.productId(), Collectors.summingInt(line -> line.quantity())));
    assertThat(input.products())
        .anyMatch(product -> demand.getOrDefault(product.productId(), 0) > total(product.stock()));
    assertThat(
            input.products().stream()
                .flatMap(product -> product.stock().keySet().stream())
                .collect(toSet()))
        .hasSize(3);
  }

  @Test
  void tooFewOrdersAreRefused() {
    assertThatThrownBy(() -> OwnOrders.of(2, 1))
        .hasMessage("The demo makes at least 3 orders, not 2.");
  }

  private static int total(Map<WarehouseId, Integer> stock) {
    return stock.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Money net(Input.Order order) {
    return order.terms().lines().stream()
        .map(line -> line.net())
        .reduce(Money.zero(order.terms().currency()), Money::plus);
  }
}
