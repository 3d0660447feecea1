package io.throughline.bench.trial;

import io.throughline.bench.harness.Child;
import io.throughline.kernel.BusinessClock;
import io.throughline.local.LocalCredentials;
import io.throughline.local.LocalIssuer;
import io.throughline.local.LocalPostgres;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.salesforce.Org;
import io.throughline.simulators.salesforce.OrgAccount;
import io.throughline.simulators.salesforce.Salesforce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The command side connected to a simulated org. It lives in a JVM of its own and can be killed;
 * the org, the ERP, the logistics providers and PostgreSQL live here and stay.
 */
final class Connected implements AutoCloseable {
  static final double CLOCK_RATE = 1;

  private static final long SECONDS_TO_START = 240;
  private static final int ANY_PORT = 0;

  private final Path folder;
  private final LocalPostgres postgres;
  private final Simulators simulators;
  private final Path properties;
  private final Instant origin = Instant.now();
  private @Nullable Child child;
  private double longestStart;

  private Connected(Path folder, LocalPostgres postgres, Simulators simulators, Path properties) {
    this.folder = folder;
    this.postgres = postgres;
    this.simulators = simulators;
    this.properties = properties;
  }

  /**
   * Returns when it takes commands.
   *
   * @param faults share of the org's calls and deliveries that go wrong
   * @param dailyCalls API requests that the org takes
   */
  static Connected start(Path folder, long seed, double faults, int dailyCalls)
      throws IOException, InterruptedException {
    var home = Files.createTempDirectory(Files.createDirectories(folder), "connected");
    var credentials = LocalCredentials.make();
    var now = Instant.now();
    var usual = credentials.org();
    var org =
        new OrgAccount(
            usual.orgId(),
            usual.clientId(),
            usual.clientSecret(),
            usual.username(),
            usual.publicKeyPem(),
            dailyCalls,
            OrgAccount.RETENTION,
            Duration.ofSeconds(1));
    var simulators =
        Simulators.start(
            new SimulatorSettings(
                ANY_PORT,
                home.resolve("simulators"),
                seed,
                faults,
                Duration.ofMillis(2),
                15,
                List.of(
                    new SimulatorSettings.ErpClient(
                        LocalCredentials.ERP_CLIENT,
                        LocalCredentials.ERP_CERTIFICATE,
                        credentials.erpPublicKey())),
                credentials.carriers(),
                Duration.ofDays(1),
                Duration.ofDays(1),
                org),
            new BusinessClock(Clock.systemUTC(), now, now, CLOCK_RATE));
    var postgres = LocalPostgres.start(home.resolve("postgres"), freePort());
    var properties = home.resolve("properties");
    Files.write(properties, properties(home, postgres, simulators, credentials));
    var connected = new Connected(home, postgres, simulators, properties);
    connected.startAgain();
    return connected;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static List<String> properties(
      Path home, LocalPostgres postgres, Simulators simulators, LocalCredentials credentials) {
    var given = new HashMap<String, String>();
    given.put("server.port", "0");
    given.put("spring.datasource.url", postgres.jdbcUrl());
    given.put("spring.datasource.username", postgres.user());
    given.put("spring.datasource.hikari.maximum-pool-size", "20");
    given.put("spring.flyway.user", postgres.owner());
    given.put("spring.kafka.bootstrap-servers", "localhost:1");
    given.put(
        "spring.security.oauth2.resourceserver.jwt.public-key-location",
        LocalIssuer.of(home).publicKeyFile().toUri().toString());
    given.put("throughline.privacy.vault", home.resolve("vault").toString());
    given.put("throughline.erp.netsuite.base-url", simulators.baseUrl().toString());
    given.put("throughline.erp.netsuite.client-id", LocalCredentials.ERP_CLIENT);
    given.put("throughline.erp.netsuite.certificate-id", LocalCredentials.ERP_CERTIFICATE);
    given.put("throughline.erp.netsuite.private-key", oneLine(credentials.erpPrivateKey()));
    given.put("throughline.logistics.shipbob.base-url", simulators.baseUrl().toString());
    given.put("throughline.logistics.shipbob.token", credentials.carriers().shipBobToken());
    given.put(
        "throughline.logistics.shipbob.webhook-secret", credentials.carriers().shipBobSecret());
    given.put("throughline.salesforce.login-url", simulators.baseUrl().toString());
    given.put("throughline.salesforce.pub-sub", simulators.salesforce().pubSub().toString());
    given.put("throughline.salesforce.org-id", LocalCredentials.ORG);
    given.put("throughline.salesforce.client-id", LocalCredentials.ORG_CLIENT);
    given.put("throughline.salesforce.username", LocalCredentials.ORG_USER);
    given.put("throughline.salesforce.private-key", oneLine(credentials.orgPrivateKey()));
    given.put("throughline.salesforce.tell", "250ms");
    given.put("logging.level.root", "error");
    var lines = new ArrayList<String>();
    given.forEach((name, value) -> lines.add(name + "=" + value));
    return lines;
  }

  private static String oneLine(String pem) {
    return pem.replace("\n", "").replace("\r", "");
  }

  Salesforce salesforce() {
    return simulators.salesforce();
  }

  Org org() {
    return salesforce().org();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    if (child != null) {
      child.kill();
    }
  }

  void startAgain() throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var ready = new CountDownLatch(1);
    var life =
        Child.start(
            CommandSideProgram.class,
            line -> {
              if (line.equals("READY")) {
                ready.countDown();
              }
            },
            properties.toString(),
            origin.toString());
    child = life;
    while (!ready.await(1, TimeUnit.SECONDS)) {
      if (!life.isAlive() || System.nanoTime() - begun > SECONDS_TO_START * 1e9) {
        throw new IllegalStateException("The command side did not start: " + life.lastWords());
      }
    }
    longestStart = Math.max(longestStart, (System.nanoTime() - begun) / 1e9);
  }

  double longestStart() {
    return longestStart;
  }

  /** What a query gives: text by text. */
  Map<String, String> ask(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var answers = new HashMap<String, String>();
      while (rows.next()) {
        answers.put(rows.getString(1), rows.getString(2));
      }
      return answers;
    }
  }

  @Override
  public void close() {
    if (child != null) {
      child.close();
    }
    postgres.close();
    simulators.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
