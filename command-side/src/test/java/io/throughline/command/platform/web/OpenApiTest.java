package io.throughline.command.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Edge.SHARED)
class OpenApiTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  private static OpenAPI api(String version) throws Exception {
    var reply = edge.get("/openapi/" + version);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    var parsed = new OpenAPIV3Parser().readContents(reply.body(), null, new ParseOptions());
    assertThat(parsed.getMessages()).isEmpty();
    return parsed.getOpenAPI();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "3.1"})
  void theDescriptionIsValidAndSaysWhichVersionItIs(String version) throws Exception {
    assertThat(api(version).getOpenapi()).startsWith(version + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "3.1"})
  void everyCommandNeedsAKeyAndATokenAndNamesItsProblems(String version) throws Exception {
    var api = api(version);

    assertThat(api.getPaths())
        .containsKeys(
            "/api/v1/orders", "/api/v1/orders/{orderId}/cancellation", "/api/v1/customers");
    assertThat(api.getSecurity())
        .singleElement()
        .satisfies(needed -> assertThat(needed).containsKey("bearer"));
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          if (method == HttpMethod.GET) {
                            assertReading(path, operation);
                          } else {
                            assertComplete(path, operation);
                          }
                        }));
  }

  private static void assertReading(String path, Operation operation) {
    assertThat(operation.getSummary()).as(path).isNotBlank();
    assertThat(operation.getResponses())
        .as(path)
        .containsKeys("200", "401", "403", "404", "500", "503");
  }

  private static void assertComplete(String path, Operation operation) {
    assertThat(operation.getSummary()).as(path).isNotBlank();
    if (path.contains("/webhooks/")) {
      assertThat(operation.getSecurity()).as(path).isEmpty();
      assertThat(operation.getResponses())
          .as(path)
          .containsKeys("204", "400", "401", "404", "413", "503");
      return;
    }
    assertThat(operation.getResponses())
        .as(path)
        .containsKeys("202", "400", "401", "403", "404", "409", "413", "415", "422", "500", "503");
    assertThat(operation.getResponses().get("409").getContent())
        .containsOnlyKeys("application/problem+json");
    assertThat(operation.getParameters())
        .as(path)
        .filteredOn(parameter -> parameter.getName().equals("Idempotency-Key"))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.getRequired()).isTrue();
              assertThat(key.getDescription()).contains("24 hours");
            });
  }

  @Test
  void nothingButTheApiIsDescribed() throws Exception {
    assertThat(api("3.1").getPaths().keySet())
        .allSatisfy(path -> assertThat(path).matches("/(api|system)/v1/.*"));
  }

  @Test
  void whatMayBeLeftOutIsSoInBothVersions() throws Exception {
    assertThat(edge.get("/openapi/3.0").json().at("/components/schemas/Order/required"))
        .isEqualTo(edge.get("/openapi/3.1").json().at("/components/schemas/Order/required"));
    assertThat(edge.get("/openapi/3.1").json().at("/components/schemas/Order/required").toString())
        .contains("orderId", "customerId")
        .doesNotContain("requestedOn");
  }

  @Test
  void fieldsHaveExamplesAndTypes() throws Exception {
    var order = edge.get("/openapi/3.1").json().at("/components/schemas/Order/properties");

    assertThat(order.at("/orderId/type").asString()).isEqualTo("string");
    assertThat(order.at("/orderId").toString()).contains("NW-10248");
    assertThat(order.at("/orderedOn/format").asString()).isEqualTo("date");
    assertThat(order.at("/currency/type").asString()).isEqualTo("string");
  }
}
