package io.throughline.local.input;

import java.util.List;
import java.util.stream.Stream;

/** The four kinds of thing a mapping describes, with the fields that each must and may have. */
enum Entity {
  CUSTOMER(
      List.of("customerId", "name", "billTo.street", "billTo.city", "billTo.country", "currency"),
      List.of(
          "contact",
          "email",
          "phone",
          "billTo.name",
          "billTo.region",
          "billTo.postalCode",
          "owner",
          "creditLimit")),
  PRODUCT(List.of("productId", "listPrice"), List.of("name", "discontinued", "reorderQuantity")),
  ORDER(
      List.of(
          "orderId",
          "customerId",
          "orderedOn",
          "currency",
          "priceBasis",
          "taxRegion",
          "shipTo.street",
          "shipTo.city",
          "shipTo.country"),
      List.of(
          "owner",
          "requestedOn",
          "partnerId",
          "deposit.share",
          "deposit.amount",
          "shipTo.name",
          "shipTo.region",
          "shipTo.postalCode")),
  LINE(
      List.of("orderId", "productId", "quantity", "unitPrice"),
      List.of(
          "lineId",
          "discount",
          "partnerDiscount",
          "requestedOn",
          "shipTo.key",
          "shipTo.name",
          "shipTo.street",
          "shipTo.city",
          "shipTo.region",
          "shipTo.postalCode",
          "shipTo.country",
          "subscription.billingPeriod",
          "subscription.periods",
          "subscription.startsOn",
          "subscription.renews"));

  /** {@code stock.MAIN}: one field for each warehouse, named by the mapping. */
  static final String STOCK = "stock.";

  private final List<String> required;
  private final List<String> optional;

  Entity(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  /** As in a mapping: {@code customer}. */
  String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  List<String> required() {
    return required;
  }

  List<String> fields() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  boolean has(String field) {
    return fields().contains(field)
        || (this == PRODUCT && field.startsWith(STOCK) && field.length() > STOCK.length());
  }
}
