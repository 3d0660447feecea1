package io.throughline.command.platform.http;

import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OAuth 2.0 access token, renewed a while before it expires (wall time). One thread asks for it;
 * those who need it meanwhile share what came of that, also where it failed: else each would wait
 * for a timeout of its own, one after the other.
 */
public final class BearerToken {
  private final String grantor;
  private final Clock wall;
  private final Life life;
  private final Supplier<Outcome> asking;
  private final JsonMapper json = JsonMapper.builder().build();
  private @Nullable Token token;
  private @Nullable CompletableFuture<Outcome> underWay;

  /**
   * How long a token is good for.
   *
   * @param usual where the answer does not say
   * @param margin so long before its end it is renewed
   */
  public record Life(Duration usual, Duration margin) {}

  private record Token(String value, Instant renewAt) {}

  /**
   * @param grantor the system that gives it, as messages name it
   * @param asking one request for a token; its answer is that of RFC 6749, section 5.1
   */
  public BearerToken(String grantor, Clock wall, Life life, Supplier<Outcome> asking) {
    this.grantor = grantor;
    this.wall = wall;
    this.life = life;
    this.asking = asking;
  }

  /**
   * A refusal of a token is a 401, whatever status it has: it says nothing about the call that the
   * token is for.
   */
  public static Outcome refusedAsUnauthorized(Outcome outcome) {
    return switch (outcome) {
      case Lost lost -> lost;
      case Replied reply when reply.isSuccess() || reply.status() >= 500 || reply.status() == 429 ->
          reply;
      case Replied reply -> new Replied(401, reply.headers(), "No access token: " + reply.body());
    };
  }

  /** What came of asking: {@link Replied} 200 with the token as its body, or why there is none. */
  public Outcome get() {
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
    Outcome outcome = new Lost(grantor + " was not asked for a token.");
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

  /** Whoever gave it does not take this one any more. */
  public synchronized void forget(String refused) {
    if (token != null && token.value().equals(refused)) {
      token = null;
    }
  }

  private synchronized void keep(Token granted) {
    token = granted;
  }

  private Outcome fetch() {
    var outcome = asking.get();
    return outcome instanceof Replied reply && reply.isSuccess() ? granted(reply) : outcome;
  }

  private Outcome granted(Replied reply) {
    try {
      var answer = json.readTree(reply.body());
      var value = answer.path("access_token").asString("");
      if (value.isEmpty()) {
        return new Lost(grantor + " gave no token.");
      }
      var lasts = Duration.ofSeconds(answer.path("expires_in").asLong(life.usual().toSeconds()));
      keep(new Token(value, wall.instant().plus(lasts).minus(life.margin())));
      return new Replied(200, Map.of(), value);
    } catch (JacksonException e) {
      return new Lost(grantor + "'s answer to a request for a token cannot be read.");
    }
  }
}
