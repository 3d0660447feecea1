package io.throughline.local.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two customers, two products, two orders, three lines, and a mapping that takes them; tests change
 * what they need.
 */
final class SmallInput {
  static final String MAPPING =
      """
      customer:
        from: accounts.csv
        fields:
          customerId: number
          name: name
          billTo.street: street
          billTo.city: city
          billTo.country: country
          currency: { constant: EUR }
      product:
        from: items.csv
        fields:
          productId: sku
          listPrice: price
          stock.EAST: east
      order:
        from: sales.csv
        fields:
          orderId: number
          customerId: account
          orderedOn: day
          currency: { constant: EUR }
          priceBasis: { constant: LIST }
          taxRegion: { constant: DE }
          shipTo.street: street
          shipTo.city: city
          shipTo.country: { constant: DE }
      line:
        from: sales-lines.csv
        fields:
          orderId: sale
          productId: sku
          quantity: units
          unitPrice: price
      """;

  private final Path directory;
  private String mapping = MAPPING;
  private Charset charset = StandardCharsets.UTF_8;

  SmallInput(Path directory) {
    this.directory = directory;
    file(
        "accounts.csv",
        "number,name,street,city,country",
        "C1,Acorn Works,Elm Row 1,Aachen,DE",
        "C2,Birch Yard,Oak Row 2,Bonn,DE");
    file("items.csv", "sku,price,east,flag", "P1,10.00,5,0", "P2,2.50,0,1");
    file(
        "sales.csv",
        "number,account,day,street,city",
        "S1,C1,2026-03-01,Elm Row 1,Aachen",
        "S2,C2,2026-03-02,Oak Row 2,Bonn");
    file(
        "sales-lines.csv",
        "sale,sku,units,price",
        "S1,P1,2,10.00",
        "S1,P2,1,2.50",
        "S2,P1,3,10.00");
  }

  SmallInput file(String name, String... lines) {
    try {
      Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n", charset);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SmallInput written(Charset other) {
    charset = other;
    return this;
  }

  SmallInput mapping(String old, String replacement) {
    if (!mapping.contains(old)) {
      throw new AssertionError("the mapping does not hold: " + old);
    }
    mapping = mapping.replace(old, replacement);
    return this;
  }

  Input read() {
    file("mapping.yaml", mapping);
    return InputReader.read(directory, Mapping.read(directory.resolve("mapping.yaml")));
  }
}
