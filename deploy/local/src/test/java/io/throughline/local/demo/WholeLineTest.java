package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.Money;
import io.throughline.kernel.Role;
import io.throughline.local.Dashboards;
import io.throughline.local.Fork;
import io.throughline.local.LocalRun;
import io.throughline.local.LocalSettings;
import io.throughline.local.Ports;
import io.throughline.local.demo.Submission.Refusal;
import io.throughline.local.replay.Replays;
import io.throughline.local.replay.ReplaysOfARun;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real servers, both applications and the simulators, from the first request to the last
 * payment.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class WholeLineTest {
  private static final int ORDERS = 12;

  @TempDir Path data;

  @Test
  void ordersTravelFromTheRequestToThePaymentAndThreeAreParkedEachForItsOwnCause()
      throws Exception {
    try (var run = LocalRun.start(settings(data))) {
      assertIsRight(Demo.work(run, OwnOrders.of(ORDERS, 1), new Quiet()).report());
      assertViewsFoldedAnewAreTheLiveOnes(run);
      Dashboards.areFed(run);
      ReplaysOfARun.areSwitchedByTwoPeopleRolledBackAndBegunByThemselves(run, data);
    }
  }

  private static void assertViewsFoldedAnewAreTheLiveOnes(LocalRun run) throws Exception {
    var replays = new Replays(run.addresses().query(), () -> run.token(Role.OPERATIONS));
    for (var slice : List.of("orderdetails", "orderlist", "customerprofile", "exceptions")) {
      var ended = replays.await(replays.begin(slice, null), _ -> {});

      assertThat(ended.isLive()).as("%s", ended).isTrue();
      var difference = ended.difference();
      assertThat(difference.live()).as(slice).isPositive().isEqualTo(difference.rebuilt());
      assertThat(difference.rebuiltHash()).as(slice).isEqualTo(difference.liveHash());
    }
  }

  @Test
  void aRunThatWasKilledInTheMiddleComesToTheSameEndWithoutDoubles() throws Exception {
    var killed = Fork.start(WorksAndIsKilled.class, data.toString());
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> !killed.isAlive() || data.resolve("half-way").toFile().exists());
      assertThat(killed.isAlive()).as("it is still at work when it is killed").isTrue();
    } finally {
      killed.destroyForcibly().waitFor();
    }
    try (var run = LocalRun.start(settings(data))) {
      assertIsRight(Demo.work(run, OwnOrders.of(ORDERS, 1), new Quiet()).report());
    }
  }

  private static LocalSettings settings(Path data) {
    return new LocalSettings(data, false, 86_400, 1, 0.1, Ports.free());
  }

  private static void assertIsRight(DemoReport report) {
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

  private static class Quiet implements DemoListener {
    @Override
    public void begins(String part) {}

    @Override
    public void progresses(DemoProgress progress) {}

    @Override
    public void refused(Refusal refusal) {
      throw new AssertionError("refused: " + refusal);
    }
  }

  /**
   * Started as a process of its own; says when orders are under way, and works on until it is
   * killed.
   */
  static final class WorksAndIsKilled {
    public static void main(String[] arguments) throws Exception {
      var data = Path.of(arguments[0]);
      var run = LocalRun.start(settings(data));
      Demo.work(
          run,
          OwnOrders.of(ORDERS, 1),
          new Quiet() {
            @Override
            public void progresses(DemoProgress progress) {
              if (progress.submitted() == ORDERS && !progress.isDone()) {
                data.resolve("half-way").toFile().mkdir();
              }
            }
          });
    }
  }
}
