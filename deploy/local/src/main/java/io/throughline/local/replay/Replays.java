package io.throughline.local.replay;

import io.throughline.local.LocalRunRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A query side's replays, over HTTP. */
public final class Replays {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LOOKED_EVERY = Duration.ofMillis(300);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI base;
  private final Supplier<String> token;

  /**
   * @param querySide its base address
   * @param token of the role operations or integration
   */
  public Replays(URI querySide, Supplier<String> token) {
    this.base = URI.create(querySide.toString().replaceAll("/+$", "") + "/api/v1/replays/");
    this.token = token;
  }

  /**
   * Begins a replay, or finds the one that is under way.
   *
   * @param changed why other documents are expected; null: none are
   * @throws LocalRunRefused if the query side refuses or does not answer
   */
  public Replay begin(String slice, @Nullable String changed) throws InterruptedException {
    return send("POST", slice, changed == null ? null : Map.of("changed", changed));
  }

  public Replay status(String slice) throws InterruptedException {
    return send("GET", slice, null);
  }

  public Replay abandon(String slice) throws InterruptedException {
    return send("DELETE", slice, null);
  }

  public Replay rollBack(String slice) throws InterruptedException {
    return send("POST", slice + "/rollback", null);
  }

  /** Waits until it is live, or somebody has to decide. */
  public Replay await(Replay begun, Consumer<Replay> progress) throws InterruptedException {
    var now = begun;
    while (now.isUnderWay()) {
      progress.accept(now);
      TimeUnit.NANOSECONDS.sleep(LOOKED_EVERY.toNanos());
      now = status(begun.slice());
    }
    return now;
  }

  private Replay send(String method, String path, @Nullable Object body)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new LocalRunRefused(refusal(path, response.statusCode(), response.body()));
      }
      return replay(response.body());
    } catch (IOException e) {
      throw new LocalRunRefused(
          "No query side answers at "
              + base.resolve("/")
              + ": start one with ./throughline up, or give its address with --url.",
          e);
    }
  }

  private Replay replay(String body) {
    try {
      return JSON.readValue(body, Replay.class);
    } catch (JacksonException e) {
      throw new LocalRunRefused(
          "What answers at "
              + base.resolve("/")
              + " is no query side, or one of another version: give its address with --url, or use"
              + " the command that came with it.",
          e);
    }
  }

  private static String refusal(String path, int status, String body) {
    if (status == 404) {
      return path + " was never folded anew.";
    }
    try {
      var detail = JSON.readTree(body).path("detail");
      if (detail.isString()) {
        return detail.asString();
      }
    } catch (JacksonException _) {
      // no problem document: told below
    }
    return "The query side answers " + status + ".";
  }
}
