package io.throughline.command.salesforce;

import io.throughline.command.platform.http.BearerToken;
import io.throughline.command.platform.http.Caller;
import io.throughline.command.platform.http.Form;
import io.throughline.command.platform.http.Outcome;
import io.throughline.command.platform.http.Outcome.Replied;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session in the org: JWT bearer where there is a key, else client credentials. Salesforce does
 * not say how long a session lasts, so it is kept until the org refuses it. One thread asks; others
 * wait for what comes of that.
 */
final class SalesforceToken {
  private static final String PATH = "/services/oauth2/token";

  private final SalesforceProperties properties;
  private final Caller caller;
  private final Clock wall;
  private final @Nullable SalesforceAssertion assertion;
  private final JsonMapper json = JsonMapper.builder().build();
  private @Nullable Session session;

  /**
   * @param instance where the org's APIs are
   * @param orgId 18 characters, as the org itself names it
   */
  record Session(String token, URI instance, String orgId) {}

  /** A session, or why there is none. */
  record Asked(Optional<Session> session, Outcome outcome) {}

  SalesforceToken(SalesforceProperties properties, Caller caller, Clock wall) {
    this.properties = properties;
    this.caller = caller;
    this.wall = wall;
    var key = properties.privateKey();
    this.assertion = key == null ? null : new SalesforceAssertion(properties, key);
  }

  synchronized Asked get() {
    if (session == null) {
      var outcome = ask();
      session = granted(outcome).orElse(null);
      return new Asked(Optional.ofNullable(session), outcome);
    }
    return new Asked(Optional.of(session), new Replied(200, Map.of(), ""));
  }

  /** The org does not take this one any more. */
  synchronized void forget(String refused) {
    if (session != null && session.token().equals(refused)) {
      session = null;
    }
  }

  private Optional<Session> granted(Outcome outcome) {
    if (!(outcome instanceof Replied reply) || !reply.isSuccess()) {
      return Optional.empty();
    }
    try {
      var answer = json.readTree(reply.body());
      var token = answer.path("access_token").asString("");
      var instance = answer.path("instance_url").asString("");
      var id = answer.path("id").asString("").split("/");
      return token.isEmpty() || instance.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Session(
                  token,
                  URI.create(instance),
                  id.length > 1 ? id[id.length - 2] : properties.orgId()));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Outcome ask() {
    return BearerToken.refusedAsUnauthorized(
        caller.call("POST", properties.loginUrl().resolve(PATH), Form.HEADERS, Form.of(fields())));
  }

  private Map<String, String> fields() {
    return assertion != null
        ? Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "assertion",
            assertion.signed(wall.instant()))
        : Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            properties.clientId(),
            "client_secret",
            String.valueOf(properties.clientSecret()));
  }
}
