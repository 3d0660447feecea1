package io.throughline.command.system;

import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.kernel.ownership.Policy;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Facts that are asked for together. The catalogue says, field by field, how long each is good. */
enum FactKind {
  CREDIT("Customer", "creditLimit", "balance"),
  PRODUCT("Product", "name", "listPrice"),
  AVAILABILITY("Product", "available"),
  ORDER_STATUS("ErpOrder", "status", "net", "tax"),
  INVOICE("ErpInvoice", "paid"),
  SHIPMENT("CarrierShipment", "status", "milestones");

  private final Duration goodFor;

  FactKind(String entity, String... fields) {
    this.goodFor =
        Stream.of(fields)
            .map(field -> goodFor(entity, field))
            .min(Comparator.naturalOrder())
            .orElseThrow();
  }

  /** As long as the field that is good for the shortest time; zero: it is asked for each time. */
  Duration goodFor() {
    return goodFor;
  }

  private static Duration goodFor(String entity, String field) {
    var fact = OwnershipCatalogue.ours().find(entity, field).orElseThrow();
    return switch (fact.policy()) {
      case Policy.Live _ -> Duration.ZERO;
      case Policy.Cached(var ttl) -> ttl;
      case Policy.Own _, Policy.Reference _, Policy.Recorded _ ->
          throw new IllegalStateException(
              entity + "." + field + " is stored, so it is not for the system API.");
    };
  }
}
