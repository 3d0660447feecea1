package io.throughline.local.chaos;

import io.throughline.kernel.BusinessClock;
import io.throughline.local.ErpMasterData;
import io.throughline.local.LocalCredentials;
import io.throughline.local.LocalSettings;
import io.throughline.local.MongoProcess;
import io.throughline.local.Outside;
import io.throughline.local.input.Input;
import io.throughline.simulators.SimulatorSettings;
import io.throughline.simulators.Simulators;
import io.throughline.simulators.netsuite.NetSuite;
import io.throughline.simulators.salesforce.Org;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The ERP, the logistics provider and the views' store, out of reach of whatever befalls the run.
 */
final class World implements AutoCloseable {
  private static final int ANY_PORT = 0;

  /** For each order's views and for none of them, in MiB; 20,000 orders found room in it. */
  private static final double STORE_MB_AN_ORDER = 0.25;

  private static final int STORE_MB = 256;

  private final Simulators simulators;
  private final MongoProcess store;
  private final Outside outside;

  private World(Simulators simulators, MongoProcess store, Outside outside) {
    this.simulators = simulators;
    this.store = store;
    this.outside = outside;
  }

  static World start(ChaosTerms terms, Path journals, int storePort) throws InterruptedException {
    var credentials = LocalCredentials.make();
    var now = Instant.now();
    var clock = new BusinessClock(Clock.systemUTC(), now, now, terms.clockRate());
    var simulators =
        Simulators.start(
            new SimulatorSettings(
                ANY_PORT,
                journals,
                terms.seed(),
                terms.faults(),
                terms.latency(),
                terms.permits(),
                List.of(
                    new SimulatorSettings.ErpClient(
                        LocalCredentials.ERP_CLIENT,
                        LocalCredentials.ERP_CERTIFICATE,
                        credentials.erpPublicKey())),
                credentials.carriers(),
                LocalSettings.RESTOCK_LEAD,
                LocalSettings.PAYMENT_DELAY,
                credentials.org()),
            clock);
    var store =
        MongoProcess.start(storePort, STORE_MB + (int) (terms.orders() * STORE_MB_AN_ORDER));
    return new World(
        simulators,
        store,
        new Outside(
            simulators.baseUrl(),
            simulators.salesforce().pubSub(),
            URI.create(store.uri()),
            credentials,
            terms.permits(),
            now,
            now));
  }

  /** How a run finds it. */
  Outside outside() {
    return outside;
  }

  URI address() {
    return outside.simulators();
  }

  NetSuite erp() {
    return simulators.netSuite();
  }

  Org org() {
    return simulators.salesforce().org();
  }

  void enter(Input input) {
    ErpMasterData.enter(input, simulators.netSuite());
  }

  /**
   * From now on the logistics providers' messages go there, whether anybody listens or not.
   *
   * @param webhooks by provider
   */
  void tell(Map<String, URI> webhooks) {
    webhooks.forEach(simulators::webhookTarget);
  }

  @Override
  public void close() {
    simulators.close();
    store.close();
  }
}
