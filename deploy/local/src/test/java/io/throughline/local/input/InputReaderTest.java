package io.throughline.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.WarehouseId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReaderTest {
  @TempDir Path directory;
  private SmallInput small;

  @BeforeEach
  void makeFiles() {
    small = new SmallInput(directory);
  }

  @Test
  void everyRowThatFitsIsTaken() {
    var input = small.read();
    assertThat(input.rejections()).isEmpty();
    assertThat(input.customers())
        .extracting(customer -> customer.customerId().value())
        .containsExactly("C1", "C2");
    assertThat(input.products())
        .<Map<WarehouseId, Integer>>extracting(Input.Product::stock)
        .containsExactly(Map.of(new WarehouseId("EAST"), 5), Map.of(new WarehouseId("EAST"), 0));
    assertThat(input.orders())
        .extracting(order -> order.orderId().value())
        .containsExactly("S1", "S2");
    assertThat(input.lineCount()).isEqualTo(3);
  }

  @Test
  void linesAreNumberedWhereTheFileDoesNotNumberThem() {
    assertThat(small.read().orders().getFirst().terms().lines())
        .extracting(line -> line.lineId().value())
        .containsExactly("1", "2");
  }

  @Test
  void theShippingNameIsTheCustomersWhereNoneIsGiven() {
    assertThat(small.read().orders().getFirst().terms().shipTo().name()).isEqualTo("Acorn Works");
  }

  @Test
  void roundingTakesAwayFloatNoise() {
    small
        .mapping("unitPrice: price", "unitPrice: { column: price, round: 2 }")
        .file("sales-lines.csv", "sale,sku,units,price", "S1,P1,10,9.80000019");
    assertThat(small.read().orders().getFirst().terms().lines().getFirst().net())
        .isEqualTo(Money.of("98.00", "EUR"));
  }

  @Test
  void valuesAreReckonedFromColumns() {
    small.mapping("unitPrice: price", "unitPrice: { value: \"{price} * 0.9 + 1\", round: 2 }");
    assertThat(small.read().orders().getFirst().terms().lines().getFirst().unitPrice())
        .isEqualTo(Money.of("10.00", "EUR"));
  }

  @Test
  void conditionsDecideFlags() {
    small.mapping(
        "listPrice: price", "listPrice: price\n    discontinued: { value: \"{flag} == '1'\" }");
    assertThat(small.read().products())
        .extracting(Input.Product::discontinued)
        .containsExactly(false, true);
  }

  @Test
  void aValueHeldBackByItsConditionTakesTheDefault() {
    small.mapping(
        "unitPrice: price",
        "unitPrice: price\n"
            + "    discount: { constant: 0.1, when: \"{units} >= 2 and not {sku} == 'P2'\","
            + " default: 0 }");
    assertThat(small.read().orders().getFirst().terms().lines())
        .extracting(line -> line.discount())
        .containsExactly(new BigDecimal("0.1"), new BigDecimal("0"));
  }

  @Test
  void valuesAreReplacedThroughAMap() {
    small.mapping(
        "taxRegion: { constant: DE }",
        "taxRegion: { column: city, map: { Aachen: DE, Bonn: FR } }");
    assertThat(small.read().orders())
        .extracting(order -> order.terms().taxRegion())
        .containsExactly("DE", "FR");
  }

  @Test
  void aValueThatTheMapLacksIsRefusedUnderItsColumn() {
    small.mapping(
        "taxRegion: { constant: DE }", "taxRegion: { column: city, map: { Aachen: DE } }");
    assertThat(small.read().rejections())
        .containsExactly(
            new Rejection("sales.csv", 3, "city", "the mapping has nothing for 'Bonn'"));
  }

  @Test
  void textsAreBuiltFromColumnsAndPutInCapitals() {
    small
        .mapping("orderId: number", "orderId: { text: \"web-{number}\", upper: true }")
        .mapping("orderId: sale", "orderId: { text: \"web-{sale}\" }");
    assertThat(small.read().orders())
        .extracting(order -> order.orderId().value())
        .containsExactly("WEB-S1", "WEB-S2");
  }

  @Test
  void datesAreReadInTheirFormat() {
    small
        .mapping("orderedOn: day", "orderedOn: { column: day, date: dd/MM/yyyy }")
        .file(
            "sales.csv",
            "number,account,day,street,city",
            "S1,C1,28/02/2026,Elm Row 1,Aachen",
            "S2,C2,31/02/2026,Oak Row 2,Bonn");
    var input = small.read();
    assertThat(input.orders())
        .extracting(order -> order.terms().orderedOn())
        .containsExactly(LocalDate.of(2026, 2, 28));
    assertThat(input.rejections()).extracting(Rejection::column).containsExactly("day");
  }

  @Test
  void anotherFilesRowIsJoinedByItsKey() {
    small
        .mapping(
            "  from: sales-lines.csv",
            "  from: sales-lines.csv\n  join: { item: { from: items.csv, on: { sku: sku } } }")
        .mapping("unitPrice: price", "unitPrice: item.price")
        .file("sales-lines.csv", "sale,sku,units,price", "S1,P2,2,99", "S2,P9,2,99");
    var input = small.read();
    assertThat(input.orders().getFirst().terms().lines().getFirst().unitPrice())
        .isEqualTo(Money.of("2.50", "EUR"));
    assertThat(input.rejections())
        .extracting(Rejection::toString)
        .containsExactly(
            "sales-lines.csv line 3, column sku: items.csv has no row for P9",
            "sales.csv line 3, column number: the order has no lines");
  }

  @Test
  void rowsAreTakenOnlyWhereTheConditionHolds() {
    small.mapping("  from: sales-lines.csv", "  from: sales-lines.csv\n  where: \"{sku} != 'P2'\"");
    var input = small.read();
    assertThat(input.lineCount()).isEqualTo(2);
    assertThat(input.rejections()).isEmpty();
  }

  @Test
  void oneFlatFileMayHoldOrdersAndLines() {
    small
        .mapping("  from: sales.csv", "  from: flat.csv\n  distinct: true")
        .mapping("  from: sales-lines.csv", "  from: flat.csv")
        .mapping("orderId: sale", "orderId: number")
        .file(
            "flat.csv",
            "number,account,day,street,city,sku,units,price",
            "S1,C1,2026-03-01,Elm Row 1,Aachen,P1,1,10",
            "S1,C1,2026-03-01,Elm Row 1,Aachen,P2,1,2.5");
    var input = small.read();
    assertThat(input.rejections()).isEmpty();
    assertThat(input.orders()).hasSize(1);
    assertThat(input.lineCount()).isEqualTo(2);
  }

  @Test
  void quotedFieldsMayHoldLineBreaksAndLinesAreStillNamedRight() {
    small.file(
        "sales-lines.csv",
        "sale,sku,units,price",
        "S1,P1,2,10.00",
        "\"S2\",\"P1\",\"3\n\",10.00",
        "S1,P1,two,1");
    assertThat(small.read().rejections())
        .containsExactly(
            new Rejection(
                "sales-lines.csv",
                5,
                "units",
                "'two' is no whole number; order S1 is left out with it"));
  }

  @Test
  void aLineThatDoesNotFitTakesItsOrderWithItAndNoOther() {
    small.file(
        "sales-lines.csv", "sale,sku,units,price", "S1,P1,2,dear", "S1,P2,1,2.50", "S2,P1,3,10.00");
    var input = small.read();
    assertThat(input.orders()).extracting(order -> order.orderId().value()).containsExactly("S2");
    assertThat(input.rejections())
        .extracting(Rejection::toString)
        .containsExactly(
            "sales-lines.csv line 2, column price: 'dear' is no number; order S1 is left out with"
                + " it");
  }

  @Test
  void anOrderOfAnUnknownCustomerIsToldOfOnceWhateverItsLines() {
    small.file(
        "sales.csv",
        "number,account,day,street,city",
        "S1,C9,2026-03-01,Elm Row 1,Aachen",
        "S2,C2,2026-03-02,Oak Row 2,Bonn");
    assertThat(small.read().rejections())
        .containsExactly(new Rejection("sales.csv", 2, "account", "no customer is called 'C9'"));
  }

  @Test
  void anOrderWithoutLinesIsToldOf() {
    small.file("sales-lines.csv", "sale,sku,units,price", "S1,P1,2,10.00");
    assertThat(small.read().rejections())
        .containsExactly(new Rejection("sales.csv", 3, "number", "the order has no lines"));
  }

  @Test
  void aMissingKeyIsToldOf() {
    small.file(
        "sales-lines.csv",
        "sale,sku,units,price",
        "S1,P1,2,10.00",
        "S2,P1,1,1",
        ",P1,1,1",
        "S7,P1,1,1");
    assertThat(small.read().rejections())
        .extracting(Rejection::reason)
        .containsExactly("it is empty", "no order is called 'S7'");
  }

  @Test
  void aRowThatStandsTwiceIsToldOf() {
    small.file(
        "accounts.csv",
        "number,name,street,city,country",
        "C1,A,S 1,X,DE",
        "C2,B,S 2,X,DE",
        "c1,A,S 1,X,DE");
    assertThat(small.read().rejections())
        .containsExactly(
            new Rejection("accounts.csv", 4, "number", "'C1' stands in an earlier row too"));
  }

  @Test
  void aRowOfTheWrongWidthIsToldOf() {
    small.file("items.csv", "sku,price,east,flag", "P1,10.00,5,0", "P2,2.50,0");
    assertThat(small.read().rejections())
        .containsExactly(
            new Rejection("items.csv", 3, "", "it has 3 columns where the header has 4"));
  }

  @Test
  void discountsAreFractions() {
    small.mapping("unitPrice: price", "unitPrice: price\n    discount: price");
    assertThat(new SmallInput(directory).read().rejections()).isEmpty();
    small.file("sales-lines.csv", "sale,sku,units,price", "S1,P1,2,0.5", "S2,P1,1,1");
    assertThat(small.read().rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            "a discount must be a fraction below 1, not 1; order S2 is left out with it");
  }

  @Test
  void theCreditLimitAndReorderQuantityAreOptional() {
    small.mapping(
        "    currency: { constant: EUR }\nproduct",
        "    currency: { constant: EUR }\n    creditLimit: { constant: 900 }\nproduct");
    var input = small.read();
    assertThat(input.customers().getFirst().creditLimit()).contains(new BigDecimal("900"));
    assertThat(input.products().getFirst().reorderQuantity()).isEmpty();
    assertThat(input.orders().getFirst().terms().lines().getFirst().lineId())
        .isEqualTo(new LineId("1"));
  }

  @Test
  void otherDelimitersAndCharsetsAreNamedInTheMapping() {
    small
        .mapping("customer:\n", "csv: { delimiter: \";\", charset: ISO-8859-1 }\ncustomer:\n")
        .written(StandardCharsets.ISO_8859_1);
    small
        .file(
            "accounts.csv",
            "number;name;street;city;country",
            "C1;Künstler;S 1;Köln;DE",
            "C2;B;S 2;X;DE")
        .file("items.csv", "sku;price;east", "P1;1;5")
        .file("sales.csv", "number;account;day;street;city", "S1;C1;2026-03-01;S 1;Köln")
        .file("sales-lines.csv", "sale;sku;units;price", "S1;P1;1;1");
    assertThat(small.read().customers().getFirst().name()).isEqualTo("Künstler");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    small.file("items.csv", "\uFEFFsku,price,east,flag", "P1,10.00,5,0", "P2,2.50,0,1");
    assertThat(small.read().products()).hasSize(2);
  }
}
