package io.throughline.simulators.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import io.throughline.simulators.Integration;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.TurnableClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The account as an integration meets it: paths, statuses, bodies. */
class NetSuiteApiTest {
  @TempDir Path folder;
  private Simulators simulators;
  private Integration integration;

  @BeforeEach
  void start() {
    simulators =
        Simulators.start(
            new SimulatorSettings(
                0,
                folder,
                7,
                0,
                Duration.ZERO,
                15,
                Integration.known(),
                Integration.carriers(),
                Duration.ofDays(1),
                Duration.ofDays(1)),
            new TurnableClock().business());
    list("BOLT", "2.50", false);
    list("NUT", "0.35", false);
    list("RIVET", "0.75", true);
    integration = new Integration(simulators.baseUrl()).authorized();
    integration.put("customer/eid:ACME", "{\"companyName\": \"Acme\"}");
  }

  @AfterEach
  void stop() {
    integration.close();
    simulators.close();
  }

  private void list(String id, String price, boolean discontinued) {
    SequencedMap<String, Integer> stock = new LinkedHashMap<>();
    stock.put("EAST", 8);
    stock.put("WEST", 4);
    simulators.netSuite().listItem(id, id, new BigDecimal(price), discontinued, stock, 20);
  }

  private static String order(String... lines) {
    return """
    {"entity": {"externalId": "ACME"}, "currency": {"refName": "USD"},
     "taxItem": {"refName": "US-NY"}, "otherRefNum": "SO-1", "item": {"items": [%s]}}\
    """
        .formatted(String.join(",", lines));
  }

  private static String line(String key, String item, int quantity, String rate) {
    return """
    {"custcol_line_id": "%s", "item": {"externalId": "%s"}, "quantity": %d, "rate": "%s"}\
    """
        .formatted(key, item, quantity, rate);
  }

  private static String part(String externalId, String line, int quantity) {
    return """
    {"externalId": "%s", "item": {"items": [{"custcol_line_id": "%s", "quantity": %d}]}}\
    """
        .formatted(externalId, line, quantity);
  }

  private Integration.Answer book(String... lines) {
    return integration.put("salesOrder/eid:SO-1", order(lines));
  }

  private List<JsonNode> lines() {
    var lines = new ArrayList<JsonNode>();
    integration
        .get("salesOrder/eid:SO-1?expandSubResources=true")
        .body()
        .path("item")
        .path("items")
        .forEach(lines::add);
    return lines;
  }

  private Integration.Answer transform(String into, String externalId, String line, int units) {
    return integration.post(
        "salesOrder/eid:SO-1/!transform/" + into, part(externalId, line, units));
  }

