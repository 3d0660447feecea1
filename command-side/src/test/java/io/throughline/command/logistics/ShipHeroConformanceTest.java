package io.throughline.command.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.Simulated;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.http.Caller;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.simulators.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        "return_create",
        "return_cancel");
  }

  @Test
  void eachRefusalHasACauseOfItsOwn() {
    var expected =
        Map.of(
            "shipping_address", Cause.ADDRESS_REJECTED,
            "line_items", Cause.CARRIER_PRODUCT_UNKNOWN,
            "shipping_lines", Cause.SHIPPING_METHOD_REFUSED,
            "warehouse_id", Cause.WAREHOUSE_UNKNOWN,
            "permission", Cause.PERMISSION_MISSING,
            "anything", Cause.CARRIER_REFUSED);
    var shipment = consignment(ShipmentId.of(new OrderId("SO-7"), 1), "1 Mill Lane", "NL");
    var found = new HashMap<String, Cause>();
    for (var field : expected.keySet()) {
      simulators.refuse(
          "POST /graphql",
          "order_create",
          Reply.json(
              200, "{\"errors\":[{\"message\":\"No.\",\"code\":3,\"field\":\"" + field + "\"}]}"));
      if (port.requestShipment(shipment) instanceof Answer.Refused<String> refused) {
        found.put(field, refused.findings().getFirst().cause());
      }
      simulators.relent();
    }

    assertThat(found).isEqualTo(expected);
  }
}
