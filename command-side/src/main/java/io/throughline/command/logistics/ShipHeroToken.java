package io.throughline.command.logistics;

import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * ShipHero's bearer token, good for 28 days and renewed an hour before its end (wall time) at
 * {@code POST /auth/refresh}. One thread asks for it; those who need it meanwhile share what came
 * of that, also where it failed.
 */
final class ShipHeroToken {
  private static final String PATH = "/auth/refresh";
  private static final Duration MARGIN = Duration.ofHours(1);
  private static final long USUAL_SECONDS = Duration.ofDays(28).toSeconds();

  private final ShipHeroProperties properties;
  private final Caller caller;
  private final Clock wall;
  private final JsonMapper json = JsonMapper.builder().build();
  private @Nullable Token token;
  private @Nullable CompletableFuture<Outcome> underWay;

  private record Token(String value, Instant renewAt) {}

  ShipHeroToken(ShipHeroProperties properties, Caller caller, Clock wall) {
    this.properties = properties;
    this.caller = caller;
    this.wall = wall;
  }

  /** What came of asking: {@link Replied} 200 with the token as its body, or why there is none. */
  Outcome get() {
    var mine = new CompletableFuture<Outcome>();
    CompletableFuture<Outcome> others;
    synchronized (this) {
      if (token != null && wall.instant().isBefore(token.renewAt())) {
        return new Replied(200, Map.of(), token.value());
      }
      others = underWay;
      if (others == null) {
        underWay = mine;
      }
    }
    return others == null ? fetchFor(mine) : others.join();
  }

  private Outcome fetchFor(CompletableFuture<Outcome> waiting) {
    Outcome outcome = new Lost("Asking ShipHero for a token failed.");
    try {
      outcome = fetch();
      return outcome;
    } finally {
      synchronized (this) {
        underWay = null;
      }
      waiting.complete(outcome);
    }
  }

  /** ShipHero does not take this one any more. */
  synchronized void forget(String refused) {
    if (token != null && token.value().equals(refused)) {
      token = null;
    }
  }

  private synchronized void keep(Token granted) {
    token = granted;
  }

  private Outcome fetch() {
    var body = json.createObjectNode().put("refresh_token", properties.refreshToken());
    var outcome =
        caller.call(
            "POST",
            properties.baseUrl().resolve(PATH),
            Map.of("Content-Type", "application/json"),
            body.toString());
    return outcome instanceof Replied reply && reply.isSuccess() ? granted(reply) : outcome;
  }

  private Outcome granted(Replied reply) {
    try {
      var answer = json.readTree(reply.body());
      var value = answer.path("access_token").asString("");
      if (value.isEmpty()) {
        return new Lost("ShipHero gave no token.");
      }
      var life = Duration.ofSeconds(answer.path("expires_in").asLong(USUAL_SECONDS));
      keep(new Token(value, wall.instant().plus(life).minus(MARGIN)));
      return new Replied(200, Map.of(), value);
    } catch (JacksonException e) {
      return new Lost("ShipHero's answer to a request for a token cannot be read.");
    }
  }
}