  private void assertRefused(Integration.Answer answer, String path) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().headers().firstValue("content-type"))
        .hasValue("application/vnd.oracle.resource+json; type=error");
    assertThat(answer.body().path("title").asString()).isEqualTo("Bad Request");
    assertThat(answer.errorPath()).isEqualTo(path);
  }

  // tokens

  private Integration.Answer token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return integration.askForToken(change, JWSAlgorithm.ES256, "curve", Integration.CURVE);
  }

  @Test
  void aTokenIsGivenForAnAssertionSignedWithEitherKindOfKey() {
    var rsa = integration.askForToken(claims -> claims, JWSAlgorithm.PS256, "rsa", Integration.RSA);

    assertThat(rsa.status()).isEqualTo(200);
    assertThat(rsa.body().path("expires_in").asString()).isEqualTo("3600");
    assertThat(token(claims -> claims.claim("scope", "restlets, rest_webservices")).status())
        .isEqualTo(200);
  }

  @Test
  void aKeyThatIsNotTheCertificatesIsRefused() {
    var stranger =
        integration.askForToken(
            claims -> claims, JWSAlgorithm.ES256, "curve", Integration.keys("EC", 256));

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.body().path("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void anAlgorithmThatNetSuiteDoesNotTakeIsRefused() {
    assertThat(
            integration
                .askForToken(claims -> claims, JWSAlgorithm.RS256, "rsa", Integration.RSA)
                .status())
        .isEqualTo(401);
  }

  @Test
  void claimsThatDoNotFitAreRefusedWithTheReason() {
    var now = Instant.now();

    assertObjection(claims -> claims.issuer("somebody"), "Unknown issuer or certificate.");
    assertObjection(
        claims -> claims.audience("http://elsewhere.example/token"),
        "The audience is not the token URL.");
    assertObjection(
        claims -> claims.expirationTime(Date.from(now.plus(Duration.ofMinutes(61)))),
        "The assertion lives longer than 60 minutes.");
    assertObjection(
        claims -> claims.expirationTime(Date.from(now.minusSeconds(5))),
        "The assertion is expired, or does not say when it was issued.");
    assertObjection(
        claims -> claims.claim("scope", List.of("restlets")),
        "The scope rest_webservices is missing.");
  }

  private void assertObjection(UnaryOperator<JWTClaimsSet.Builder> change, String reason) {
    var answer = token(change);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().path("error_description").asString()).isEqualTo(reason);
  }

  @Test
  void withoutATokenNothingIsToldAndNothingDone() {
    try (var stranger = new Integration(simulators.baseUrl())) {
      assertThat(stranger.get("customer/eid:ACME").status()).isEqualTo(401);
      assertThat(stranger.put("customer/eid:EVIL", "{\"companyName\": \"Evil\"}").status())
          .isEqualTo(401);
    }
    assertThat(integration.get("customer/eid:EVIL").status()).isEqualTo(404);
  }

  // customers

  @Test
  void aCustomerIsOneHoweverItsIdIsWrittenAndKeepsWhatItIsNotToldOf() {
    var first = integration.put("customer/eid:ACME", "{\"email\": \"a@acme.example\"}");
    var again = integration.put("customer/eid:acme", "{\"companyName\": \"Acme Works\"}");

    assertThat(again.id()).isEqualTo(first.id());
    var body = integration.get("customer/" + first.id()).body();
    assertThat(body.path("companyName").asString()).isEqualTo("Acme Works");
    assertThat(body.path("email").asString()).isEqualTo("a@acme.example");
  }

  @Test
  void aCustomerNeedsAName() {
    assertRefused(integration.put("customer/eid:NEW", "{}"), "companyName");
  }

  // orders

  @Test
  void anOrderTakesStockFromEachLocationAndTheRestIsBackOrdered() {
    assertThat(book(line("1", "BOLT", 15, "2.50")).status()).isEqualTo(204);

    assertThat(lines())
        .extracting(
            it -> it.path("inventoryLocation").path("refName").asString(""),
            it -> it.path("quantity").asInt(),
            it -> it.path("quantityCommitted").asInt(),
            it -> it.path("quantityBackOrdered").asInt())
        .containsExactly(tuple("EAST", 8, 8, 0), tuple("WEST", 4, 4, 0), tuple("", 3, 0, 3));
  }

  @Test
  void puttingTheSameOrderAgainChangesNothing() {
    var first = book(line("1", "BOLT", 8, "2.50"));
    var again = book(line("1", "BOLT", 8, "2.5"));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(lines()).hasSize(1);
    assertThat(simulators.books().path("effects").path("erpSalesOrders").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsNotFulfilledOfAnOrderCanBeChanged() {
    book(line("1", "BOLT", 12, "2.50"));
    assertThat(book(line("1", "BOLT", 2, "2.50"), line("2", "NUT", 4, "0.35")).status())
        .isEqualTo(204);
    assertThat(simulators.books().path("erp").path("stock").path("BOLT").path("EAST").asInt())
        .isEqualTo(6);
    transform("itemFulfillment", "SO-1-S1", "1", 1);

    assertThat(book(line("1", "BOLT", 3, "2.50")).status()).isEqualTo(204);
    assertThat(lines())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path("quantityFulfilled").asInt()).isEqualTo(1);
              assertThat(it.path("quantityCommitted").asInt()).isEqualTo(2);
            });
    transform("itemFulfillment", "SO-1-S2", "1", 2);
    assertRefused(book(line("1", "BOLT", 2, "2.50")), "item.items");
    assertRefused(book(line("1", "NUT", 3, "0.35")), "item.items");
    assertRefused(book(line("2", "NUT", 3, "0.35")), "item.items");
  }

  @Test
  void aChangedOrderKeepsTheStockThatItHas() {
    book(line("1", "BOLT", 12, "2.50"));
    integration.put(
        "salesOrder/eid:SO-2", order(line("1", "BOLT", 5, "2.50"))); // waits for the next bolts

    book(line("1", "BOLT", 12, "2.50"), line("2", "NUT", 1, "0.35"));

    assertThat(lines()).allMatch(it -> it.path("quantityBackOrdered").asInt() == 0);
  }

  @Test
  void stockIsTakenFromTheLocationThatIsAskedForAndElsewhereWhereThatHasTooLittle() {
    book(
        """
        {"custcol_line_id": "1", "item": {"externalId": "BOLT"}, "quantity": 3, "rate": "2.50",
         "location": {"refName": "WEST"}}\
        """,
        line("1", "BOLT", 1, "2.50"));
    assertThat(stockOfBolts()).containsExactly(7, 1);

    book(
        """
        {"custcol_line_id": "1", "item": {"externalId": "BOLT"}, "quantity": 6, "rate": "2.50",
         "location": {"refName": "WEST"}}\
        """);
    assertThat(stockOfBolts()).as("4 of 6 are there").containsExactly(6, 0);

    assertRefused(
        book(line("1", "BOLT", 1, "2.50"), line("1", "NUT", 1, "2.50")),
        "item.items[1].custcol_line_id");
  }

  private List<Integer> stockOfBolts() {
    var stock = simulators.books().path("erp").path("stock").path("BOLT");
    return List.of(stock.path("EAST").asInt(), stock.path("WEST").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING, 1, 2.50, item.items[0].item",
    "RIVET,   1, 2.50, item.items[0].item",
    "BOLT,    0, 2.50, item.items[0].quantity",
    "BOLT,    1, dear, item.items[0].rate"
  })
  void aWrongLineIsRefusedByItsField(String item, int quantity, String rate, String path) {
    assertRefused(book(line("1", item, quantity, rate)), path);
  }

  @Test
  void wrongHeadersAreRefusedByTheirField() {
    var good = order(line("1", "BOLT", 1, "1"));

    assertRefused(put(good.replace("ACME", "NOBODY")), "entity");
    assertRefused(put(good.replace("US-NY", "MARS")), "taxItem");
    assertRefused(put(good.replace("USD", "Taler")), "currency");
    assertRefused(put(order()), "item");
    assertRefused(put("{\"entity\":"), "");
  }

  private Integration.Answer put(String order) {
    return integration.put("salesOrder/eid:SO-1", order);
  }

  @Test
  void nothingIsSoldToAnInactiveCustomer() {
    integration.put("customer/eid:ACME", "{\"isInactive\": true}");

    assertRefused(book(line("1", "BOLT", 1, "2.50")), "entity");
  }

  @Test
  void whatIsNotThereIs404AndWhatIsNotOfferedIs405() {
    assertThat(integration.get("salesOrder/eid:NONE").errorCode()).isEqualTo("NONEXISTENT_ID");
    assertThat(integration.get("salesOrder/4711").status()).isEqualTo(404);
    assertThat(integration.call("DELETE", "/services/rest/record/v1/invoice/1", "").status())
        .isEqualTo(405);
  }

  @Test
  void theOlderOrderIsServedFirst() {
    book(line("1", "BOLT", 13, "2.50"));
    integration.put("salesOrder/eid:SO-2", order(line("1", "BOLT", 1, "2.50")));
    integration.put("salesOrder/eid:SO-3", order(line("1", "BOLT", 1, "2.50")));

    // closing gives twelve units back: the two that wait get theirs
    var all =
        lines().stream()
            .map(it -> "{\"line\": %d, \"isClosed\": true}".formatted(it.path("line").asInt()))
            .toList();
    integration.patch(
        "salesOrder/eid:SO-1", "{\"item\": {\"items\": [" + String.join(",", all) + "]}}");

    for (var id : List.of("SO-2", "SO-3")) {
      assertThat(
              integration
                  .get("salesOrder/eid:" + id)
                  .body()
                  .path("item")
                  .path("items")
                  .path(0)
                  .path("quantityCommitted")
                  .asInt())
          .isEqualTo(1);
    }
    assertThat(simulators.books().path("erp").path("stock").path("BOLT").path("EAST").asInt())
        .isEqualTo(6);
  }

  @Test
  void oneLineCanBeClosedAndTheCustomerOwesThatMuchLess() {
    book(line("1", "BOLT", 4, "2.50"), line("2", "NUT", 10, "0.35"));
    var second = lines().get(1).path("line").asInt();

    integration.patch(
        "salesOrder/eid:SO-1",
        "{\"item\": {\"items\": [{\"line\": %d, \"isClosed\": true}]}}".formatted(second));

    assertThat(lines()).extracting(it -> it.path("isClosed").asBoolean()).contains(false, true);
    assertThat(unbilled()).isEqualByComparingTo("10.00");
    assertRefused(transform("itemFulfillment", "SO-1-S1", "2", 1), "item.items");
  }

  private BigDecimal unbilled() {
    return integration.get("customer/eid:ACME").body().path("unbilledOrders").decimalValue();
  }

  // transforms

  @Test
  void whatIsFulfilledAndBilledShowsInTheOrderAndInWhatTheCustomerOwes() {
    var order = book(line("1", "BOLT", 15, "2.50"));
    assertThat(
            integration
                .post(
                    "salesOrder/" + order.id() + "/!transform/itemFulfillment",
                    part("SO-1-S1", "1", 10))
                .status())
        .isEqualTo(204);
    var invoice = transform("invoice", "SO-1-S1", "1", 9);

    assertThat(lines())
        .extracting(
            it -> it.path("quantityCommitted").asInt(),
            it -> it.path("quantityFulfilled").asInt(),
            it -> it.path("quantityBilled").asInt())
        .containsExactly(tuple(0, 8, 8), tuple(2, 2, 1), tuple(0, 0, 0));
    assertThat(unbilled()).isEqualByComparingTo("15.00");
    var billed = integration.get("invoice/" + invoice.id()).body();
    assertThat(billed.path("subtotal").decimalValue()).isEqualByComparingTo("22.50");
    assertThat(billed.path("total").decimalValue()).isEqualByComparingTo("24.50");
    assertThat(integration.get("customer/eid:ACME").body().path("balance").decimalValue())
        .isEqualByComparingTo("24.50");
  }

  @Test
  void aSecondRecordUnderOneExternalIdIsRefusedAsADuplicate() {
    book(line("1", "BOLT", 8, "2.50"));
    transform("itemFulfillment", "SO-1-S1", "1", 2);
    transform("invoice", "SO-1-S1", "1", 2);

    var fulfilment = transform("itemFulfillment", "so-1-s1", "1", 2);
    var invoice = transform("invoice", "SO-1-S1", "1", 2);

    assertRefused(fulfilment, "externalId");
    assertThat(fulfilment.errorCode()).isEqualTo("DUP_RCRD");
    assertThat(invoice.errorCode()).isEqualTo("DUP_RCRD");
    assertThat(simulators.books().path("erp").path("invoices")).hasSize(1);
  }

  @Test
  void noMoreIsFulfilledThanCommittedAndNoMoreBilledThanFulfilled() {
    book(line("1", "BOLT", 15, "2.50"));

    assertRefused(transform("itemFulfillment", "SO-1-S1", "1", 13), "item.items");
    assertRefused(transform("invoice", "SO-1-S1", "1", 1), "item.items");
    assertRefused(transform("itemFulfillment", "SO-1-S1", "9", 1), "item.items");
    assertRefused(transform("itemFulfillment", "SO-1-S1", "1", 0), "item.items");
    assertRefused(
        integration.post("salesOrder/eid:SO-1/!transform/invoice", "{\"externalId\": \"SO-1-S1\"}"),
        "item");
    assertRefused(transform("itemFulfillment", "", "1", 1), "externalId");
  }

  // queries

  @Test
  void aQueryAnswersPageByPage() {
    var query = "SELECT itemid, location FROM inventoryitemlocations ORDER BY itemid, location";

    var first = integration.query(query, "?limit=4&offset=0").body();
    var second = integration.query(query, "?limit=4&offset=4").body();

    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(first.path("totalResults").asInt()).isEqualTo(6);
    assertThat(second.path("hasMore").asBoolean()).isFalse();
    assertThat(first.path("items").valueStream().map(it -> it.path("itemid").asString()))
        .containsExactly("BOLT", "BOLT", "NUT", "NUT");
    assertThat(second.path("items").valueStream().map(it -> it.path("location").asString()))
        .containsExactly("EAST", "WEST");
  }

  @Test
  void aQueryFindsWhatItNamesAndOnlyThat() {
    var rows =
        integration
            .query(
                "SELECT itemid, baseprice FROM item WHERE itemid IN ('NUT', 'RIVET', 'NOTHING')"
                    + " AND isinactive = 'F' ORDER BY itemid",
                "")
            .body()
            .path("items");

    assertThat(rows).hasSize(1);
    assertThat(rows.path(0).path("baseprice").asString()).isEqualTo("0.35");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id FROM employee ORDER BY id | ",
        "SELECT salary FROM customer ORDER BY id | ",
        "SELECT id FROM customer WHERE salary = '1' ORDER BY id | ",
        "SELECT COUNT(*) FROM customer | ",
        "SELECT id FROM customer ORDER BY id | ?limit=many"
      })
  void aQueryThatTheAccountCannotAnswerIsRefused(String query, String page) {
    var answer = integration.query(query, page == null ? "" : page);

    assertRefused(answer, "q");
    assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER");
  }

  @Test
  void aQueryNeedsThePreferHeader() {
    assertRefused(
        integration.call(
            "POST",
            "/services/rest/query/v1/suiteql",
            "{\"q\": \"SELECT id FROM item ORDER BY id\"}"),
        "q");
  }
}
