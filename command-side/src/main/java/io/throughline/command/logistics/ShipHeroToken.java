package io.throughline.command.logistics;

import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** ShipHero's bearer token, good for 28 days: {@code POST /auth/refresh}. */
final class ShipHeroToken {
  private static final String PATH = "/auth/refresh";
  private static final BearerToken.Life LIFE =
      new BearerToken.Life(Duration.ofDays(28), Duration.ofHours(1));

  private ShipHeroToken() {}

  static BearerToken of(ShipHeroProperties properties, Caller caller, Clock wall) {
    var url = properties.baseUrl().resolve(PATH);
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("refresh_token", properties.refreshToken())
            .toString();
    var headers = Map.of("Content-Type", "application/json");
    return new BearerToken("ShipHero", wall, LIFE, () -> caller.call("POST", url, headers, body));
  }
}
