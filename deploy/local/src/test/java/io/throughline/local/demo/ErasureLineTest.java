package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import com.mongodb.client.MongoClients;
import io.throughline.kernel.Role;
import io.throughline.kernel.format.EventFormat;
import io.throughline.kernel.format.UnreadableEvent;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.PersonalDataKeys;
import io.throughline.kernel.privacy.Seal;
import io.throughline.kernel.privacy.SealBroken;
import io.throughline.kernel.proof.LoggedEvent;
import io.throughline.local.LocalIssuer;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for a customer's personal data wherever it could be, in a whole line with real servers:
 * before the erasure sealed everywhere but in views, after it nowhere, and not to be opened by any
 * key that is left.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ErasureLineTest {
  /** Stands in every personal text of the customer; nothing else in the world looks like it. */
  private static final String MARKER = "Xq7Vendetta";

  private static final String CUSTOMER = "MRK-1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void anErasedCustomerIsNowhereAndTheLogStaysWhole() throws Exception {
    var logs = data.resolve("captured.log");
    var capturing = capture(logs);
    String blanked;
    try (var run = start()) {
      run.enterMasterData(OwnOrders.of(4, 1));
      var line = new Line(run);
      line.begin();

      assertThat(line.view().toString()).as("views show it").contains(MARKER);
      assertThat(line.simulatorJournals()).as("this search finds what is there").isNotEmpty();
      assertThat(line.whereMarked(logs)).as("no plaintext at rest").isEmpty();
      var before = line.wrappedKey();
      assertThat(line.unwrappers(before)).as("the epoch's key unwraps it").isNotEmpty();

      line.erase();

      line.awaitErasure("COMPLETE");
      assertThat(line.whereMarked(logs)).as("no trace of it").isEmpty();
      assertThat(line.viewsWithMarker()).isZero();
      assertThat(line.view().toString()).contains("[erased]").doesNotContain(MARKER);
      assertThat(line.unwrappers(before)).as("nobody unwraps an old copy").isEmpty();
      line.assertNothingOpens();
      line.assertTheChainIsWhole();
      blanked = line.view().toString();
    } finally {
      capturing.run();
    }
    try (var again = start()) {
      var line = new Line(again);
      line.awaitErasure("COMPLETE");
      await(() -> line.view().toString().equals(blanked)); // folded anew from the whole topic
      assertThat(line.viewsWithMarker()).isZero();
    }
  }

  private LocalRun start() throws InterruptedException {
    return LocalRun.start(new LocalSettings(data, false, 86_400, 1, 0.05, Ports.free()));
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(condition);
  }

  private static Runnable capture(Path file) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var level = root.getLevel();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(root.getLoggerContext());
    encoder.setPattern("%d %level %logger %mdc %msg%n%ex");
    encoder.start();
    var appender = new FileAppender<ILoggingEvent>();
    appender.setContext(root.getLoggerContext());
    appender.setEncoder(encoder);
    appender.setFile(file.toString());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
    return () -> {
      root.setLevel(level);
      root.detachAppender(appender);
      appender.stop();
    };
  }

  /** A run, and what the test does and looks for in it. */
  private final class Line {
    private final LocalRun run;
    private final LocalIssuer issuer = LocalIssuer.of(data);
    private final GraphQl views;

    Line(LocalRun run) {
      this.run = run;
      this.views = new GraphQl(run.addresses().graphQl(), () -> run.token(Role.SALES));
    }

    private HttpResponse<String> post(Role role, String user, String path, Object body)
        throws Exception {
      var request =
          HttpRequest.newBuilder(run.addresses().command().resolve(path))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + issuer.token(role, user, Optional.empty()))
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode taken(Role role, String user, String path, Object body) throws Exception {
      var response = post(role, user, path, body);
      assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(202);
      return JSON.readTree(response.body());
    }

    /** One order that completes, one that is cancelled, one whose address had to be corrected. */
    void begin() throws Exception {
      taken(Role.SALES, "anna", "/api/v1/customers", customer(CUSTOMER, MARKER));
      taken(Role.SALES, "anna", "/api/v1/customers", customer("OTHER-1", "Plain"));
      taken(Role.SALES, "anna", "/api/v1/orders", order("MRK-O1", CUSTOMER, MARKER, "NL"));
      taken(Role.SALES, "anna", "/api/v1/orders", order("MRK-O2", CUSTOMER, MARKER, "NL"));
      taken(Role.SALES, "anna", "/api/v1/orders", order("MRK-O3", CUSTOMER, MARKER, "Atlantis"));
      taken(Role.SALES, "anna", "/api/v1/orders", order("OTHER-O1", "OTHER-1", "Plain", "NL"));
      post(
          Role.SALES,
          "anna",
          "/api/v1/orders/MRK-O2/cancellation",
          Map.of("reason", "He said " + MARKER));
      await(() -> "OPEN".equals(exceptionStatus()));
      taken(
          Role.SALES,
          "anna",
          "/api/v1/exceptions/MRK-O3-E1/remedies/correct-address",
          Map.of(
              "parameters",
              Map.of(
                  "street", "9 " + MARKER + " Street", "city", MARKER + "ton", "country", "NL")));
      taken(
          Role.FINANCE,
          "frida",
          "/api/v1/customers/" + CUSTOMER + "/legal-hold",
          Map.of("reason", "Lawsuit of " + MARKER));
      await(() -> profile().path("openOrderCount").asInt(-1) == 0);
    }

    private String exceptionStatus() throws Exception {
      return views
          .ask("{ exceptions(first: 50) { edges { node { orderId status } } } }", Map.of())
          .path("exceptions")
          .path("edges")
          .valueStream()
          .map(it -> it.path("node"))
          .filter(it -> it.path("orderId").asString("").equals("MRK-O3"))
          .map(it -> it.path("status").asString(""))
          .findFirst()
          .orElse("");
    }

    /** Two people, and a wait for a legal hold. */
    void erase() throws Exception {
      for (var role : Role.values()) {
        var keys = post(role, "anna", "/internal/v1/keys", Map.of("keyIds", List.of("k")));
        assertThat(keys.statusCode()).as("keys for " + role).isEqualTo(403);
      }
      var path = "/api/v1/customers/" + CUSTOMER + "/erasure";
      var reason = Map.of("reason", MARKER + " wants to be forgotten");
      var approval = taken(Role.FINANCE, "frida", path, reason).path("approvalId").asString("");
      var decision = Map.of("decision", "APPROVE", "reason", MARKER + " has paid");
      var own = post(Role.FINANCE, "frida", "/api/v1/approvals/" + approval, decision);
      assertThat(own.statusCode()).isEqualTo(409);
      assertThat(own.body()).contains("own-request");
      var sales = post(Role.SALES, "anna", "/api/v1/approvals/" + approval, decision);
      assertThat(sales.statusCode()).isEqualTo(403);
      taken(Role.FINANCE, "frank", "/api/v1/approvals/" + approval, decision);

      await(() -> waitsFor().contains("LEGAL_HOLD"));
      var refused =
          post(Role.SALES, "anna", "/api/v1/orders", order("MRK-O4", CUSTOMER, MARKER, "NL"));
      assertThat(refused.body()).contains("customer-erased");
      assertThat(refused.statusCode()).isEqualTo(409);
      taken(
          Role.FINANCE,
          "frida",
          "/api/v1/customers/" + CUSTOMER + "/legal-hold/release",
          Map.of("reason", MARKER + " lost"));
      awaitErasure("ERASED", "COMPLETE");
      assertThat(view().toString()).doesNotContain(MARKER);
    }

    private String waitsFor() throws Exception {
      return profile().path("erasure").path("waitsFor").toString();
    }

    void awaitErasure(String... states) {
      await(() -> Set.of(states).contains(profile().path("erasure").path("state").asString("")));
    }

    private JsonNode profile() throws Exception {
      return views
          .ask(
              """
              { customer(id: "MRK-1") { name contact email phone billTo { name street city region postalCode country }
                  openOrderCount erasure { state since waitsFor completeBy } } }
              """,
              Map.of())
          .path("customer");
    }

    JsonNode view() throws Exception {
      return views.ask(
          """
          { customer(id: "MRK-1") { name contact email phone billTo { name street city region postalCode country } }
            order(id: "MRK-O1") { shipTo { name street city region postalCode } shipments { trackingNumber delay } }
            corrected: order(id: "MRK-O3") { shipTo { name street city } } }
          """,
          Map.of());
    }

    private Map<String, Object> customer(String id, String mark) {
      return Map.of(
          "customerId",
          id,
          "name",
          mark + " Ltd",
          "contact",
          "Mrs " + mark,
          "email",
          mark.toLowerCase(Locale.ROOT) + "@example.com",
          "phone",
          "+49 555 " + mark,
          "billTo",
          address(mark, "NL"),
          "currency",
          "USD",
          "owner",
          "u1");
    }

    private static Map<String, Object> address(String mark, String country) {
      return Map.of(
          "name", mark + " c/o Home",
          "street", "1 " + mark + " Lane",
          "city", mark + "ville",
          "region", mark + "shire",
          "postalCode", "77 " + mark,
          "country", country);
    }

    private Map<String, Object> order(String id, String customer, String mark, String country) {
      var product = Catalogue.sold().getFirst();
      return Map.of(
          "orderId",
          id,
          "customerId",
          customer,
          "owner",
          "u1",
          "orderedOn",
          "2026-01-05",
          "currency",
          "USD",
          "priceBasis",
          "LIST",
          "taxRegion",
          Catalogue.buyers().getFirst().taxRegion(),
          "shipTo",
          address(mark, country),
          "lines",
          List.of(
              Map.of(
                  "lineId",
                  "1",
                  "productId",
                  product.productId().value(),
                  "quantity",
                  2,
                  "unitPrice",
                  product.listPrice().toPlainString())));
    }

    // where it could be

    /** Files of PostgreSQL, Kafka and the vault, every row of every table, and the log. */
    Set<String> whereMarked(Path logs) throws Exception {
      var found = new TreeSet<String>();
      try (var database = superuser();
          var statement = database.createStatement()) {
        statement.execute("checkpoint");
        found.addAll(rows(database));
      }
      for (var folder : List.of("postgres", "kafka", "vault")) {
        found.addAll(files(data.resolve(folder)));
      }
      if (contains(logs)) {
        found.add(logs.toString());
      }
      return found;
    }

    Set<String> simulatorJournals() throws IOException {
      return files(data.resolve("simulators"));
    }

    private Set<String> files(Path folder) throws IOException {
      var found = new TreeSet<String>();
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          if (contains(file)) {
            found.add(data.relativize(file).toString());
          }
        }
      }
      return found;
    }

    private static boolean contains(Path file) throws IOException {
      try {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.contains(MARKER) || text.contains(MARKER.toLowerCase(Locale.ROOT));
      } catch (NoSuchFileException _) {
        return false; // the servers clear up while we look
      }
    }

    /** As rows, for long values are compressed in the files. */
    private static Set<String> rows(Connection database) throws SQLException {
      var found = new TreeSet<String>();
      try (var statement = database.createStatement()) {
        statement.execute("set bytea_output = 'escape'");
        var tables = new ArrayList<String>();
        try (var names =
            statement.executeQuery(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not"
                    + " in ('pg_catalog', 'information_schema')")) {
          while (names.next()) {
            tables.add(names.getString(1));
          }
        }
        assertThat(tables).contains("public.events", "public.tasks_erp", "public.snapshots");
        for (var table : tables) {
          try (var marked =
              statement.executeQuery(
                  "select count(*) from " + table + " t where t::text ilike '%" + MARKER + "%'")) {
            marked.next();
            if (marked.getLong(1) > 0) {
              found.add(table);
            }
          }
        }
      }
      return found;
    }

    int viewsWithMarker() {
      var found = 0;
      try (var mongo = MongoClients.create(run.addresses().mongoUri())) {
        for (var database : mongo.listDatabaseNames()) {
          for (var collection : mongo.getDatabase(database).listCollectionNames()) {
            for (var document : mongo.getDatabase(database).getCollection(collection).find()) {
              found += document.toJson().contains(MARKER) ? 1 : 0;
            }
          }
        }
      }
      return found;
    }

    // what keys can do

    private Connection superuser() throws SQLException {
      return DriverManager.getConnection(run.addresses().jdbcUrl(), "postgres", "");
    }

    record Wrapped(String context, String keyId, byte[] bytes) {}

    Wrapped wrappedKey() throws SQLException {
      return wrappedKeys().stream()
          .filter(it -> it.context().startsWith(CUSTOMER + " "))
          .findFirst()
          .orElseThrow();
    }

    private List<Wrapped> wrappedKeys() throws SQLException {
      var found = new ArrayList<Wrapped>();
      try (var database = superuser();
          var statement = database.createStatement();
          var rows = statement.executeQuery("select owner, key_id, wrapped from customer_keys")) {
        while (rows.next()) {
          found.add(
              new Wrapped(
                  rows.getString(1) + " " + rows.getString(2),
                  rows.getString(2),
                  rows.getBytes(3)));
        }
      }
      return found;
    }

    /** The files of the vault whose key unwraps it. */
    Map<String, byte[]> unwrappers(Wrapped wrapped) throws IOException {
      var found = new HashMap<String, byte[]>();
      for (var key : vault()) {
        try {
          var id = Seal.keyOf(wrapped.bytes());
          found.put(
              HexFormat.of().formatHex(key),
              Seal.open(new DataKey(id, key), wrapped.context(), wrapped.bytes()));
        } catch (SealBroken _) {
          // another epoch's
        }
      }
      return found;
    }

    private List<byte[]> vault() throws IOException {
      var keys = new ArrayList<byte[]>();
      try (var files = Files.list(data.resolve("vault"))) {
        for (var file : files.toList()) {
          keys.add(Files.readAllBytes(file));
        }
      }
      return keys;
    }

    /** Every key that is left against every sealed text of the customer's. */
    void assertNothingOpens() throws Exception {
      var keys = new ArrayList<>(vault());
      for (var wrapped : wrappedKeys()) {
        keys.addAll(unwrappers(wrapped).values());
      }
      assertThat(keys).as("of the vault and of the other customer").hasSizeGreaterThan(2);
      var sealed = 0;
      var opened = 0;
      for (var event : log()) {
        var isOurs = new EventFormat().belongsTo(event.payload()).equals(CUSTOMER);
        if (new String(event.payload(), StandardCharsets.UTF_8).contains("enc:v1:")) {
          sealed += isOurs ? 1 : 0;
          for (var key : keys) {
            if (isOurs) {
              assertThatThrownBy(() -> opening(key).read(event.wireName(), event.payload()))
                  .isInstanceOf(UnreadableEvent.class);
            } else {
              opened += opens(key, event) ? 1 : 0;
            }
          }
        }
      }
      assertThat(sealed).as("sealed events of the erased customer").isGreaterThan(10);
      assertThat(opened).as("events of the other one, opened this very way").isGreaterThan(2);
    }

    private static boolean opens(byte[] key, LoggedEvent event) {
      try {
        opening(key).read(event.wireName(), event.payload());
        return true;
      } catch (UnreadableEvent _) {
        return false;
      }
    }

    /** Tries the one key on everything. */
    private static EventFormat opening(byte[] key) {
      return new EventFormat(
          new PersonalDataKeys() {
            @Override
            public Optional<DataKey> toSeal(String owner, String wireName) {
              return Optional.empty();
            }

            @Override
            public Optional<DataKey> toOpen(String keyId) {
              return Optional.of(new DataKey(keyId, key));
            }
          });
    }

    void assertTheChainIsWhole() throws SQLException {
      var link = new byte[32];
      var hashes = hashes();
      var log = log();
      assertThat(log).isNotEmpty();
      for (var event : log) {
        link = event.link(link);
        assertThat(link)
            .as("event " + event.globalIndex())
            .isEqualTo(hashes.get(event.globalIndex()));
      }
    }

    private Map<Long, byte[]> hashes() throws SQLException {
      var hashes = new HashMap<Long, byte[]>();
      try (var database = superuser();
          var statement = database.createStatement();
          var rows = statement.executeQuery("select global_index, hash from events")) {
        while (rows.next()) {
          hashes.put(rows.getLong(1), rows.getBytes(2));
        }
      }
      return hashes;
    }

    private List<LoggedEvent> log() throws SQLException {
      var events = new ArrayList<LoggedEvent>();
      try (var database = superuser();
          var statement = database.createStatement();
          var rows = statement.executeQuery("select * from events order by global_index")) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
      return events;
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
      return new LoggedEvent(
          row.getLong("global_index"),
          micros(row.getTimestamp("recorded_at").toInstant()),
          row.getString("aggregate_type"),
          row.getString("aggregate_id"),
          row.getLong("sequence"),
          UUID.fromString(row.getString("event_id")),
          row.getString("wire_name"),
          row.getBytes("payload"),
          row.getBytes("metadata"),
          micros(row.getTimestamp("occurred_at").toInstant()));
    }

    private static long micros(Instant instant) {
      return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
  }
}
