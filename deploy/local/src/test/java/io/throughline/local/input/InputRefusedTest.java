package io.throughline.local.input;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a run before anything starts; each message says where and what to mend. */
class InputRefusedTest {
  @TempDir Path directory;
  private SmallInput small;

  @BeforeEach
  void makeFiles() {
    small = new SmallInput(directory);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(small::read).isInstanceOf(InputRefused.class).hasMessage(message);
  }

  @Test
  void anUnknownColumnIsNamedWithTheNearestAndTheMappingsLine() {
    small.mapping("orderedOn: day", "orderedOn: dya");
    assertRefused("mapping.yaml line 21: sales.csv has no column 'dya'; did you mean 'day'?");
  }

  @Test
  void anUnknownColumnInAConditionIsNamedToo() {
    small.mapping("unitPrice: price", "unitPrice: { column: price, when: \"{unit} > 0\" }");
    assertRefused(
        "mapping.yaml line 34: sales-lines.csv has no column 'unit'; did you mean 'units'?");
  }

  @Test
  void anUnknownFileIsNamedWithTheNearest() {
    small.mapping("from: sales.csv", "from: sale.csv");
    assertRefused(
        "mapping.yaml line 17: there is no file 'sale.csv' in "
            + directory
            + "; did you mean 'sales.csv'?");
  }

  @Test
  void anUnknownFieldIsNamedWithTheNearest() {
    small.mapping("taxRegion:", "taxregion:");
    assertRefused(
        "mapping.yaml line 24: order has no field 'taxregion'; did you mean 'taxRegion'?");
  }

  @Test
  void anUnknownWordInARuleIsNamed() {
    small.mapping("listPrice: price", "listPrice: { column: price, rounded: 2 }");
    assertRefused(
        "mapping.yaml line 14: the field 'listPrice' has no 'rounded'; did you mean 'round'?");
  }

  @Test
  void aMissingFieldIsNamed() {
    small.mapping("    orderedOn: day\n", "");
    assertRefused("mapping.yaml line 19: order needs the field 'orderedOn'");
  }

  @Test
  void aMissingSectionIsNamed() {
    small.mapping("product:", "x-product:");
    assertRefused("mapping.yaml line 10: the mapping has no 'x-product'; did you mean 'product'?");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    small.mapping("  from: items.csv", "  from: [items.csv");
    assertThatThrownBy(small::read)
        .isInstanceOf(InputRefused.class)
        .hasMessageStartingWith("mapping.yaml line 12: this is no YAML: ");
  }

  @Test
  void aBrokenExpressionIsNamed() {
    small.mapping("unitPrice: price", "unitPrice: { value: \"{price} * rate\" }");
    assertRefused(
        "mapping.yaml line 34: 'value: {price} * rate' is no expression: 'rate' was not expected:"
            + " columns stand in braces, {rate}, and texts in quotes");
  }

  @Test
  void twoSourcesForOneFieldAreOneTooMany() {
    small.mapping("unitPrice: price", "unitPrice: { column: price, constant: 1 }");
    assertRefused(
        "mapping.yaml line 34: the field 'unitPrice' needs one of column, constant, text, value,"
            + " and has column and constant");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    small.mapping("orderedOn: day", "orderedOn: day\n    orderedOn: number");
    assertRefused("mapping.yaml line 22: 'orderedOn' stands in 'fields' of order twice");
  }

  @Test
  void anotherCharsetIsNamed() {
    small
        .written(StandardCharsets.ISO_8859_1)
        .file("accounts.csv", "number,name,street,city,country", "C1,Künstler,S 1,Köln,DE");
    assertThatThrownBy(small::read)
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("accounts.csv is not UTF-8");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    small.file("items.csv", "sku,price,price,east");
    assertRefused(directory.resolve("items.csv") + " has two columns called 'price'.");
  }

  @Test
  void anEmptyFileIsRefused() {
    small.file("items.csv", "");
    assertRefused(
        directory.resolve("items.csv") + " is empty: its first line must name the columns.");
  }

  @Test
  void anInputWithoutAnOrderThatFitsIsRefused() {
    small
        .file("sales.csv", "number,account,day,street,city", "S1,C9,2026-03-01,Elm Row 1,Aachen")
        .file("sales-lines.csv", "sale,sku,units,price", "S1,P1,1,1");
    assertRefused(
        "The input holds no order that fits. The first row that does not fit: sales.csv line 2,"
            + " column account: no customer is called 'C9'.");
  }

  @Test
  void aMappingThatIsNotThereIsRefused() {
    var missing = directory.resolve("none.yaml");
    assertThatThrownBy(() -> Mapping.read(missing))
        .hasMessage("The mapping " + missing + " does not exist.");
  }

  @Test
  void anInputDirectoryThatIsNotThereIsRefused() {
    small.read();
    var mapping = Mapping.read(directory.resolve("mapping.yaml"));
    var missing = directory.resolve("none");
    assertThatThrownBy(() -> InputReader.read(missing, mapping))
        .hasMessage("The input directory " + missing + " does not exist.");
  }
}
