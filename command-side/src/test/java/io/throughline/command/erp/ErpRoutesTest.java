package io.throughline.command.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpRoutes.Route;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErpRoutesTest {
  private final ErpRoutes routes =
      new ErpRoutes(
          List.of(
              new Route("legacy", Set.of(), Set.of(), Set.of(), Set.of("OLD")),
              new Route("pumps", Set.of(), Set.of("DE", "AT"), Set.of("PUMP-", "HOSE-"), Set.of()),
              new Route("german", Set.of(), Set.of("DE"), Set.of(), Set.of())),
          "cloud");

  @Test
  void aCompanysSalesGoToItsAccountAndASaleThatNamesNoneToTheUsualOne() {
    var companies =
        new ErpRoutes(
            List.of(new Route("dutch", Set.of("ACME-NL"), Set.of(), Set.of(), Set.of())), "cloud");
    var order = order("NEW", "DE", "BOLT");

    assertThat(companies.of(order)).isEqualTo("cloud");
    assertThat(companies.of(soldBy(order, "ACME-NL"))).isEqualTo("dutch");
    assertThat(companies.of(soldBy(order, "ACME-US"))).isEqualTo("cloud");
  }

  private static ErpOrder soldBy(ErpOrder order, String company) {
    return ErpOrder.of(order.orderId(), order.customerId(), order.sale().withCompany(company));
  }

  private static ErpOrder order(String customer, String taxRegion, String... products) {
    return ErpOrder.of(
        new OrderId("SO-1"),
        new CustomerId(customer),
        SaleTerms.of(
            LocalDate.parse("2026-03-31"),
            Currency.getInstance("EUR"),
            PriceBasis.LIST,
            taxRegion,
            new Address("Goods inward", "1 Mill Lane", "Riverton", null, null, "DE"),
            IntStream.range(0, products.length).mapToObj(i -> line(i, products[i])).toList()));
  }

  private static OrderLine line(int number, String product) {
    return OrderLine.of(
        new LineId(String.valueOf(number)), new ProductId(product), 1, Money.of("1.00", "EUR"));
  }

  @Test
  void theFirstRouteThatFitsDecides() {
    assertThat(routes.of(order("OLD", "DE", "PUMP-1"))).isEqualTo("legacy");
    assertThat(routes.of(order("NEW", "AT", "PUMP-1", "HOSE-2"))).isEqualTo("pumps");
    assertThat(routes.of(order("NEW", "DE", "BOLT"))).isEqualTo("german");
  }

  @Test
  void anOrderOfSeveralProductLinesBelongsToNoneOfThem() {
    assertThat(routes.of(order("NEW", "AT", "PUMP-1", "BOLT"))).isEqualTo("cloud");
  }

  @Test
  void whatNoRouteFitsGoesToTheUsualAccount() {
    assertThat(routes.of(order("NEW", "FR", "BOLT"))).isEqualTo("cloud");
  }

  @Test
  void aRouteToAnAccountThatIsNotThereIsFoundAtTheStart() {
    assertThatThrownBy(() -> new Erps(Map.of(), routes))
        .hasMessageContaining("throughline.erp.routes");
  }
}
