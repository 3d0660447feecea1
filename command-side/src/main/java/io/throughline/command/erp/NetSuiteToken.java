package io.throughline.command.erp;

import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Form;
import io.throughline.command.platform.http.Outcome;
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

  private static Outcome ask(Caller caller, URI url, String assertion) {
    var form =
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion);
    return BearerToken.refusedAsUnauthorized(caller.call("POST", url, Form.HEADERS, Form.of(form)));
  }
}
