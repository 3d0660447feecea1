package io.throughline.query.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is of the moment and so not stored here is read from the command side, live. */
@Component
public class CommandSide {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final JsonMapper json = JsonMapper.builder().build();
  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * @param url where the keys come from too
   */
  public CommandSide(@Value("${throughline.keys.url:http://localhost:8080}") URI url) {
    this.url = url;
  }

  /**
   * Reads in the name of whoever asks.
   *
   * @param what in the words of a complaint: {@code how the budgets stand}
   * @throws BadInput if there is no answer, or not this one
   */
  public <T> T read(String path, TypeReference<T> type, String what) {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + Reader.current().token())
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new BadInput("The command side answers " + response.statusCode() + ": ask later.");
      }
      return json.readValue(response.body(), type);
    } catch (IOException | JacksonException _) {
      throw new BadInput("The command side does not say " + what + ": ask later.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BadInput("The question was interrupted: ask again.");
    }
  }
}
