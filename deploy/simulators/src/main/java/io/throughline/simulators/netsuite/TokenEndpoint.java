package io.throughline.simulators.netsuite;

import io.throughline.simulators.Call;
import io.throughline.simulators.Reply;
import io.throughline.simulators.SimulatedSystem;
import io.throughline.simulators.SimulatorSettings.ErpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OAuth 2.0 token endpoint for machine to machine integrations: client credentials with a JWT
 * signed by the key whose certificate the account knows. Tokens live an hour of wall time, and no
 * longer than the process. Errors are those of RFC 6749.
 */
public final class TokenEndpoint implements SimulatedSystem {
  public static final String PATH = "/services/rest/auth/oauth2/v1/token";

  private static final Duration LIFE = Duration.ofHours(1);
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final JsonMapper json = JsonMapper.builder().build();
  private final ClientAssertions assertions;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

  public TokenEndpoint(List<ErpClient> clients) {
    this.assertions = new ClientAssertions(clients);
  }

  @Override
  public Reply answer(Call call) {
    var form = call.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", "The grant type is client_credentials.");
    }
    if (!ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
      return error(400, "invalid_request", "The client_assertion_type is " + ASSERTION_TYPE + ".");
    }
    var audience = call.header("host").orElse("") + PATH;
    return assertions
        .objection(form.getOrDefault("client_assertion", ""), audience)
        .map(reason -> error(401, "invalid_client", reason))
        .orElseGet(this::granted);
  }

  /** No token that was granted is good any more. */
  public void forgetAll() {
    tokens.clear();
  }

  private Reply granted() {
    var token = UUID.randomUUID().toString();
    tokens.put(token, Instant.now().plus(LIFE));
    var body = json.createObjectNode().put("access_token", token);
    body.put("expires_in", Long.toString(LIFE.toSeconds())).put("token_type", "bearer");
    return Reply.json(200, body.toString());
  }

  private Reply error(int status, String error, String description) {
    var body = json.createObjectNode().put("error", error).put("error_description", description);
    return Reply.json(status, body.toString());
  }

  /**
   * @throws Problem 401 if the call bears no token that is good
   */
  void require(Call call) {
    var expiry =
        call.header("authorization")
            .filter(it -> it.startsWith("Bearer "))
            .map(it -> tokens.get(it.substring("Bearer ".length())));
    if (expiry.isEmpty() || expiry.get().isBefore(Instant.now())) {
      throw Problem.unauthorized("Invalid login attempt.");
    }
  }

  @Override
  public Reply tooMany() {
    return error(429, "temporarily_unavailable", "Too many requests.");
  }

  @Override
  public Reply broken() {
    return error(500, "server_error", "An unexpected error occurred.");
  }

  @Override
  public Reply maintained() {
    return NetSuiteRefusal.MAINTENANCE.reply();
  }

  /** Nothing is done here that a lost reply could leave in doubt. */
  @Override
  public boolean losesConnections() {
    return false;
  }

  /** Assertions are never the same twice. */
  @Override
  public String identity(Call call) {
    return call.method() + " " + call.path();
  }
}
