package io.throughline.local.demo;

import io.throughline.local.LocalRunRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command API as Salesforce would use it. A request that got no clear answer is sent again
 * under the same idempotency key, so that it has its effect once however often it is sent.
 */
public final class CommandApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** So long a request is sent again (wall time), unless somebody has more patience. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int CONFLICT = 409;

  /** Too many requests, and whatever may pass. */
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI base;
  private final Supplier<String> token;
  private final Duration patience;

  public CommandApi(URI base, Supplier<String> token) {
    this(base, token, PATIENCE);
  }

  /**
   * @param patience so long a request is sent again that got no clear answer (wall time)
   */
  public CommandApi(URI base, Supplier<String> token, Duration patience) {
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  public sealed interface Reply {}

  /**
   * It is durable; the rest happens by itself.
   *
   * @param answer the body, the same for the same key however often it is sent
   */
  public record Taken(String answer) implements Reply {}

  /** It was understood and will not be done. */
  public record Refused(int status, String detail) implements Reply {}

  /**
   * @param key the same for the same request, however often it is sent
   * @throws LocalRunRefused if the API gives no clear answer as long as our patience lasts
   */
  public Reply post(String path, String key, Object body) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", '"' + key + '"')
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var last = "";
    var end = System.nanoTime() + patience.toNanos();
    do {
      try {
        var response = client.send(request, BodyHandlers.ofString());
        var status = response.statusCode();
        if (status / 100 == 2) {
          return new Taken(response.body());
        }
        if (!TRY_AGAIN.contains(status) && !isInFlight(response)) {
          return new Refused(status, detail(response));
        }
        last = status + " " + detail(response);
      } catch (IOException e) {
        last = String.valueOf(e.getMessage());
      }
      Thread.sleep(PAUSE);
    } while (System.nanoTime() < end);
    throw new LocalRunRefused(
        "The command API at " + base + " gives no clear answer to " + path + ": " + last);
  }

  /** Of the conflicts this one alone says when to come back; the others are a "no" for good. */
  private static boolean isInFlight(HttpResponse<String> response) {
    return response.statusCode() == CONFLICT
        && response.headers().firstValue("Retry-After").isPresent();
  }

  /** The problem document's words (RFC 9457), or the body as it is. */
  private static String detail(HttpResponse<String> response) {
    try {
      var problem = JSON.readTree(response.body());
      var detail = problem.path("detail").asString(problem.path("title").asString(""));
      return detail.isEmpty() ? response.body() : detail;
    } catch (JacksonException _) {
      return response.body();
    }
  }
}
