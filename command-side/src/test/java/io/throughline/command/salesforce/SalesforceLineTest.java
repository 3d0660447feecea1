package io.throughline.command.salesforce;

import static io.throughline.command.RunningCommandSide.line;
import static io.throughline.command.RunningCommandSide.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.command.RunningCommandSide;
import io.throughline.command.Simulated;
import io.throughline.command.customer.CrmCustomers;
import io.throughline.command.platform.http.Caller;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnRequested;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.simulators.salesforce.Org;
import io.throughline.simulators.salesforce.Salesforce;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real connection against the simulated org: REST over HTTP, the Pub/Sub API over gRPC. */
class SalesforceLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = "/event/Order_Intent__e";

  private static RunningCommandSide running;
  private static Salesforce salesforce;
  private static Org org;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    running = RunningCommandSide.startWithOrg(0.1);
    salesforce = running.simulators().salesforce();
    org = salesforce.org();
    running.listItems();
    org.enter("Account", null, account("ACME", "Acme Works"));
    await().atMost(PATIENCE).until(() -> running.log().has("customer/ACME"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Map<String, @Nullable String> account(String number, String name) {
    var fields = new HashMap<String, @Nullable String>();
    fields.put("AccountNumber", number);
    fields.put("Name", name);
    fields.put("OwnerId", "005000000000007AAA");
    fields.put("CurrencyIsoCode", "USD");
    fields.put("BillingStreet", "1 Mill Lane");
    fields.put("BillingCity", "Riverton");
    fields.put("BillingCountryCode", "NL");
    return fields;
  }

  private static void sell(String intent, String number) {
    org.intend(intent, "New Sale", number, order(number, "ACME", line("1", "NUT", 2, "1.25")));
  }

  private static void awaitField(String type, String key, String field, String value) {
    await()
        .atMost(PATIENCE)
        .ignoreException(NoSuchElementException.class) // it is not there yet
        .untilAsserted(
            () -> assertThat(org.record(type, key).orElseThrow()).containsEntry(field, value));
  }

  private static long submissions(String order) {
    return running.log().of("order/" + order).stream()
        .filter(it -> it.event().getClass().getSimpleName().equals("OrderSubmitted"))
        .count();
  }

  @Test
  void aSaleTravelsFromTheIntentToThePaymentAndTheOrgIsTold() {
    sell("I-TRAVELS", "SF-1");

    awaitField("Order_Intent__c", "I-TRAVELS", "Status__c", "Taken");
    awaitField("Throughline_Order__c", "SF-1", "State__c", "COMPLETED");
    assertThat(org.record("Throughline_Order__c", "SF-1").orElseThrow())
        .containsEntry("Milestone__c", "completed")
        .containsEntry("Detail__c", null)
        .hasEntrySatisfying("Erp_Order_Number__c", it -> assertThat(it).isNotBlank());
    assertThat(running.log().of("order/SF-1").getFirst().metadata())
        .containsEntry("source", "salesforce")
        .containsEntry("actor", "005000000000001AAA");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        running
                            .books()
                            .at("/salesforce/events")
                            .path("/event/Order_Status__e")
                            .asInt())
                    .isPositive());
  }

  @Test
  void anIntentThatCannotBeIsRefusedWithItsReasonInTheOrg() {
    org.intend("I-NO-JSON", "New Sale", "SF-2", "{");
    org.intend("I-NO-KIND", "Refund", "SF-2", "{}");
    org.intend("I-NO-ORDER", "Hold", "SF-NONE", "{\"reason\": \"wait\"}");
    org.intend("I-NO-LINE", "New Sale", "SF-2", order("SF-2", "ACME", line("1", "NUT", 0, "1.25")));

    awaitField("Order_Intent__c", "I-NO-JSON", "Status__c", "Refused");
    awaitField("Order_Intent__c", "I-NO-KIND", "Status__c", "Refused");
    awaitField("Order_Intent__c", "I-NO-ORDER", "Status__c", "Refused");
    awaitField("Order_Intent__c", "I-NO-LINE", "Status__c", "Refused");
    assertThat(detail("I-NO-JSON")).contains("payload");
    assertThat(detail("I-NO-KIND")).contains("Cancellation", "Hold", "New Sale", "Refund");
    assertThat(detail("I-NO-ORDER")).contains("SF-NONE");
    assertThat(detail("I-NO-LINE")).contains("quantity");
    assertThat(running.log().of("order/SF-2")).isEmpty();
  }

  @Test
  void goodsOfACompletedOrderAreAskedBackAndWhatIsNotThereIsRefused() {
    sell("I-RETURNS", "SF-9");
    awaitField("Throughline_Order__c", "SF-9", "State__c", "COMPLETED");
    var lines = "{\"lines\":[{\"lineId\":\"1\",\"quantity\":%d}],";
    var why = "\"settlement\":\"CREDIT\",\"reason\":\"Too long\"}";
    org.intend("I-BACK", "Return", "SF-9", lines.formatted(1) + why);
    awaitField("Order_Intent__c", "I-BACK", "Status__c", "Taken");
    org.intend("I-TOO-MANY", "Return", "SF-9", lines.formatted(2) + why);
    org.intend("I-NO-ORDER-BACK", "Return", "SF-NONE", lines.formatted(1) + why);

    awaitField("Order_Intent__c", "I-TOO-MANY", "Status__c", "Refused");
    awaitField("Order_Intent__c", "I-NO-ORDER-BACK", "Status__c", "Refused");
    assertThat(detail("I-NO-ORDER-BACK")).contains("SF-NONE");
    assertThat(
            running.log().of("fulfilment/SF-9").stream()
                .filter(it -> it.event() instanceof ReturnRequested))
        .hasSize(1);
  }

  private static String detail(String intent) {
    return String.valueOf(
        org.record("Order_Intent__c", intent).orElseThrow().get("Status_Detail__c"));
  }

  @Test
  void intentsOfOneOrderAreTakenInTheirOrder() {
    sell("I-FIRST", "SF-3");
    org.intend("I-SECOND", "Hold", "SF-3", "{\"reason\": \"the customer is away\"}");

    awaitField("Order_Intent__c", "I-SECOND", "Status__c", "Taken");
    awaitField("Throughline_Order__c", "SF-3", "State__c", "HELD");

    org.intend("I-THIRD", "Release", "SF-3", "{\"reason\": \"the customer is back\"}");
    awaitField("Throughline_Order__c", "SF-3", "State__c", "COMPLETED");
  }

  @Test
  void whateverHappensToTheStreamEachIntentIsTakenOnce() {
    var numbers = IntStream.range(0, 40).mapToObj(i -> "SF-S" + i).toList();
    numbers.subList(0, 20).forEach(number -> sell("I-" + number, number));
    salesforce.disconnectAll();
    salesforce.tokens().forgetAll();
    numbers.subList(20, 40).forEach(number -> sell("I-" + number, number));
    org.forgetEvents("/event/Order_Intent__e"); // and the position with them
    salesforce.disconnectAll();

    for (var number : numbers) {
      awaitField("Order_Intent__c", "I-" + number, "Status__c", "Taken");
      assertThat(submissions(number)).isEqualTo(1);
    }
  }

  @Test
  void anAccountThatChangesIsACustomerThatChangesWhateverTheEventsTell() {
    var one = org.enter("Account", null, account("ONE", "One"));
    var two = org.enter("Account", null, account("TWO", "Two"));
    awaitName("ONE", "One");
    awaitName("TWO", "Two");

    org.enterForAll("Account", List.of(one, two), Map.of("BillingCity", "Seaton"));
    awaitText("ONE", "Seaton");
    awaitText("TWO", "Seaton");

    org.enterWithGap("Account", List.of(one), Map.of("Name", "One Again"));
    awaitName("ONE", "One Again");

    org.overflow("Account", List.of(two), Map.of("Name", "Two Again"));
    awaitName("TWO", "Two Again");

    var contact = new HashMap<String, @Nullable String>();
    contact.put("AccountId", one);
    contact.put("Name", "Jo Doe");
    contact.put("Email", "jo@example.com");
    org.enter("Contact", null, contact);
    awaitText("ONE", "jo@example.com");
  }

  @Test
  void whatTheErpChangedReachesTheAccountAndIsNotTakenBack() {
    var account = org.enter("Account", null, account("TOLD", "Told"));
    var contact =
        org.enter(
            "Contact",
            null,
            Map.of("AccountId", account, "Name", "Jo Doe", "Email", "jo@told.example"));
    awaitInErp("TOLD", "email", "jo@told.example");

    running
        .simulators()
        .netSuite()
        .editCustomer("TOLD", Map.of("phone", "+31 20 111", "email", "new@told.example"));
    awaitRecord("Account", account, "Phone", "+31 20 111");
    awaitRecord("Contact", contact, "Email", "new@told.example");
    org.enter("Account", account, Map.of("BillingCity", "Harbour"));
    awaitText("TOLD", "Harbour");

    await()
        .atMost(PATIENCE)
        .until(() -> running.bean(CrmCustomers.class).of(new CustomerId("TOLD")).isEmpty());
    var changes =
        events("TOLD", CustomerChanged.class)
            .filter(it -> it.billTo().city().equals("Harbour"))
            .toList();
    assertThat(changes).as("our own changes do not come back").hasSize(1);
    assertThat(changes.getFirst().phone()).isEqualTo("+31 20 111");
    assertThat(changes.getFirst().email()).isEqualTo("new@told.example");
  }

  @Test
  void whatTheOrgDoesNotTakeOfACustomerIsSeenUntilItCanBeTaken() throws Exception {
    var strict = org.enter("Account", null, account("STRICT", "Strict"));
    var gone = org.enter("Account", null, account("GONE", "Gone"));
    awaitInErp("STRICT", "companyName", "Strict");
    awaitInErp("GONE", "companyName", "Gone");
    org.delete("Account", gone);

    var erp = running.simulators().netSuite();
    var tooLong = "+31 20 " + "1".repeat(40);
    erp.editCustomer("STRICT", Map.of("phone", tooLong));
    erp.editCustomer("GONE", Map.of("phone", "+31 20 111"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(running.getAs("operations", "/api/v1/operations/salesforce").body())
                    .contains("STRICT", "STRING_TOO_LONG (Phone)")
                    .contains("GONE", "no account with this number any more")
                    .doesNotContain(tooLong));
    assertThat(parked("STRICT")).containsExactly(Cause.CRM_REFUSED);
    assertThat(parked("GONE")).containsExactly(Cause.CRM_REFUSED);
    var mended =
        running.postAs(
            "sales",
            "/api/v1/exceptions/STRICT-C1/remedies/edit-field",
            "{\"parameters\": {\"field\": \"phone\", \"value\": \"+31 20 222\"}}");
    assertThat(mended.statusCode()).as(mended.body()).isEqualTo(202);

    awaitRecord("Account", strict, "Phone", "+31 20 222");
    awaitInErp("STRICT", "phone", "+31 20 222");
    assertThat(parked("STRICT")).hasSize(1);
    assertThat(org.recordOf("Account", gone)).isEmpty();
  }

  private static Stream<Cause> parked(String customer) {
    return events(customer, CustomerParked.class).map(CustomerParked::cause);
  }

  private static <E> Stream<E> events(String customer, Class<E> type) {
    return running.log().of("customer/" + customer).stream()
        .map(RecordedEvent::event)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static void awaitInErp(String customer, String field, String value) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions() // it is not there yet
        .until(() -> running.simulators().netSuite().customerField(customer, field).equals(value));
    await().atMost(PATIENCE).until(() -> isAgreed(running.log().of("customer/" + customer)));
  }

  /** Whether the ERP's yes is about the latest that was stated. */
  private static boolean isAgreed(List<RecordedEvent> history) {
    var stated =
        history.stream()
            .filter(it -> it.event() instanceof CustomerChanged)
            .mapToLong(RecordedEvent::sequence)
            .max()
            .orElse(0);
    return history.stream()
        .anyMatch(it -> it.event() instanceof CustomerSynchronized done && done.version() > stated);
  }

  private static void awaitRecord(String type, String id, String field, String value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(org.recordOf(type, id).orElseThrow()).containsEntry(field, value));
  }

  private static void awaitName(String customer, String name) {
    awaitText(customer, name);
  }

  private static void awaitText(String customer, String text) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(running.log().of("customer/" + customer))
                    .anySatisfy(it -> assertThat(it.event().toString()).contains(text)));
  }

  @Test
  void anOutboundMessageIsAcknowledgedOnceWhatItIsAboutIsDurable() throws Exception {
    sell("I-OUTBOUND", "SF-4");
    var message =
        OutboundMessageTest.message(
            RunningCommandSide.ORG_ID, OutboundMessageTest.about("04l1", "I-OUTBOUND"));

    assertThat(outbound(message).body()).contains("<Ack>true</Ack>");
    assertThat(submissions("SF-4")).isEqualTo(1);
    assertThat(outbound(message).body()).contains("<Ack>true</Ack>");
    assertThat(submissions("SF-4")).isEqualTo(1);
  }

  @Test
  void anOutboundMessageOfAnotherOrgIsRefused() throws Exception {
    var message = OutboundMessageTest.message("00D000000000002EAA", "");

    assertThat(outbound(message).statusCode()).isEqualTo(403);
    assertThat(outbound("<x/>").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> outbound(String message)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(running.url("/api/v1/webhooks/salesforce/outbound-messages"))
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void healthAndMetricsTellHowEachTopicIsHeard() throws Exception {
    sell("I-HEARD", "SF-5");
    awaitField("Order_Intent__c", "I-HEARD", "Status__c", "Taken");

    assertThat(count("events.taken")).isPositive();
    assertThat(gauge("event.age")).isBetween(0.0, PATIENCE.toSeconds() + 0.0);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(gauge("listening")).isEqualTo(1);
              assertThat(gauge("position.age")).isNotNegative();
              assertThat(running.getAs("operations", "/actuator/health/salesforce").body())
                  .contains(TOPIC, "LISTENING", "positionMovedAt", "/data/AccountChangeEvent");
            });
    assertThat(running.getAs("sales", "/actuator/health/salesforce").body()).doesNotContain(TOPIC);

    var breaks = count("breaks");
    salesforce.disconnectAll();
    await().atMost(PATIENCE).until(() -> count("breaks") > breaks);

    var gaps = count("gaps");
    sell("I-GAP", "SF-6");
    org.forgetEvents(TOPIC);
    salesforce.disconnectAll();
    await().atMost(PATIENCE).until(() -> count("gaps") > gaps);
    awaitField("Order_Intent__c", "I-GAP", "Status__c", "Taken");
  }

  private static double count(String name) {
    return running
        .bean(MeterRegistry.class)
        .get("throughline.salesforce." + name)
        .tag("topic", TOPIC)
        .counter()
        .count();
  }

  private static double gauge(String name) {
    return running
        .bean(MeterRegistry.class)
        .get("throughline.salesforce." + name)
        .tag("topic", TOPIC)
        .gauge()
        .value();
  }

  @Test
  void aSessionIsHadByClientCredentialsTooAndRenewedOnceTheOrgRefusesIt() {
    var caller = new Caller(1, Duration.ofSeconds(10), Simulated.UNTRACED);
    var properties = withCredentials("secret");
    var token = new SalesforceToken(properties, caller, Clock.systemUTC());
    var client = new SalesforceClient(properties, caller, token);

    var first = token.get().session().orElseThrow();
    assertThat(first.orgId()).isEqualTo(RunningCommandSide.ORG_ID);
    assertThat(token.get().session()).as("kept while it is good").contains(first);

    salesforce.tokens().forgetAll();
    assertThat(client.query("SELECT Id FROM Account", _ -> {})).isInstanceOf(OrgAnswer.Done.class);
    assertThat(token.get().session().orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void aWrongSecretIsNoSessionAndSaysSo() {
    var caller = new Caller(1, Duration.ofSeconds(10), Simulated.UNTRACED);
    var asked = new SalesforceToken(withCredentials("guessed"), caller, Clock.systemUTC()).get();

    assertThat(asked.session()).isEmpty();
    assertThat(asked.outcome().toString()).contains("401", "invalid_client");
  }

  private static SalesforceProperties withCredentials(String secret) {
    return new SalesforceProperties(
        running.simulators().baseUrl(),
        RunningCommandSide.ORG_ID,
        "connected-app",
        null,
        null,
        secret,
        salesforce.pubSub(),
        "v64.0",
        1,
        null,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(330));
  }

  @Test
  void operationsSeeWhatWaits() throws Exception {
    org.enter("Account", null, Map.of("AccountNumber", "NOWHERE", "Name", "No address"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(running.getAs("operations", "/api/v1/operations/salesforce").body())
                    .contains("BillingStreet is empty"));
  }
}
