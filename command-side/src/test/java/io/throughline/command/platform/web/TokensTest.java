package io.throughline.command.platform.web;

import static io.throughline.command.RunningCommandSide.ADDRESS;
import static io.throughline.command.RunningCommandSide.issuer;
import static io.throughline.command.RunningCommandSide.keyPair;
import static io.throughline.command.RunningCommandSide.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.platform.web.Edge.Reply;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Edge.SHARED)
class TokensTest {
  private static final String CUSTOMER =
      """
      {"customerId": "ACME", "name": "Works of Acme", "billTo": %s, "currency": "USD", "owner": "u1"}\
      """
          .formatted(ADDRESS);

  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = Edge.shared();
  }

  private static Reply register(String authorization) throws Exception {
    return edge.post("/api/v1/customers", CUSTOMER, "Authorization", authorization);
  }

  private static Instant inAnHour() {
    return Instant.now().plusSeconds(3600);
  }

  private static void assertRefused(Reply reply, String why) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.kind()).isEqualTo("unauthenticated");
    assertThat(reply.detail()).startsWith(why).contains("./throughline token --role sales");
    assertThat(reply.json().path("instance").asString()).isEqualTo("/api/v1/customers");
  }

  private static void assertInvalid(Reply reply, String why) {
    assertRefused(reply, why);
    assertThat(reply.header("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\", error_description=\"" + why + "\"");
  }

  @Test
  void aValidTokenLetsItsBearerIn() throws Exception {
    assertThat(register("Bearer " + token("sales", inAnHour(), "throughline", issuer())).status())
        .isEqualTo(202);
  }

  @Test
  void withoutATokenNothingGoes() throws Exception {
    var reply = register("");

    assertRefused(reply, "A token is needed.");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aMalformedTokenIsRefused() throws Exception {
    assertInvalid(
        register("Bearer not.a token"),
        "The Authorization header is not of the form Bearer <token>.");
    assertInvalid(
        register("Bearer rubbish"), "The token is not one that this platform's issuer signed.");
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    var anHourAgo = Instant.now().minusSeconds(3600);

    assertInvalid(
        register("Bearer " + token("sales", anHourAgo, "throughline", issuer())),
        "The token has expired.");
  }

  @Test
  void aTokenThatSomebodyElseSignedIsRefused() throws Exception {
    var stranger = token("sales", inAnHour(), "throughline", keyPair("RSA", 2048));

    assertInvalid(
        register("Bearer " + stranger), "The token is not one that this platform's issuer signed.");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    assertInvalid(
        register("Bearer " + token("sales", inAnHour(), "elsewhere", issuer())),
        "The token is for somebody else: its aud must contain throughline.");
  }

  @Test
  void aTokenWithoutASignatureIsRefused() throws Exception {
    var signed = token("sales");
    var header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
    var unsigned = header + signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1);

    assertInvalid(
        register("Bearer " + unsigned), "The token is not one that this platform's issuer signed.");
  }

  @Test
  void theWrongRoleIsToldTheRightOnes() throws Exception {
    var reply = register("Bearer " + token("finance"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.kind()).isEqualTo("forbidden");
    assertThat(reply.detail())
        .isEqualTo(
            "This needs one of the roles sales, integration: ask for a token with one; a local run"
                + " makes it with ./throughline token --role sales.");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    assertThat(reply.json().path("instance").asString()).isEqualTo("/api/v1/customers");
  }

  @Test
  void healthMetricsAndTheDescriptionAreOpen() throws Exception {
    assertThat(edge.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(edge.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(edge.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(edge.get("/openapi/3.1").status()).isEqualTo(200);
    assertThat(edge.get("/actuator/env").status()).isEqualTo(401);
  }

  @Test
  void aTokenOfALocalRunIsWorthNothingElsewhere() throws Exception {
    try (var elsewhere = Edge.startWith()) {
      var reply = elsewhere.post("/api/v1/customers", CUSTOMER);

      assertInvalid(reply, "Tokens of a local run are not accepted here.");
    }
  }
}
