package io.throughline.simulators;

import io.throughline.kernel.BusinessClock;
import io.throughline.simulators.depot.Depot;
import io.throughline.simulators.depot.DepotBooks;
import io.throughline.simulators.depot.Webhooks;
import io.throughline.simulators.shipbob.ShipBobApi;
import io.throughline.simulators.shipbob.ShipBobWire;
import io.throughline.simulators.shiphero.ShipHeroApi;
import io.throughline.simulators.shiphero.ShipHeroTokens;
import io.throughline.simulators.shiphero.ShipHeroWire;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/** Both logistics providers: each with a depot of its own, and its own way to speak of it. */
final class Carriers implements AutoCloseable {
  static final String SHIPBOB = "shipbob";
  static final String SHIPHERO = "shiphero";

  private final Webhooks shipBobWebhooks;
  private final Depot shipBob;
  private final ShipBobApi shipBobApi;
  private final Webhooks shipHeroWebhooks;
  private final Depot shipHero;
  private final ShipHeroTokens shipHeroTokens;
  private final ShipHeroApi shipHeroApi;

  Carriers(SimulatorSettings settings, BusinessClock clock, Agenda agenda, Faults faults) {
    var accounts = settings.carriers();
    var shipBobWire = new ShipBobWire(accounts.shipBobSecret());
    this.shipBobWebhooks = new Webhooks(shipBobWire, faults);
    this.shipBob =
        new Depot(
            settings.journals().resolve("shipbob.ndjson"),
            clock,
            agenda,
            shipBobWebhooks,
            shipBobWire,
            false);
    this.shipBobApi = new ShipBobApi(shipBob, accounts.shipBobToken(), clock);
    var shipHeroWire = new ShipHeroWire(accounts.shipHeroSecret());
    this.shipHeroWebhooks = new Webhooks(shipHeroWire, faults);
    this.shipHero =
        new Depot(
            settings.journals().resolve("shiphero.ndjson"),
            clock,
            agenda,
            shipHeroWebhooks,
            shipHeroWire,
            true);
    this.shipHeroTokens = new ShipHeroTokens(accounts.shipHeroRefreshToken());
    this.shipHeroApi = new ShipHeroApi(shipHero, shipHeroTokens, clock);
  }

  void start() {
    shipBob.start();
    shipHero.start();
  }

  ShipBobApi shipBobApi() {
    return shipBobApi;
  }

  ShipHeroApi shipHeroApi() {
    return shipHeroApi;
  }

  ShipHeroTokens shipHeroTokens() {
    return shipHeroTokens;
  }

  void webhookTarget(String provider, URI target) {
    switch (provider) {
      case SHIPBOB -> shipBobWebhooks.target(target);
      case SHIPHERO -> shipHeroWebhooks.target(target);
      default ->
          throw new IllegalArgumentException("No simulated provider is called " + provider + ".");
    }
  }

  void runOut(String location, String product) {
    shipBob.runOut(location, product);
    shipHero.runOut(location, product);
  }

  /** Whoever gets the shipment packs so. */
  void mispack(String reference, String product, int units) {
    shipBob.mispack(reference, product, units);
    shipHero.mispack(reference, product, units);
  }

  /** Whoever gets the shipment sends so many units of it later, in a second parcel. */
  void split(String reference, String product, int units) {
    shipBob.split(reference, product, units);
    shipHero.split(reference, product, units);
  }

  JsonNode books() {
    return new DepotBooks().with(SHIPBOB, shipBob.books()).with(SHIPHERO, shipHero.books()).done();
  }

  @Override
  public void close() {
    shipBob.close();
    shipHero.close();
  }
}
