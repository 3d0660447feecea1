package io.throughline.command.logistics;

import io.throughline.command.Simulated;
import io.throughline.command.platform.http.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ShipHeroConformanceTest extends CarrierConformance {

  @Override
  protected Carrier adapter(URI baseUrl, Duration timeout) {
    return LogisticsConfiguration.shipHero(
        new ShipHeroProperties(
            baseUrl,
            Simulated.REFRESH_TOKEN,
            "throughline",
            List.of(),
            Map.of(),
            permits(),
            timeout),
        new Caller(permits(), timeout, Simulated.UNTRACED),
        Clock.systemUTC());
  }

  @Override
  protected int permits() {
    return 4;
  }

  @Override
  protected String traffic() {
    return "/graphql";
  }

  @Override
  protected boolean forgetTokens() {
    simulators.forgetCarrierTokens();
    return true;
  }

  @Override
  protected Requests requests() {
    return new Requests(
        "order_create",
        "order_update_holds",
        "order_update_holds",
        "order_cancel",
        "return_create");
  }
}
