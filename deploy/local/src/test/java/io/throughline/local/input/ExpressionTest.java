package io.throughline.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Row ROW =
      new Row("f.csv", 2, Map.of("price", "10.5", "flag", "1", "name", "oak", "none", ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "1 + 2 * 3; 7",
        "(1 + 2) * 3; 9",
        "10 - 2 - 3; 5",
        "{price} * 0.9; 9.45",
        "1 / 8; 0.125",
        "-{price} + 1; -9.5",
        "{flag} == '1'; true",
        "{flag} == 1.0; true",
        "{name} == 'oak' and {price} > 10; true",
        "{name} != 'oak' or not {price} <= 10; true",
        "not true or false; false",
        "'b' > 'a'; true",
        "{none} == ''; true",
      })
  void comesTo(String text, String result) {
    assertThat(ExpressionParser.parse(text).of(ROW)).hasToString(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 +", "(1", "1 2", "name", "{price", "1 $ 2", "'open"})
  void isRefusedWhereItCannotBeRead(String text) {
    assertThatThrownBy(() -> ExpressionParser.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{name} * 2; 'oak' is no number",
        "1 / ({price} - 10.5); divides by zero",
        "{price} and true; '10.5' is neither true nor false",
      })
  void refusesTheRowWhereItsValuesDoNotFit(String text, String reason) {
    var expression = ExpressionParser.parse(text);
    assertThatThrownBy(() -> expression.of(ROW)).isInstanceOf(RowRefused.class).hasMessage(reason);
  }

  @Test
  void knowsItsColumns() {
    assertThat(ExpressionParser.parse("{price} * 2 > {flag} and not {name} == 'x'").columns())
        .containsExactly("price", "flag", "name");
    assertThat(ExpressionParser.template("{flag}-{name}").columns())
        .containsExactly("flag", "name");
  }
}
