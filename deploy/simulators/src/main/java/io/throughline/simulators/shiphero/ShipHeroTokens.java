package io.throughline.simulators.shiphero;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /auth/refresh}: a bearer token for 28 days (wall time) for whoever has the refresh
 * token.
 */
public final class ShipHeroTokens implements SimulatedSystem {
  public static final String PATH = "/auth/refresh";
  private static final Duration LIFE = Duration.ofDays(28);

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final String refreshToken;

  public ShipHeroTokens(String refreshToken) {
    this.refreshToken = refreshToken;
  }

  @Override
  public Reply answer(Call call) {
    try {
      var given = json.readTree(call.body()).path("refresh_token").asString("");
      return given.equals(refreshToken)
          ? granted()
          : Reply.json(401, "{\"message\": \"The refresh token is not valid.\"}");
    } catch (JacksonException e) {
      return Reply.json(400, "{\"message\": \"The body is not valid JSON.\"}");
    }
  }

  private Reply granted() {
    var token = UUID.randomUUID().toString();
    expiries.put(token, Instant.now().plus(LIFE));
    var body = json.createObjectNode().put("access_token", token).put("token_type", "Bearer");
    body.put("expires_in", LIFE.toSeconds());
    return Reply.json(200, body.toString());
  }

  /** No token that was granted is good any more. */
  public void forgetAll() {
    expiries.clear();
  }

  boolean allow(Call call) {
    return call.header("authorization")
        .filter(it -> it.startsWith("Bearer "))
        .map(it -> expiries.get(it.substring("Bearer ".length())))
        .filter(expiry -> expiry.isAfter(Instant.now()))
        .isPresent();
  }

  @Override
  public Reply tooMany() {
    return new Reply(429, Map.of("Retry-After", "1"), "application/json", "{}");
  }

  @Override
  public Reply broken() {
    return Reply.json(500, "{\"message\": \"Internal server error\"}");
  }

  /** Nothing is done here that a lost reply could leave in doubt. */
  @Override
  public boolean losesConnections() {
    return false;
  }
}
