package io.throughline.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DuplicatesTest {
  private static final String ONE_ORDER =
      """
      {"salesOrders": {"A": {"customer": "ACME", "reference": "A",
        "quantities": {"BOLT": 10}, "billedQuantities": {"BOLT": 10}}}}\
      """;

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }

  private static JsonNode shipments(String... shipments) {
    var text = new StringBuilder();
    for (var i = 0; i < shipments.length; i++) {
      text.append(i == 0 ? "" : ",").append("\"S").append(i).append("\":").append(shipments[i]);
    }
    return json("{\"shipments\": {" + text + "}}");
  }

  private static String shipment(int bolts, String status) {
    return "{\"order\": \"A\", \"status\": \"%s\", \"quantities\": {\"BOLT\": %d}}"
        .formatted(status, bolts);
  }

  @Test
  void anOrderShippedInPartsIsNoDuplicate() {
    assertThat(
            Duplicates.in(
                json(ONE_ORDER),
                shipments(
                    shipment(4, "Completed"), shipment(6, "Completed"), shipment(6, "Cancelled"))))
        .isZero();
  }

  @Test
  void goodsShippedAgainUnderAnotherIdAreFound() {
    assertThat(
            Duplicates.in(
                json(ONE_ORDER), shipments(shipment(10, "Completed"), shipment(4, "Processing"))))
        .isEqualTo(1);
  }

  @Test
  void goodsBilledThatNeverShippedAreFound() {
    assertThat(Duplicates.in(json(ONE_ORDER), shipments(shipment(6, "Completed")))).isEqualTo(1);
  }

  @Test
  void anOrderBookedAgainUnderAnotherIdIsFound() {
    var twice =
        json(
            """
            {"salesOrders": {
              "A": {"customer": "ACME", "reference": "A", "quantities": {}, "billedQuantities": {}},
              "B": {"customer": "ACME", "reference": "A", "quantities": {}, "billedQuantities": {}},
              "C": {"customer": "ELSE", "reference": "A", "quantities": {}, "billedQuantities": {}}
            }}\
            """);

    assertThat(Duplicates.in(twice, shipments())).isEqualTo(1);
  }
}
