package io.throughline.command.logistics;

import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** ShipBob's REST API with its headers: a personal access token, and the sales channel. */
final class ShipBobClient {
  private static final String ROOT = "/2026-07/";

  private final ShipBobProperties properties;
  private final Caller caller;

  ShipBobClient(ShipBobProperties properties, Caller caller) {
    this.properties = properties;
    this.caller = caller;
  }

  Outcome get(String path) {
    return call("GET", path, "");
  }

  Outcome post(String path, String body) {
    return call("POST", path, body);
  }

  private Outcome call(String method, String path, String body) {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + properties.token(),
            "Content-Type",
            "application/json",
            "shipbob_channel_id",
            properties.channelId());
    return caller.call(method, properties.baseUrl().resolve(ROOT + path), headers, body);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
