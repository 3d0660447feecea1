package io.throughline.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The sample mapping; with {@code NORTHWIND} naming a directory of Northwind's CSV files, their
 * known sums too.
 */
class NorthwindMappingTest {
  private static final Path MAPPING = Path.of("../samples/northwind.yaml");

  @Test
  void theSampleIsAMapping() {
    assertThat(Files.exists(MAPPING)).isTrue();
    assertThat(Mapping.read(MAPPING).sections().line().file()).isEqualTo("order_details.csv");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "NORTHWIND", matches = ".+")
  void northwindAddsUp() {
    var input = InputReader.read(Path.of(System.getenv("NORTHWIND")), Mapping.read(MAPPING));
    assertThat(input.rejections()).isEmpty();
    assertThat(input.customers()).hasSize(91);
    assertThat(input.products()).hasSize(77);
    assertThat(input.orders()).hasSize(830);
    assertThat(input.lineCount()).isEqualTo(2155);

    var discontinued = new HashSet<>();
    input.products().stream()
        .filter(Input.Product::discontinued)
        .forEach(product -> discontinued.add(product.productId()));
    var all = Money.of("0", "USD");
    var sellable = Money.of("0", "USD");
    var sellableOrders = 0;
    for (var order : input.orders()) {
      var net =
          order.terms().lines().stream()
              .map(line -> line.net())
              .reduce(Money.of("0", "USD"), Money::plus);
      all = all.plus(net);
      if (order.terms().lines().stream()
          .noneMatch(line -> discontinued.contains(line.productId()))) {
        sellable = sellable.plus(net);
        sellableOrders++;
      }
    }
    assertThat(all).isEqualTo(Money.of("1265793.29", "USD"));
    assertThat(sellable).isEqualTo(Money.of("773898.54", "USD"));
    assertThat(sellableOrders).isEqualTo(563);
  }
}
