package io.throughline.local;

import io.throughline.command.CommandSideApplication;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Role;
import io.throughline.local.input.Input;
import io.throughline.query.QuerySideApplication;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.salesforce.Org;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A whole line in this JVM: takes the data directory, starts the servers side by side, then each
 * application as soon as what it cannot do without is there, and stops all of it in the opposite
 * order.
 */
public final class LocalRun implements AutoCloseable {
  private final StartedThings started;
  private final LocalSettings settings;
  private final LocalIssuer issuer;
  private final Optional<Simulators> simulators;
  private final Addresses addresses;
  private final BusinessClock clock;

  private LocalRun(
      StartedThings started,
      LocalSettings settings,
      LocalIssuer issuer,
      Optional<Simulators> simulators,
      Addresses addresses,
      BusinessClock clock) {
    this.started = started;
    this.settings = settings;
    this.issuer = issuer;
    this.simulators = simulators;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Returns when both applications take requests.
   *
   * @throws LocalRunRefused if it cannot start; what had been started is stopped
   */
  public static LocalRun start(LocalSettings settings) throws InterruptedException {
    takeLoggingOver();
    var started = new StartedThings();
    try (var threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().name("start-", 1).factory())) {
      return start(settings, started, threads);
    } catch (InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /**
   * Two applications in one JVM would each set logging up anew; it is the launcher's own business.
   */
  private static void takeLoggingOver() {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler
        .removeHandlersForRootLogger(); // Tomcat and OpenTelemetry would write to the terminal
    SLF4JBridgeHandler.install();
  }

  private static LocalRun start(
      LocalSettings settings, StartedThings started, ExecutorService threads)
      throws InterruptedException {
    var data = started.add("The data directory", DataDirectory.open(settings.data()));
    if (settings.fresh()) {
      data.clear();
    }
    var issuer = LocalIssuer.of(data.root());
    started.add("The key service's token", KeysToken.start(data.keysToken(), issuer));
    var outside = settings.outside();
    var credentials = outside.map(Outside::credentials).orElseGet(LocalCredentials::make);
    var clock =
        outside
            .map(it -> it.clock(settings.clockRate()))
            .orElseGet(
                () ->
                    started
                        .add("The clock", LocalClock.start(data.clock(), settings.clockRate()))
                        .business());
    var ports = settings.ports();

    var postgresStart =
        started.begin(
            "PostgreSQL", threads, () -> LocalPostgres.start(data.postgres(), ports.postgres()));
    var kafkaStart =
        started.begin(
            "Kafka",
            threads,
            () -> LocalKafka.start(data.kafka(), ports.kafka(), ports.kafkaController()));
    var store = store(settings, started);
    var simulators =
        outside.isPresent()
            ? Optional.<Simulators>empty()
            : Optional.of(
                started.add(
                    "The simulators",
                    Simulators.start(
                        simulatorSettings(settings, data, ports, credentials), clock)));
    var simulated =
        simulators.map(Simulators::baseUrl).orElseGet(() -> outside.orElseThrow().simulators());
    var postgres = result(postgresStart, "PostgreSQL");

    var addresses =
        new Addresses(
            URI.create("http://localhost:" + ports.command()),
            URI.create("http://localhost:" + ports.query()),
            simulated,
            postgres.jdbcUrl(),
            postgres.user(),
            LocalKafka.bootstrapServers(ports.kafka()),
            store,
            ports.moved());
    var common = commonProperties(issuer, addresses);
    var commandProperties = new LinkedHashMap<>(common);
    commandProperties.putAll(commandProperties(ports, postgres, simulated, credentials));
    var pubSub =
        simulators
            .map(it -> it.salesforce().pubSub())
            .orElseGet(() -> outside.orElseThrow().pubSub());
    commandProperties.putAll(salesforceProperties(simulated, pubSub, credentials));
    outside.ifPresent(
        it ->
            commandProperties.put(
                "throughline.erp.netsuite.permits", Integer.toString(it.permits())));
    commandProperties.putAll(notaryProperties(data));
    commandProperties.put("throughline.privacy.vault", data.vault().toString());
    commandProperties.put("throughline.api.origins", origins(addresses.query()));
    // it takes commands without Kafka, and publishes when Kafka is there
    var commandStart =
        started.begin(
            "The command side",
            threads,
            () -> run(CommandSideApplication.application(), commandProperties, clock));
    var queryProperties = new LinkedHashMap<>(common);
    queryProperties.put("server.port", Integer.toString(ports.query()));
    queryProperties.put("spring.mongodb.uri", store);
    // the server in memory does not know the command by which its health is asked
    queryProperties.put("management.health.mongodb.enabled", "false");
    queryProperties.put("throughline.keys.url", addresses.command().toString());
    queryProperties.put("throughline.keys.token-file", data.keysToken().toString());
    queryProperties.put("throughline.console.command-api", addresses.command().toString());
    queryProperties.put("throughline.console.authority", SignIn.PATH);
    result(commandStart, "The command side"); // people wait for it first
    result(kafkaStart, "Kafka");
    var queryStart =
        started.begin(
            "The query side",
            threads,
            () ->
                run(
                    QuerySideApplication.application().initializers(SignIn.of(issuer).offer()),
                    queryProperties,
                    clock));
    result(queryStart, "The query side");
    simulators.ifPresent(it -> Addresses.webhooks(addresses.command()).forEach(it::webhookTarget));
    return new LocalRun(started, settings, issuer, simulators, addresses, clock);
  }

  private static String store(LocalSettings settings, StartedThings started) {
    return settings
        .outside()
        .map(it -> it.store().toString())
        .orElseGet(
            () ->
                started
                    .add("The MongoDB-protocol server", LocalMongo.start(settings.ports().mongo()))
                    .uri());
  }

  private static SimulatorSettings simulatorSettings(
      LocalSettings settings, DataDirectory data, Ports ports, LocalCredentials credentials) {
    return new SimulatorSettings(
        ports.simulators(),
        data.simulators(),
        settings.seed(),
        settings.faults(),
        LocalSettings.LATENCY,
        LocalSettings.PERMITS,
        List.of(
            new SimulatorSettings.ErpClient(
                LocalCredentials.ERP_CLIENT,
                LocalCredentials.ERP_CERTIFICATE,
                credentials.erpPublicKey())),
        credentials.carriers(),
        LocalSettings.RESTOCK_LEAD,
        LocalSettings.PAYMENT_DELAY,
        credentials.org());
  }

  private static Map<String, String> commonProperties(LocalIssuer issuer, Addresses addresses) {
    return Map.of(
        "spring.profiles.active", "local",
        "spring.main.register-shutdown-hook", "false", // stopped by us, in order
        "spring.kafka.bootstrap-servers", addresses.kafkaBootstrapServers(),
        "spring.security.oauth2.resourceserver.jwt.public-key-location",
            issuer.publicKeyFile().toUri().toString(),
        "management.metrics.use-global-registry", "false", // else each would show the other's
        "management.otlp.metrics.export.enabled", "false");
  }

  private static Map<String, String> commandProperties(
      Ports ports, LocalPostgres postgres, URI simulators, LocalCredentials credentials) {
    return Map.ofEntries(
        Map.entry("server.port", Integer.toString(ports.command())),
        Map.entry("spring.datasource.url", postgres.jdbcUrl()),
        Map.entry("spring.datasource.username", postgres.user()),
        Map.entry("spring.flyway.user", postgres.owner()),
        Map.entry("throughline.erp.netsuite.base-url", simulators.toString()),
        Map.entry("throughline.erp.netsuite.account", "LOCAL"),
        Map.entry("throughline.erp.netsuite.client-id", LocalCredentials.ERP_CLIENT),
        Map.entry("throughline.erp.netsuite.certificate-id", LocalCredentials.ERP_CERTIFICATE),
        Map.entry("throughline.erp.netsuite.private-key", credentials.erpPrivateKey()),
        Map.entry("throughline.logistics.shipbob.base-url", simulators.toString()),
        Map.entry("throughline.logistics.shipbob.token", credentials.carriers().shipBobToken()),
        Map.entry(
            "throughline.logistics.shipbob.webhook-secret", credentials.carriers().shipBobSecret()),
        Map.entry("throughline.logistics.shiphero.base-url", simulators.toString()),
        Map.entry(
            "throughline.logistics.shiphero.refresh-token",
            credentials.carriers().shipHeroRefreshToken()),
        Map.entry(
            "throughline.logistics.shiphero.webhook-secret",
            credentials.carriers().shipHeroSecret()),
        Map.entry("throughline.logistics.warehouses." + LocalSettings.SHIPHERO, "shiphero"));
  }

  private static Map<String, String> salesforceProperties(
      URI simulators, URI pubSub, LocalCredentials credentials) {
    return Map.of(
        "throughline.salesforce.login-url",
        simulators.toString(),
        "throughline.salesforce.pub-sub",
        pubSub.toString(),
        "throughline.salesforce.org-id",
        LocalCredentials.ORG,
        "throughline.salesforce.client-id",
        LocalCredentials.ORG_CLIENT,
        "throughline.salesforce.username",
        LocalCredentials.ORG_USER,
        "throughline.salesforce.private-key",
        credentials.orgPrivateKey(),
        "throughline.salesforce.tell",
        "250ms");
  }

  private static Map<String, String> notaryProperties(DataDirectory data) {
    return Map.of(
        "throughline.notary.origin", LocalLog.ORIGIN,
        "throughline.notary.key", data.notaryKey().toString(),
        "throughline.notary.folder", data.checkpoints().toString());
  }

  /** People open the console under either name. */
  private static String origins(URI console) {
    return "http://localhost:%d,http://127.0.0.1:%d"
        .formatted(console.getPort(), console.getPort());
  }

  private static ConfigurableApplicationContext run(
      SpringApplicationBuilder application, Map<String, String> properties, BusinessClock clock) {
    var arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue());
    return application
        .initializers(
            (GenericApplicationContext context) ->
                context.registerBean(BusinessClock.class, () -> clock))
        .run(arguments.toArray(String[]::new));
  }

  private static <T> T result(Future<T> start, String what) throws InterruptedException {
    try {
      return start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LocalRunRefused refused) {
        throw refused;
      }
      if (rootOf(e) instanceof FlywayValidateException other) {
        throw new LocalRunRefused(
            "The data is from another version of Throughline: begin anew with --fresh, or give"
                + " another --data.",
            other);
      }
      throw new LocalRunRefused(what + " did not start: " + rootOf(e).getMessage(), rootOf(e));
    }
  }

  private static Throwable rootOf(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  public Addresses addresses() {
    return addresses;
  }

  public LocalSettings settings() {
    return settings;
  }

  /** The day of the business (UTC). */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A token for one of the run's own users. */
  public String token(Role role) {
    return issuer.token(role, "demo", Optional.empty());
  }

  /**
   * Enters products, stock and credit limits in the simulated ERP, which owns them; what is there
   * already stays. Where the simulated systems are outside, that is for whoever runs them.
   */
  public void enterMasterData(Input input) {
    simulators.ifPresent(it -> ErpMasterData.enter(input, it.netSuite()));
  }

  /** The simulated org, where it is the run's own. */
  public Optional<Org> org() {
    return simulators.map(it -> it.salesforce().org());
  }

  /**
   * Stops all of it, even if the thread is interrupted meanwhile: whoever interrupts wants just
   * that.
   */
  @Override
  public void close() {
    var interrupted = Thread.interrupted();
    started.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
