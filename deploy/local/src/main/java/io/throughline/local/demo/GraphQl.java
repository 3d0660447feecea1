package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as any client sees it: GraphQL over HTTP. */
public final class GraphQl {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI endpoint;
  private final Supplier<String> token;

  public GraphQl(URI endpoint, Supplier<String> token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * @return the answer's {@code data}
   * @throws LocalRunRefused if the query side does not answer or answers with errors
   */
  public JsonNode ask(String query, Map<String, ?> variables) throws InterruptedException {
    var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json, application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      var answer = JSON.readTree(response.body());
      var errors = answer.path("errors");
      if (response.statusCode() != 200 || !errors.isEmpty()) {
        throw new LocalRunRefused(
            "The query side refused a query: " + response.statusCode() + " " + response.body());
      }
      return answer.path("data");
    } catch (IOException | JacksonException e) {
      throw new LocalRunRefused(
          "The query side at " + endpoint + " gave no answer: " + e.getMessage(), e);
    }
  }
}
