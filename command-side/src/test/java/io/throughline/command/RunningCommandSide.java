package io.throughline.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.throughline.command.eventstore.EventLog;
import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.CarrierAccounts;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.salesforce.OrgAccount;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real command side against a real PostgreSQL and the simulated ERP and logistics provider,
 * over real HTTP.
 */
public final class RunningCommandSide implements AutoCloseable {
  private static final KeyPair ISSUER = keyPair("RSA", 2048);
  private static final KeyPair ERP_CLIENT = keyPair("EC", 256);
  public static final String ORG_ID = "00D000000000001EAA";
  private static final String WEBHOOK_SECRET = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw==";

  /** What {@code @ResourceLock} names where two classes use the same one. */
  public static final String SHARED = "the shared command side";

  private static @Nullable RunningCommandSide shared;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Simulators simulators;
  private final List<String> arguments;
  private final ConfigurableApplicationContext context;

  private RunningCommandSide(Simulators simulators, BusinessClock clock, List<String> arguments) {
    this.simulators = simulators;
    this.arguments = arguments;
    this.context = application(clock).run(arguments.toArray(String[]::new));
    for (var provider : List.of("shipbob", "shiphero")) {
      simulators.webhookTarget(provider, url("/api/v1/webhooks/logistics/" + provider));
    }
  }

  /** A day passes in two seconds. */
  public static RunningCommandSide start(double faultRate) throws IOException {
    return start(faultRate, Optional.empty());
  }

  /** Connected to a simulated Salesforce org. */
  public static RunningCommandSide startWithOrg(double faultRate) throws IOException {
    var org =
        new OrgAccount(
            ORG_ID,
            "connected-app",
            "secret",
            "integration@example.com",
            pem("PUBLIC KEY", ISSUER.getPublic()),
            OrgAccount.DAILY_CALLS,
            OrgAccount.RETENTION,
            Duration.ofMillis(500));
    return start(faultRate, Optional.of(org));
  }

  private static RunningCommandSide start(double faultRate, Optional<OrgAccount> org)
      throws IOException {
    var folder = Files.createTempDirectory("throughline-test");
    var now = Instant.now();
    var clock = new BusinessClock(Clock.systemUTC(), now, now, 43_200);
    var simulators = simulated(folder, faultRate, org, clock);
    var issuer = folder.resolve("issuer.pub.pem");
    Files.writeString(issuer, pem("PUBLIC KEY", ISSUER.getPublic()));
    var arguments = arguments(simulators, issuer);
    if (org.isPresent()) {
      arguments.addAll(connection(simulators));
    }
    return new RunningCommandSide(simulators, clock, List.copyOf(arguments));
  }

  private static Simulators simulated(
      Path folder, double faultRate, Optional<OrgAccount> org, BusinessClock clock)
      throws IOException {
    var settings =
        new SimulatorSettings(
            0,
            folder,
            7,
            faultRate,
            Duration.ZERO,
            15,
            List.of(
                new SimulatorSettings.ErpClient(
                    "client", "certificate", pem("PUBLIC KEY", ERP_CLIENT.getPublic()))),
            new CarrierAccounts("carrier-token", WEBHOOK_SECRET, "refresh-token", "shared-secret"),
            Duration.ofDays(1),
            Duration.ofDays(1));
    return Simulators.start(org.map(settings::with).orElse(settings), clock);
  }

  /** Another NetSuite account without faults, with books of its own, on the same clock. */
  public Simulators anotherErp() throws IOException {
    var folder = Files.createTempDirectory("throughline-test");
    return simulated(folder, 0, Optional.empty(), bean(BusinessClock.class));
  }

  /** How configuration names such an account, as command line arguments. */
  public static List<String> account(String name, Simulators erp) {
    var prefix = "--throughline.erp.accounts." + name + ".";
    return List.of(
        prefix + "base-url=" + erp.baseUrl(),
        prefix + "client-id=client",
        prefix + "certificate-id=certificate",
        prefix + "private-key=" + pem("PRIVATE KEY", ERP_CLIENT.getPrivate()),
        prefix + "timeout=5s");
  }

  /**
   * Stops the application and starts it again on the same data.
   *
   * @param further settings, as command line arguments
   */
  public RunningCommandSide restarted(List<String> further) {
    var clock = bean(BusinessClock.class);
    context.close();
    return new RunningCommandSide(
        simulators, clock, Stream.concat(arguments.stream(), further.stream()).toList());
  }

  /**
   * One for all who ask for it, without faults; it ends with the JVM, and is not stopped in order:
   * its database would be gone before. Whoever asks is annotated with a lock on {@link #SHARED}.
   */
  public static synchronized RunningCommandSide shared() throws IOException {
    if (shared == null) {
      shared = start(0);
    }
    return shared;
  }

  private static SpringApplicationBuilder application(BusinessClock clock) {
    return CommandSideApplication.application()
        .profiles("local")
        .registerShutdownHook(false) // whoever started it stops it
        .initializers(
            context -> context.getBeanFactory().registerSingleton("businessClock", clock));
  }

  /** How the command side finds the org. */
  private static List<String> connection(Simulators simulators) {
    return List.of(
        "--throughline.salesforce.login-url=" + simulators.baseUrl(),
        "--throughline.salesforce.org-id=" + ORG_ID,
        "--throughline.salesforce.client-id=connected-app",
        "--throughline.salesforce.username=integration@example.com",
        "--throughline.salesforce.private-key=" + pem("PRIVATE KEY", ISSUER.getPrivate()),
        "--throughline.salesforce.pub-sub=" + simulators.salesforce().pubSub(),
        "--throughline.salesforce.tell=50ms",
        "--throughline.salesforce.timeout=5s");
  }

