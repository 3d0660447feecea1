package io.throughline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ERP's and the provider's facts over HTTP, against the simulated systems. */
class SystemApiTest {
  private static RunningCommandSide running;

  @BeforeAll
  static void start() throws Exception {
    running = RunningCommandSide.start(0);
    running.listItems();
    running.simulators().netSuite().setCreditLimit("ACME", new BigDecimal("5000"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void factsComeWithTheirSourceAndAgeAndAreToldAsLastKnownWhileTheErpIsSilent() throws Exception {
    var product = running.getAs("sales", "/system/v1/erp/products/BOLT");
    assertThat(product.statusCode()).as(product.body()).isEqualTo(200);
    var body = running.parsed(product);
    assertThat(body.at("/value/name").asString()).isEqualTo("Bolt");
    assertThat(body.at("/value/listPrice").decimalValue()).isEqualByComparingTo("2.50");
    assertThat(body.path("source").asString()).isEqualTo("erp:netsuite");
    assertThat(body.path("asOf").asString()).isNotEmpty();
    assertThat(body.path("stale").asBoolean()).isFalse();
    assertThat(product.headers().firstValueAsLong("Age").orElseThrow()).isBetween(0L, 60L);
    assertThat(product.headers().firstValue("Cache-Control").orElse("")).contains("max-age");

    var tag = product.headers().firstValue("ETag").orElseThrow();
    var same = running.getAs("sales", "/system/v1/erp/products/BOLT", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);

    var stock = running.getAs("sales", "/system/v1/erp/products/BOLT/availability");
    assertThat(running.parsed(stock).at("/value/locations")).hasSize(2);
    assertThat(stock.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");

    assertThat(running.getAs("sales", "/system/v1/erp/products/NIL").statusCode()).isEqualTo(404);
    assertThat(running.getAs("sales", "/system/v1/erp/products/BOLT?account=b").statusCode())
        .isEqualTo(404);
    assertThat(running.getAs("sales", "/system/v1/carriers/shipbob/shipments/SO-1-S1").statusCode())
        .isEqualTo(404);
    assertThat(running.getAs("partner", "/system/v1/erp/customers/ACME/credit").statusCode())
        .isEqualTo(403);
    assertThat(running.get("/system/v1/erp/products/BOLT").statusCode()).isEqualTo(401);

    running.simulators().close();

    var last = running.getAs("sales", "/system/v1/erp/products/BOLT/availability");
    assertThat(last.statusCode()).as(last.body()).isEqualTo(200);
    assertThat(running.parsed(last).path("stale").asBoolean()).isTrue();
    assertThat(running.parsed(last).path("lastKnownAt").asString())
        .isEqualTo(running.parsed(stock).path("asOf").asString());
    var never = running.getAs("finance", "/system/v1/erp/customers/ACME/credit");
    assertThat(never.statusCode()).isEqualTo(503);
    assertThat(running.parsed(never).path("type").asString())
        .isEqualTo("urn:throughline:problem:no-answer");
    assertThat(running.parsed(never).path("detail").asString())
        .contains("netsuite does not answer", "nothing is known from before");
  }

  @Test
  void operatorsSeeEachAccountsBudget() throws Exception {
    running.getAs("sales", "/system/v1/erp/products/BOLT");

    var reply = running.getAs("operations", "/api/v1/operations/budgets");

    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    var accounts = running.parsed(reply);
    assertThat(accounts.at("/0/account").asString()).isEqualTo("netsuite");
    assertThat(accounts.at("/0/permits").asInt()).isEqualTo(15);
    assertThat(accounts.at("/0/leased").asInt()).isEqualTo(15);
    assertThat(accounts.at("/0/breaker").asString()).isEqualTo("closed");
    assertThat(accounts.at("/0/lanes/0/lane").asString()).isEqualTo("interactive");
    assertThat(accounts.at("/1/account").asString()).isEqualTo("shipbob");
    assertThat(running.getAs("sales", "/api/v1/operations/budgets").statusCode()).isEqualTo(403);
    assertThat(running.get("/actuator/prometheus").body())
        .contains("throughline_budget_leased{account=\"netsuite\"}")
        .contains("throughline_breaker_open{account=\"shipbob\"}");
  }
}
