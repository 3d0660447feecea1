package io.throughline.query.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the command side's system API, many things at a time and none longer than a request can
 * wait. Values are not kept here; that a value was known, and when, is remembered, to say so.
 */
final class SystemApi {
  private static final Logger log = LoggerFactory.getLogger(SystemApi.class);
  private static final int REMEMBERED = 100_000;

  private final URI commandSide;
  private final Duration patience;
  private final Semaphore calls;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Executor threads = task -> Thread.ofVirtual().name("system-api").start(task);
  private final Cache<Fact, Instant> lastKnown =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final HttpClient http;

  SystemApi(URI commandSide, Duration patience, int atOnce) {
    this.commandSide = commandSide;
    this.patience = patience;
    this.calls = new Semaphore(atOnce);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  /** Each fact once; what has not been told in time is unavailable. */
  Map<Fact, Told> ask(Set<Fact> facts, String token) {
    var until = System.nanoTime() + patience.toNanos();
    var asked = new HashMap<Fact, CompletableFuture<Told>>();
    for (var fact : facts) {
      asked.put(fact, CompletableFuture.supplyAsync(() -> ask(fact, token, until), threads));
    }
    var told = new HashMap<Fact, Told>();
    asked.forEach((fact, answer) -> told.put(fact, within(fact, answer, until)));
    return told;
  }

  private Told within(Fact fact, CompletableFuture<Told> answer, long until) {
    try {
      return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return unavailable(fact);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unavailable(fact);
    } catch (ExecutionException e) {
      log.warn("{} could not be asked for", fact.path(), e.getCause());
      return unavailable(fact);
    }
  }

  private Told ask(Fact fact, String token, long until) {
    try {
      if (!calls.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return unavailable(fact);
      }
      try {
        var request =
            HttpRequest.newBuilder(commandSide.resolve(fact.path()))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .build();
        return told(fact, http.send(request, HttpResponse.BodyHandlers.ofString()));
      } finally {
        calls.release();
      }
    } catch (IOException | JacksonException e) {
      log.debug("{} is not answered: {}", fact.path(), e.getMessage());
      return unavailable(fact);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unavailable(fact);
    }
  }

  private Told told(Fact fact, HttpResponse<String> response) {
    if (response.statusCode() == 404) {
      return Told.nothing(LiveState.UNKNOWN);
    }
    if (response.statusCode() != 200) {
      return unavailable(fact);
    }
    var body = json.readTree(response.body());
    var asOf = Instant.parse(body.path("asOf").asString());
    var age = response.headers().firstValueAsLong("Age").orElse(0);
    var freshness =
        body.path("stale").asBoolean()
            ? Freshness.STALE
            : age > 0 ? Freshness.CACHED : Freshness.LIVE;
    lastKnown.put(fact, asOf);
    return new Told(
        new LiveState(freshness, body.path("source").asString(), asOf, null), body.path("value"));
  }

  private Told unavailable(Fact fact) {
    @Nullable Instant known = lastKnown.getIfPresent(fact);
    return Told.nothing(LiveState.unavailable(known));
  }
}
