package io.throughline.command.erp;

import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Form;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Lost;
import io.throughline.command.platform.http.Outcome.Replied;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** NetSuite's access token by OAuth 2.0 client credentials, good for an hour. */
final class NetSuiteToken {
  private static final String PATH = "/services/rest/auth/oauth2/v1/token";
  private static final BearerToken.Life LIFE =
      new BearerToken.Life(Duration.ofHours(1), Duration.ofMinutes(1));

  private NetSuiteToken() {}

  static BearerToken of(NetSuiteProperties properties, Caller caller, Clock wall) {
    var assertion = new NetSuiteAssertion(properties);
    var url = properties.baseUrl().resolve(PATH);
    return new BearerToken(
        "NetSuite", wall, LIFE, () -> ask(caller, url, assertion.signed(url, wall.instant())));
  }

  /**
   * NetSuite's refusal is a 401, whatever status it has: it says nothing about the call that the
   * token is for.
   */
  private static Outcome ask(Caller caller, URI url, String assertion) {
    var form =
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion);
    return switch (caller.call("POST", url, Form.HEADERS, Form.of(form))) {
      case Lost lost -> lost;
      case Replied reply when reply.isSuccess() || reply.status() >= 500 || reply.status() == 429 ->
          reply;
      case Replied reply -> new Replied(401, reply.headers(), "No access token: " + reply.body());
    };
  }
}
