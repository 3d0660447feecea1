package io.throughline.query.budgets;

import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.Reader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Nothing of a budget is stored here: it is of the moment. */
@Controller
class BudgetQueries {
  private static final String PATH = "/api/v1/operations/budgets";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final TypeReference<List<AccountBudget>> BUDGETS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();
  private final URI uri;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * @param commandSide where the keys come from too
   */
  BudgetQueries(@Value("${throughline.keys.url:http://localhost:8080}") URI commandSide) {
    this.uri = commandSide.resolve(PATH);
  }

  @QueryMapping
  List<AccountBudget> budgets() {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + Reader.current().token())
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new BadInput("The command side answers " + response.statusCode() + ": ask later.");
      }
      return json.readValue(response.body(), BUDGETS);
    } catch (IOException | JacksonException _) {
      throw new BadInput("The command side does not say how the budgets stand: ask later.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BadInput("The question was interrupted: ask again.");
    }
  }
}
