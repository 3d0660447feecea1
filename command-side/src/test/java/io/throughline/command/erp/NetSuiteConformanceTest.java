package io.throughline.command.erp;

import io.throughline.command.Simulated;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

class NetSuiteConformanceTest extends ErpConformance {

  @Override
  protected Erp adapter(URI baseUrl, Duration timeout) {
    return NetSuiteErpTest.erp(baseUrl, timeout, Simulated.privateKey());
  }

  @Override
  protected int permits() {
    return 15;
  }

  @Override
  protected String traffic() {
    return "/services/rest/";
  }

  @Override
  protected boolean forgetTokens() {
    simulators.forgetErpTokens();
    return true;
  }

  @Override
  protected void list(String item, boolean discontinued) {
    simulators
        .netSuite()
        .listItem(
            item,
            item,
            new BigDecimal("2.50"),
            discontinued,
            new LinkedHashMap<>(Map.of("EAST", 100)),
            20);
  }

  @Override
  protected Requests requests() {
    return new Requests(
        "PUT /services/rest/record/v1/customer",
        "PUT /services/rest/record/v1/salesOrder",
        "!transform/itemFulfillment",
        "!transform/invoice",
        "PUT /services/rest/record/v1/invoice",
        "PUT /services/rest/record/v1/creditMemo",
        "PATCH /services/rest/record/v1/creditMemo",
        "PATCH /services/rest/record/v1/salesOrder",
        "!transform/returnAuthorization",
        "!transform/itemReceipt",
        "!transform/creditMemo",
        "PUT /services/rest/record/v1/customerRefund",
        "PATCH /services/rest/record/v1/returnAuthorization",
        "PATCH /services/rest/record/v1/salesOrder",
        "!transform/depositApplication",
        "PUT /services/rest/record/v1/customerRefund");
  }

  @Override
  protected void payDeposit(OrderId order) {
    simulators.netSuite().deposits().pay(order.value());
  }

  @Override
  protected void pay(ShipmentId shipment) {
    simulators.netSuite().payRest(shipment.value());
  }
}