  private static List<String> arguments(Simulators simulators, Path issuer) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("server.port", "0");
    settings.put("spring.kafka.bootstrap-servers", "localhost:1");
    settings.put(
        "spring.security.oauth2.resourceserver.jwt.public-key-location", issuer.toUri().toString());
    settings.put("throughline.erp.netsuite.base-url", simulators.baseUrl().toString());
    settings.put("throughline.erp.netsuite.client-id", "client");
    settings.put("throughline.erp.netsuite.certificate-id", "certificate");
    settings.put(
        "throughline.erp.netsuite.private-key", pem("PRIVATE KEY", ERP_CLIENT.getPrivate()));
    settings.put("throughline.privacy.vault", issuer.resolveSibling("vault").toString());
    settings.put("throughline.erp.netsuite.timeout", "5s");
    settings.put("throughline.erp.poll.every", "500ms");
    settings.put("throughline.deposits.patience", "3d");
    settings.put("throughline.logistics.shipbob.base-url", simulators.baseUrl().toString());
    settings.put("throughline.logistics.shipbob.token", "carrier-token");
    settings.put("throughline.logistics.shipbob.webhook-secret", WEBHOOK_SECRET);
    settings.put("throughline.logistics.shiphero.base-url", simulators.baseUrl().toString());
    settings.put("throughline.logistics.shiphero.refresh-token", "refresh-token");
    settings.put("throughline.logistics.shiphero.webhook-secret", "shared-secret");
    settings.put("throughline.logistics.warehouses.NORTH", "shiphero");
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    return new ArrayList<>(Stream.concat(TestDatabase.newSettings().stream(), arguments).toList());
  }

  public Simulators simulators() {
    return simulators;
  }

  public EventLog log() {
    return context.getBean(EventLog.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public URI url(String path) {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> postAs(String role, String path, String body)
      throws IOException, InterruptedException {
    return post(
        path,
        body,
        "Authorization",
        "Bearer " + token(role),
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  public HttpResponse<String> patchAs(String role, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url(path))
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token(role))
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> getAs(String role, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + token(role));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public JsonNode books() {
    return simulators.books();
  }

  public JsonNode parsed(HttpResponse<String> response) {
    return json.readTree(response.body());
  }

  /** One item at two warehouses, one discontinued. */
  public void listItems() {
    var netSuite = simulators.netSuite();
    netSuite.listItem(
        "BOLT", "Bolt", new BigDecimal("2.50"), false, stock("EAST", 60, "WEST", 60), 100);
    netSuite.listItem("NUT", "Nut", new BigDecimal("1.25"), false, stock("WEST", 1000), 100);
    netSuite.listItem("RIVET", "Rivet", new BigDecimal("0.75"), true, stock("EAST", 10), 100);
  }

  /** Another item, of which ten are in a warehouse. */
  public void listItem(String id, String price, boolean discontinued) {
    listItem(simulators, id, price, discontinued);
  }

  /** The same in another account. */
  public static void listItem(Simulators erp, String id, String price, boolean discontinued) {
    erp.netSuite().listItem(id, id, new BigDecimal(price), discontinued, stock("EAST", 10), 100);
  }

  private static LinkedHashMap<String, Integer> stock(Object... pairs) {
    var stock = new LinkedHashMap<String, Integer>();
    for (var i = 0; i < pairs.length; i += 2) {
      stock.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return stock;
  }

  public void registerCustomer(String id) throws IOException, InterruptedException {
    postAs(
        "sales",
        "/api/v1/customers",
        """
        {"customerId": "%s", "name": "Works of %s", "billTo": %s, "currency": "USD", "owner": "u1"}
        """
            .formatted(id, id, ADDRESS));
  }

  public static final String ADDRESS =
      """
      {"name": "Goods inward", "street": "1 Mill Lane", "city": "Riverton", "country": "NL"}\
      """;

  /**
   * @param lines JSON objects, separated by commas
   */
  public static String order(String id, String customer, String lines) {
    return """
    {"orderId": "%s", "customerId": "%s", "owner": "u1", "orderedOn": "2026-03-31", "currency": "USD",
     "priceBasis": "LIST", "taxRegion": "DE", "shipTo": %s, "lines": [%s]}
    """
        .formatted(id, customer, ADDRESS, lines);
  }

  public static String line(String number, String product, int quantity, String price) {
    return """
    {"lineId": "%s", "productId": "%s", "quantity": %d, "unitPrice": "%s"}\
    """
        .formatted(number, product, quantity, price);
  }

  public static String token(String role) {
    return token(role, Instant.now().plusSeconds(600), "throughline", ISSUER);
  }

  /** Of somebody who acts for a partner. */
  public static String partnersToken(String partner) {
    var claims =
        claims("partner", Instant.now().plusSeconds(600), "throughline").claim("partner", partner);
    return signed(claims.build(), ISSUER);
  }

  public static String token(String role, Instant expiry, String audience, KeyPair key) {
    return signed(claims(role, expiry, audience).build(), key);
  }

  private static JWTClaimsSet.Builder claims(String role, Instant expiry, String audience) {
    return new JWTClaimsSet.Builder()
        .subject("user-" + role)
        .issuer("throughline-local")
        .audience(audience)
        .claim("roles", List.of(role))
        .expirationTime(Date.from(expiry));
  }

  private static String signed(JWTClaimsSet claims, KeyPair key) {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      token.sign(new RSASSASigner(key.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  public static KeyPair issuer() {
    return ISSUER;
  }

  public static KeyPair keyPair(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(size);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, Key key) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }

  @Override
  public void close() {
    context.close();
    simulators.close();
  }
}
