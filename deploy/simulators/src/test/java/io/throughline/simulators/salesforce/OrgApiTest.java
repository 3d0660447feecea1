package io.throughline.simulators.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.simulators.Call;
import io.throughline.simulators.Faults;
import io.throughline.simulators.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated org keeps the rules that an integration meets. */
class OrgApiTest {
  private static final KeyPair KEY = keyPair();
  private static final KeyPair STRANGER = keyPair();
  private static final String HOST = "localhost:8090";
  private static final String DATA = "/services/data/v64.0";

  private final JsonMapper json = JsonMapper.builder().build();
  private Org org;
  private OrgTokens tokens;
  private OrgApi api;
  private String token;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    var account =
        new OrgAccount(
            "00D000000000001EAA",
            "app",
            "secret",
            "user@example.com",
            Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded()),
            100,
            OrgAccount.RETENTION,
            OrgAccount.KEEPALIVE);
    org = new Org(folder.resolve("org.ndjson"));
    tokens = new OrgTokens(account);
    api = new OrgApi(org, tokens, account, new Faults(1, 0));
    token = parsed(tokens.answer(login(KEY, "http://" + HOST))).path("access_token").asString();
  }

  @AfterEach
  void stop() {
    org.close();
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Call login(KeyPair key, String audience) throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("app")
            .subject("user@example.com")
            .audience(audience)
            .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(3))))
            .build();
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    jwt.sign(new RSASSASigner(key.getPrivate()));
    var form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
            + jwt.serialize();
    return new Call(
        "POST",
        OrgTokens.PATH,
        Map.of(),
        Map.of("host", HOST),
        form.getBytes(StandardCharsets.UTF_8));
  }

  private Reply call(String method, String path, Map<String, String> query, String body) {
    return api.answer(
        new Call(
            method,
            DATA + path,
            query,
            Map.of("authorization", "Bearer " + token, "sforce-query-options", "batchSize=200"),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode parsed(Reply reply) {
    return json.readTree(reply.body());
  }

  private JsonNode query(String soql) {
    return parsed(call("GET", "/query", Map.of("q", soql), ""));
  }

  private static String record(String order, String state, int version) {
    return """
    {"attributes": {"type": "Throughline_Order__c"}, "Order_Number__c": "%s", "State__c": "%s", "Version__c": %d}
    """
        .formatted(order, state, version);
  }

  private JsonNode upsert(String... records) {
    var body = "{\"allOrNone\": false, \"records\": [" + String.join(",", records) + "]}";
    return parsed(
        call("PATCH", "/composite/sobjects/Throughline_Order__c/Order_Number__c", Map.of(), body));
  }

  @Test
  void anAssertionCountsOnlyFromTheKeyThatTheAppKnowsAndForThisServer() throws Exception {
    assertThat(tokens.answer(login(STRANGER, "http://" + HOST)).body()).contains("invalid_grant");
    assertThat(tokens.answer(login(KEY, "https://elsewhere")).body()).contains("audience");
  }

  @Test
  void withoutASessionNothingIsAnswered() {
    tokens.forgetAll();

    assertThat(call("GET", "/limits", Map.of(), "").status()).isEqualTo(401);
    assertThat(call("GET", "/limits", Map.of(), "").body()).contains("INVALID_SESSION_ID");
  }

  @Test
  void recordsAreUpsertedByExternalIdEachForItself() {
    var first = upsert(record("A-1", "SUBMITTED", 1), record("A-2", "SUBMITTED", 2));
    var second =
        upsert(record("a-1", "SHIPPED", 5), record("A-2", "SHIPPED", 1), record("", "LOST", 1));

    assertThat(first.path(0).path("created").asBoolean()).isTrue();
    assertThat(second.path(0).path("created").asBoolean()).isFalse();
    assertThat(second.path(1).at("/errors/0/statusCode").asString())
        .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
    assertThat(second.path(2).at("/errors/0/statusCode").asString())
        .isEqualTo("REQUIRED_FIELD_MISSING");
    assertThat(org.record("Throughline_Order__c", "A-1").orElseThrow())
        .containsEntry("State__c", "SHIPPED");
    assertThat(org.record("Throughline_Order__c", "A-2").orElseThrow())
        .containsEntry("State__c", "SUBMITTED");
  }

  @Test
  void moreThanTwoHundredRecordsAreTooMany() {
    var many =
        IntStream.range(0, 201)
            .mapToObj(i -> record("A-" + i, "SUBMITTED", 1))
            .toArray(String[]::new);

    assertThat(upsert(many).path(0).path("errorCode").asString()).isEqualTo("LIMIT_EXCEEDED");
  }

  @Test
  void aQueryIsAnsweredPageByPage() {
    for (var i = 0; i < 450; i++) {
      org.intend("I-" + i, "Hold", "A-" + i % 3, "{}");
    }
    var page =
        query(
            "SELECT Intent_Id__c FROM Order_Intent__c WHERE Status__c = 'Pending' ORDER BY"
                + " CreatedDate, Id");
    var seen = new ArrayList<String>();
    while (true) {
      page.path("records").forEach(it -> seen.add(it.path("Intent_Id__c").asString()));
      if (page.path("done").asBoolean()) {
        break;
      }
      page =
          parsed(
              call(
                  "GET",
                  page.path("nextRecordsUrl").asString().substring(DATA.length()),
                  Map.of(),
                  ""));
    }

    assertThat(seen).hasSize(450).doesNotHaveDuplicates();
    assertThat(
            query("SELECT Id FROM Order_Intent__c WHERE Intent_Id__c IN ('I-1','I-2')")
                .path("totalSize")
                .asInt())
        .isEqualTo(2);
    assertThat(query("SELECT Shoe__c FROM Order_Intent__c").path(0).path("errorCode").asString())
        .isEqualTo("INVALID_FIELD");
    assertThat(
            query("SELECT Id FROM Order_Intent__c GROUP BY Id")
                .path(0)
                .path("errorCode")
                .asString())
        .isEqualTo("MALFORMED_QUERY");
  }

  @Test
  void twentyFiveRequestsGoInOneComposite() {
    var request =
        """
        {"method": "PATCH", "url": "/services/data/v64.0/sobjects/Throughline_Order__c/Order_Number__c/A-%d",
         "referenceId": "r%d", "body": {"State__c": "SUBMITTED"}}\
        """;
    var all =
        IntStream.range(0, 25)
            .mapToObj(i -> request.formatted(i, i))
            .collect(Collectors.joining(","));
    var reply =
        parsed(call("POST", "/composite", Map.of(), "{\"compositeRequest\": [" + all + "]}"));

    assertThat(reply.path("compositeResponse")).hasSize(25);
    assertThat(reply.at("/compositeResponse/24/httpStatusCode").asInt()).isEqualTo(201);
    assertThat(
            call(
                    "POST",
                    "/composite",
                    Map.of(),
                    "{\"compositeRequest\": [" + all + "," + all + "]}")
                .body())
        .contains("LIMIT_EXCEEDED");
  }

  @Test
  void aRecordIsChangedByItsIdUnlessItWasModifiedSinceOrIsGone() {
    var id = org.enter("Account", null, Map.of("Name", "Acme"));
    var gone = org.enter("Account", null, Map.of("Name", "Gone"));
    org.delete("Account", gone);
    var now = Instant.now().plusSeconds(1);

    var answers =
        parsed(
                call(
                    "POST",
                    "/composite",
                    Map.of(),
                    "{\"compositeRequest\": [%s, %s, %s, %s]}"
                        .formatted(
                            change(id, now, "Phone", "+31 1"),
                            change(id, now.minusSeconds(60), "Phone", "+31 2"),
                            change(id, now, "Phone", "1".repeat(41)),
                            change(gone, now, "Phone", "+31 3"))))
            .path("compositeResponse");

    assertThat(answers.valueStream().map(it -> it.path("httpStatusCode").asInt()))
        .containsExactly(204, 412, 400, 404);
    assertThat(answers.path(2).path("body").path(0).path("errorCode").asString())
        .isEqualTo("STRING_TOO_LONG");
    assertThat(answers.path(2).path("body").path(0).path("fields").path(0).asString())
        .isEqualTo("Phone");
    assertThat(answers.path(3).path("body").path(0).path("errorCode").asString())
        .isEqualTo("ENTITY_IS_DELETED");
    assertThat(org.recordOf("Account", id).orElseThrow()).containsEntry("Phone", "+31 1");
    assertThat(org.recordOf("Account", gone)).isEmpty();
  }

  private static String change(String id, Instant readAt, String field, String value) {
    return """
    {"method": "PATCH", "url": "%s/sobjects/Account/%s", "referenceId": "r",
     "httpHeaders": {"If-Unmodified-Since": "%s"}, "body": {"%s": "%s"}}
    """
        .formatted(
            DATA,
            id,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(readAt.atOffset(ZoneOffset.UTC)),
            field,
            value);
  }

  @Test
  void theDaysRequestsAreCounted() {
    api.dailyCalls(2);

    assertThat(call("GET", "/limits", Map.of(), "").headers())
        .containsEntry("Sforce-Limit-Info", "api-usage=1/2");
    assertThat(call("GET", "/limits", Map.of(), "").status()).isEqualTo(200);
    assertThat(call("GET", "/limits", Map.of(), "").body()).contains("REQUEST_LIMIT_EXCEEDED");
  }

  @Test
  void whatTheOrgHoldsIsThereAfterItsProcessDied(@TempDir Path folder) {
    try (var before = new Org(folder.resolve("org.ndjson"))) {
      before.intend("I-1", "Hold", "A-1", "{}");
    }
    try (var after = new Org(folder.resolve("org.ndjson"))) {
      assertThat(after.intents()).containsEntry("Pending", 1);
      assertThat(after.intend("I-1", "Hold", "A-1", "{}")).isFalse();
      assertThat(after.bus().end("/event/Order_Intent__e")).isEqualTo(1);
    }
  }
}
