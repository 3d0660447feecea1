package io.throughline.local.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.LocalRunRefused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {
  /** With the order of 60 the customer would owe 110, and may owe 100. */
  private static final WhatIf.Check CHECK =
      new WhatIf.Check(
          "SO-1",
          "SO-1-E1",
          new BigDecimal("100"),
          new BigDecimal("50"),
          new BigDecimal("60"),
          new BigDecimal("55.00"),
          "USD");

  private static WhatIf by(String rule) {
    return WhatIf.of(rule, CreditRule.of(rule), List.of(CHECK), 0);
  }

  @Test
  void aHigherLimitLetsTheOrderPass() {
    assertThat(by("credit-limit=+10%").passed()).hasSize(1);
    assertThat(by("credit-limit=110").passedNet())
        .isEqualTo(Map.of("USD", new BigDecimal("55.00")));
    assertThat(by("credit-limit=110").caveat()).isEmpty();
  }

  @Test
  void aLimitThatIsStillTooLowParksItAllTheSame() {
    assertThat(by("credit-limit=+9.9%").parked()).hasSize(1);
    assertThat(by("credit-limit=109.99").parkedNet())
        .isEqualTo(Map.of("USD", new BigDecimal("55.00")));
  }

  @Test
  void ofAStricterRuleItSaysWhatCannotBeTold() {
    assertThat(by("credit-limit=-10%").caveat()).contains("no record");
  }

  @ParameterizedTest
  @ValueSource(strings = {"credit-limit=much", "limit=5", "credit-limit=20%", ""})
  void whatIsNoRuleIsRefusedWithOnesThatAre(String rule) {
    assertThatThrownBy(() -> CreditRule.of(rule))
        .isInstanceOf(LocalRunRefused.class)
        .hasMessageContaining("credit-limit=+20%");
  }
}
