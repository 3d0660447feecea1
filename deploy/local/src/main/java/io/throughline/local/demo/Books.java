package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import io.throughline.local.demo.DemoReport.Effects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulators' ledgers: what really happened at the ERP and the carrier. */
public final class Books {
  private final JsonNode books;

  private Books(JsonNode books) {
    this.books = books;
  }

  public static Books read(URI simulators) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(simulators.resolve("/books")).build();
      var answer = client.send(request, BodyHandlers.ofString());
      return new Books(JsonMapper.builder().build().readTree(answer.body()));
    } catch (IOException e) {
      throw new LocalRunRefused(
          "The simulators at " + simulators + " gave no answer: " + e.getMessage(), e);
    }
  }

  /** All that they say, as JSON. */
  public JsonNode json() {
    return books;
  }

  /** What the simulated org holds; missing where there is none. */
  JsonNode org() {
    return books.path("salesforce");
  }

  Effects effects() {
    var effects = books.path("effects");
    return new Effects(
        effects.path("erpSalesOrders").asInt(),
        effects.path("shipments").asInt(),
        effects.path("invoices").asInt(),
        effects.path("duplicates").asInt());
  }
}
