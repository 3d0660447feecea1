package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Money;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

/** The demo as the tests run it: few orders, fast days, faults, and what must come of it. */
final class SmallDemo {
  static final int ORDERS = 12;

  private SmallDemo() {}

  static LocalSettings settings(Path data) {
    return new LocalSettings(data, false, 86_400, 1, 0.1, Ports.free());
  }

  static DemoReport work(LocalRun run) throws Exception {
    return work(run, new Quiet());
  }

  static DemoReport work(LocalRun run, DemoListener listener) throws Exception {
    return Demo.work(run, OwnOrders.of(ORDERS, 1), listener).report();
  }

  static void assertIsRight(DemoReport report) {
    var input = OwnOrders.of(ORDERS, 1);
    var all = Money.zero(Catalogue.USD);
    var through = Money.zero(Catalogue.USD);
    for (var i = 0; i < ORDERS; i++) {
      var net = input.orders().get(i).terms().goodsNet();
      all = all.plus(net);
      through = i < OwnOrders.PARKED ? through : through.plus(net);
    }
    assertThat(report.orders().submitted()).isEqualTo(ORDERS);
    assertThat(report.orders().byState())
        .isEqualTo(Map.of("COMPLETED", ORDERS - 5, "SUBSCRIBED", 2, "PARKED", 3));
    assertThat(report.subscriptions().lines()).isEqualTo(2);
    assertThat(report.subscriptions().invoices()).isGreaterThanOrEqualTo(2);
    assertThat(report.subscriptions().invoiced()).isGreaterThanOrEqualTo(new BigDecimal("552"));
    assertThat(report.subscriptions().paid()).isGreaterThanOrEqualTo(new BigDecimal("552"));
    assertThat(report.subscriptions().credited()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(report.exceptions().byCause())
        .isEqualTo(
            Map.of("PRODUCT_DISCONTINUED", 1, "CREDIT_LIMIT_EXCEEDED", 1, "TAX_REGION_UNKNOWN", 1));
    assertThat(report.exceptions().orders()).containsExactly("D1-0001", "D1-0002", "D1-0003");
    assertThat(report.money().ordered()).isEqualByComparingTo(all.amount());
    assertThat(report.money().invoiced()).isEqualByComparingTo(through.amount());
    assertThat(report.money().paid()).isEqualByComparingTo(through.amount());
    assertThat(report.money().cancelled()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(report.effects().erpSalesOrders()).isEqualTo(ORDERS - 3);
    assertThat(report.effects().shipments())
        .isEqualTo(report.effects().invoices())
        .isGreaterThanOrEqualTo(ORDERS - 3);
    assertThat(report.effects().duplicates()).isZero();
    assertThat(report.events().published()).isEqualTo(report.events().stored()).isPositive();
    assertThat(report.events().projected()).isEqualTo(report.events().stored());
    assertThat(report.latencyMs().submitToAccepted().p50()).isPositive();
  }
}
