package io.throughline.simulators;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.netsuite.NetSuite;
import io.throughline.simulators.netsuite.NetSuiteApi;
import io.throughline.simulators.netsuite.TokenEndpoint;
import io.throughline.simulators.shipbob.ShipBob;
import io.throughline.simulators.shipbob.ShipBobApi;
import io.throughline.simulators.shipbob.Webhooks;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated ERP and logistics provider, running. {@code GET /books} tells what really happened.
 */
public final class Simulators implements AutoCloseable {
  private final JsonMapper json = JsonMapper.builder().build();
  private final SimulatorSettings settings;
  private final Faults faults;
  private final Agenda agenda;
  private final NetSuite netSuite;
  private final NetSuiteApi netSuiteApi;
  private final TokenEndpoint netSuiteTokens;
  private final ShipBob shipBob;
  private final ShipBobApi shipBobApi;
  private final Webhooks webhooks;
  private final HttpHost host;

  private Simulators(SimulatorSettings settings, BusinessClock clock) {
    this.settings = settings;
    this.faults = new Faults(settings.seed(), settings.faultRate());
    this.agenda = new Agenda(clock);
    this.netSuite =
        new NetSuite(
            settings.journals().resolve("netsuite.ndjson"),
            clock,
            agenda,
            settings.restockLead(),
            settings.paymentDelay());
    this.netSuiteTokens = new TokenEndpoint(settings.erpClients());
    this.netSuiteApi = new NetSuiteApi(netSuite, netSuiteTokens, settings.permits());
    this.webhooks = new Webhooks(settings.webhookSecret(), faults);
    this.shipBob =
        new ShipBob(settings.journals().resolve("shipbob.ndjson"), clock, agenda, webhooks);
    this.shipBobApi = new ShipBobApi(shipBob, webhooks, settings.carrierToken(), clock);
    this.host = new HttpHost(settings.port(), faults, settings.latency());
  }

  public static Simulators start(SimulatorSettings settings, BusinessClock clock) {
    var simulators = new Simulators(settings, clock);
    simulators.host.serve(NetSuiteApi.ROOT, simulators.netSuiteApi);
    simulators.host.serve(TokenEndpoint.PATH, simulators.netSuiteTokens);
    simulators.host.serve(ShipBobApi.ROOT, simulators.shipBobApi);
    simulators.host.serveReliably("/books", () -> Reply.json(200, simulators.books().toString()));
    simulators.host.start();
    simulators.shipBob.start();
    return simulators;
  }

  public URI baseUrl() {
    return URI.create("http://localhost:" + host.port());
  }

  /** The account, for whoever sets up its catalogue. */
  public NetSuite netSuite() {
    return netSuite;
  }

  /** Where the logistics provider's messages go from now on. */
  public void webhookTarget(URI target) {
    webhooks.target(target);
  }

  /**
   * The ledgers of both systems, the faults they were made to have, and how often an effect
   * happened twice.
   */
  public JsonNode books() {
    var erp = netSuiteApi.books();
    var carrier = shipBobApi.books();
    var books = json.createObjectNode();
    books.put("seed", settings.seed());
    books
        .putObject("parameters")
        .put("latencyMillis", settings.latency().toMillis())
        .put("permits", settings.permits())
        .put("faultRate", settings.faultRate());
    books.putObject("faults").set("injected", json.valueToTree(faults.injected()));
    books
        .putObject("effects")
        .put("erpSalesOrders", erp.path("salesOrders").size())
        .put("shipments", carrier.path("shipments").size())
        .put("invoices", erp.path("invoices").size())
        .put("duplicates", Duplicates.in(erp, carrier));
    books.set("erp", erp);
    books.set("carrier", carrier);
    return books;
  }

  @Override
  public void close() {
    host.close();
    agenda.close();
    shipBob.close();
    netSuite.close();
  }
}
