package io.throughline.command.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TermsPatchTest {
  private static final SaleTerms BEFORE =
      SaleTerms.of(
          LocalDate.parse("2026-03-31"),
          Currency.getInstance("USD"),
          PriceBasis.LIST,
          "DE",
          new Address("Goods inward", "1 Mill Lane", "Riverton", null, "1000", "NL"),
          List.of(
              OrderLine.of(new LineId("1"), new ProductId("BOLT"), 4, Money.of("2.50", "USD"))));

  private static SaleTerms applied(String patch) {
    return TermsPatch.applied(BEFORE, JsonMapper.builder().build().readTree(patch));
  }

  @Test
  void whatThePatchNamesIsReplacedAndTheRestStays() {
    var after = applied("{\"shipTo\": {\"street\": \"2 Mill Lane\", \"postalCode\": null}}");

    assertThat(after.shipTo())
        .isEqualTo(new Address("Goods inward", "2 Mill Lane", "Riverton", null, null, "NL"));
    assertThat(after.lines()).isEqualTo(BEFORE.lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"taxRegion\": \"DE\"}",
        "{\"taxRegion\": null}",
        "{\"tax\": \"FR\"}",
        "{\"currency\": null}",
        "{\"currency\": \"GOLD\"}",
        "{\"shipTo\": null}",
        "{\"shipTo\": {\"city\": null}}",
        "{\"lines\": []}",
        "{\"lines\": [{}]}",
        "{\"lines\": [{\"lineId\": \"1\"}]}",
        "{\"lines\": \"none\"}"
      })
  void whatIsNoPatchOfASaleIsRefusedInOneSentence(String patch) {
    assertThatThrownBy(() -> applied(patch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)[^\\n]{5,300}");
  }
}
