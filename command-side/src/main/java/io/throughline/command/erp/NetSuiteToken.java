package io.throughline.command.erp;

import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access token of OAuth 2.0 client credentials, renewed a minute before it expires (wall time).
 * One thread asks for it; those who need it meanwhile share what came of that, also where it
 * failed: else each would wait for a timeout of its own, one after the other.
 */
final class NetSuiteToken {
  private static final String PATH = "/services/rest/auth/oauth2/v1/token";
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final NetSuiteProperties properties;
  private final Caller caller;
  private final Clock wall;
  private final NetSuiteAssertion assertion;
  private final JsonMapper json = JsonMapper.builder().build();
  private @Nullable Token token;
  private @Nullable CompletableFuture<Outcome> underWay;

  private record Token(String value, Instant renewAt) {}

  NetSuiteToken(NetSuiteProperties properties, Caller caller, Clock wall) {
    this.properties = properties;
    this.caller = caller;
    this.wall = wall;
    this.assertion = new NetSuiteAssertion(properties);
  }

  /**
   * What came of asking: {@link Replied} with the token as its body, or why there is none.
   * NetSuite's refusal is a 401, whatever status it has: it says nothing about the call that the
   * token is for.
   */
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
    Outcome outcome = new Lost("NetSuite was not asked for a token.");
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

  /** NetSuite does not take this one any more. */
  synchronized void forget(String refused) {
    if (token != null && token.value().equals(refused)) {
      token = null;
    }
  }

  private synchronized void keep(Token granted) {
    token = granted;
  }

  private Outcome fetch() {
    var outcome = ask();
    if (!(outcome instanceof Replied reply)) {
      return outcome;
    }
    if (reply.isSuccess()) {
      return granted(reply);
    }
    return reply.status() >= 500 || reply.status() == 429
        ? reply
        : new Replied(401, reply.headers(), "No access token: " + reply.body());
  }

  private Outcome granted(Replied reply) {
    try {
      var answer = json.readTree(reply.body());
      var value = answer.path("access_token").asString("");
      if (value.isEmpty()) {
        return new Lost("NetSuite's token endpoint gave no token.");
      }
      var life = Duration.ofSeconds(answer.path("expires_in").asLong(3600));
      keep(new Token(value, wall.instant().plus(life).minus(MARGIN)));
      return new Replied(200, Map.of(), value);
    } catch (JacksonException e) {
      return new Lost("The answer of NetSuite's token endpoint cannot be read: " + e.getMessage());
    }
  }

  private Outcome ask() {
    var url = properties.baseUrl().resolve(PATH);
    var form =
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion.signed(url, wall.instant()));
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return caller.call(
        "POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }
}
