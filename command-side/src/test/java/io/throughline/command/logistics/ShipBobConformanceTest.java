package io.throughline.command.logistics;

import io.throughline.command.Simulated;
import io.throughline.command.platform.http.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ShipBobConformanceTest extends CarrierConformance {

  @Override
  protected Carrier adapter(URI baseUrl, Duration timeout) {
    return LogisticsConfiguration.shipBob(
        new ShipBobProperties(
            baseUrl, Simulated.CARRIER_TOKEN, "1", List.of(), Map.of(), permits(), null, timeout),
        new Caller(permits(), timeout, Simulated.UNTRACED));
  }

  @Override
  protected int permits() {
    return 4;
  }

  @Override
  protected String traffic() {
    return "/2026-07/";
  }

  @Override
  protected Requests requests() {
    return new Requests(
        "POST /2026-07/order ",
        "bulkPlaceOnHold",
        "bulkReleaseHold",
        "/cancel",
        "POST /2026-07/return",
        "POST /2026-07/return/");
  }
}
