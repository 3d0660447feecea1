package io.throughline.simulators;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.netsuite.NetSuite;
import io.throughline.simulators.netsuite.NetSuiteApi;
import io.throughline.simulators.netsuite.TokenEndpoint;
import io.throughline.simulators.salesforce.OrgApi;
import io.throughline.simulators.salesforce.OrgTokens;
import io.throughline.simulators.salesforce.Salesforce;
import io.throughline.simulators.shipbob.ShipBobApi;
import io.throughline.simulators.shiphero.ShipHeroApi;
import io.throughline.simulators.shiphero.ShipHeroTokens;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated ERP and logistics providers, running. {@code GET /books} tells what really
 * happened.
 */
public final class Simulators implements AutoCloseable {
  private final JsonMapper json = JsonMapper.builder().build();
  private final SimulatorSettings settings;
  private final BusinessClock clock;
  private final Faults faults;
  private final Refusals refusals = new Refusals();
  private final Agenda agenda;
  private final NetSuite netSuite;
  private final NetSuiteApi netSuiteApi;
  private final TokenEndpoint netSuiteTokens;
  private final Carriers carriers;
  private final Optional<Salesforce> salesforce;
  private final HttpHost host;

  private Simulators(SimulatorSettings settings, BusinessClock clock) {
    this.settings = settings;
    this.clock = clock;
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
    this.carriers = new Carriers(settings, clock, agenda, faults);
    this.salesforce =
        Optional.ofNullable(settings.org())
            .map(
                org ->
                    new Salesforce(
                        org, settings.journals().resolve("salesforce.ndjson"), faults, 0));
    this.host = new HttpHost(settings.port(), faults, refusals, settings.latency());
  }

  public static Simulators start(SimulatorSettings settings, BusinessClock clock) {
    var simulators = new Simulators(settings, clock);
    simulators.host.serve(NetSuiteApi.ROOT, simulators.netSuiteApi);
    simulators.host.serve(TokenEndpoint.PATH, simulators.netSuiteTokens);
    simulators.host.serve(ShipBobApi.ROOT, simulators.carriers.shipBobApi());
    simulators.host.serve(ShipHeroApi.PATH, simulators.carriers.shipHeroApi());
    simulators.host.serve(ShipHeroTokens.PATH, simulators.carriers.shipHeroTokens());
    simulators.salesforce.ifPresent(
        it -> {
          simulators.host.serve(OrgApi.ROOT, it.api());
          simulators.host.serve(OrgTokens.PATH, it.tokens());
        });
    simulators.host.serveReliably("/books", () -> Reply.json(200, simulators.books().toString()));
    simulators.host.start();
    simulators.carriers.start();
    return simulators;
  }

  public URI baseUrl() {
    return URI.create("http://localhost:" + host.port());
  }

  /** The account, for whoever sets up its catalogue. */
  public NetSuite netSuite() {
    return netSuite;
  }

  /**
   * The Salesforce org.
   *
   * @throws IllegalStateException if there is none
   */
  public Salesforce salesforce() {
    return salesforce.orElseThrow(() -> new IllegalStateException("No org is simulated."));
  }

  /**
   * Where a logistics provider's messages go from now on.
   *
   * @param provider {@code shipbob} or {@code shiphero}
   */
  public void webhookTarget(String provider, URI target) {
    carriers.webhookTarget(provider, target);
  }

  /**
   * Takes a system down, which then answers 503 to everything, or brings it up again.
   *
   * @param path as its traffic is named in the books
   */
  public void down(String path, boolean isDown) {
    host.down(path, isDown);
  }

  /**
   * A system is maintained from now on: it does nothing, and says until when with {@code
   * Retry-After}.
   *
   * @param path as its traffic is named in the books
   * @param until business time (UTC); one that has passed ends it
   */
  public void maintain(String path, Instant until) {
    host.maintained(path, clock.wallTimeOf(until));
  }

  /** No token that the ERP granted is good any more. */
  public void forgetErpTokens() {
    netSuiteTokens.forgetAll();
  }

  /** Requests that the ERP was asked to carry out as jobs wait from now on, or go on. */
  public void holdErpJobs(boolean isHeld) {
    netSuiteApi.holdJobs(isHeld);
  }

  /** How many requests the ERP was asked to carry out as jobs. */
  public int erpJobs() {
    return netSuiteApi.jobs();
  }

  /** A location has nothing of a product any more, whatever the ERP's books say. */
  public void runOut(String location, String product) {
    carriers.runOut(location, product);
  }

  /** So many units of a product leave in a provider's shipment, whatever it asks for. */
  public void mispack(String shipment, String product, int units) {
    carriers.mispack(shipment, product, units);
  }

  /** So many units of a product leave in a second parcel, hours after the rest of a shipment. */
  public void split(String shipment, String product, int units) {
    carriers.split(shipment, product, units);
  }

  /** No bearer token that ShipHero granted is good any more. */
  public void forgetCarrierTokens() {
    carriers.shipHeroTokens().forgetAll();
  }

  /**
   * Makes the next call go wrong that this is a part of.
   *
   * @param call a part of method and path: {@code "PUT /services/rest/record/v1/customer"}
   */
  public void failNext(String call, Fault fault) {
    faults.plan(call, fault);
  }

  /**
   * Calls are answered so, instead of being carried out, until {@link #relent}.
   *
   * @param call a part of method and path: {@code "PUT /services/rest/record/v1/salesOrder/eid:1"}
   * @param about a part of the body; empty: whatever it says
   */
  public void refuse(String call, String about, Reply reply) {
    refusals.refuse(call, about, reply);
  }

  /** Nothing is refused any more that need not be. */
  public void relent() {
    refusals.relent();
  }

  /** Calls that were refused by these words are carried out again. */
  public void relent(String call) {
    refusals.relent(call);
  }

  /**
   * The ledgers of all systems, the calls they had, the faults they were made to have, and how
   * often an effect happened twice.
   */
  public JsonNode books() {
    var erp = netSuiteApi.books();
    var carrier = carriers.books();
    var books = json.createObjectNode();
    books.put("seed", settings.seed());
    books
        .putObject("parameters")
        .put("latencyMillis", settings.latency().toMillis())
        .put("permits", settings.permits())
        .put("faultRate", settings.faultRate());
    books.set("traffic", json.valueToTree(host.traffic()));
    books.putObject("faults").set("injected", json.valueToTree(faults.injected()));
    books
        .putObject("effects")
        .put("erpSalesOrders", erp.path("salesOrders").size())
        .put("shipments", carrier.path("shipments").size())
        .put("invoices", erp.path("invoices").size())
        .put("creditMemos", erp.path("creditMemos").size())
        .put("refunds", erp.path("refunds").size())
        .put("duplicates", Duplicates.in(erp, carrier));
    books.set("erp", erp);
    books.set("carrier", carrier);
    salesforce.ifPresent(it -> books.set("salesforce", it.books()));
    return books;
  }

  @Override
  public void close() {
    host.close();
    salesforce.ifPresent(Salesforce::close);
    agenda.close();
    carriers.close();
    netSuiteApi.close();
    netSuite.close();
  }
}
