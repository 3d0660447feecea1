package io.throughline.command.fulfilment;

import static io.throughline.command.fulfilment.World.AT;
import static io.throughline.command.fulfilment.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.erp.Erp.SalesOrder;
import io.throughline.command.fulfilment.StepOutcome.Refused;
import io.throughline.command.fulfilment.StepOutcome.Unclear;
import io.throughline.command.logistics.ShipmentUpdate.Kind;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * For what a step is parked, whoever's answer it was, and what the ERP's books say that is amiss.
 */
class ParkingTest {
  private static final ShipmentId S1 = ShipmentId.of(ORDER, 1);
  private static final Step VALIDATE = new Step.ValidateOrder();

  private final World world = World.started();
  private final Parking parking =
      new Parking(
          new BusinessClock(Clock.fixed(AT, ZoneOffset.UTC), AT, AT, 1), Duration.ofHours(4));

  @Test
  void theMostImportantFindingIsTheCauseAndTheOthersStandBesideIt() {
    var parked =
        parking.refused(
            world.state(), VALIDATE, refused(Cause.CREDIT_LIMIT_EXCEEDED, Cause.PRODUCT_UNKNOWN));

    assertThat(parked.cause()).isEqualTo(Cause.PRODUCT_UNKNOWN);
    assertThat(parked.queue()).isEqualTo(Cause.PRODUCT_UNKNOWN.queue());
    assertThat(parked.findings()).hasSize(2);
    assertThat(parked.held()).isEqualTo(Money.of("35.00", "USD"));
  }

  @Test
  void aRefusalThatSaysLittleIsNamedByTheStepThatItStopped() {
    world.answer(VALIDATE).answer(new Step.CreateSalesOrder()).answer(new Step.CheckAllocation(1));
    world.pending().stream().filter(Step.RequestShipment.class::isInstance).forEach(world::answer);
    world.told(1, Kind.SHIPPED);
    var record = new Step.RecordItemFulfilment(S1);
    var invoice = new Step.CreateInvoice(S1);

    assertThat(causeOf(record, Cause.ERP_REFUSED)).isEqualTo(Cause.FULFILMENT_REFUSED);
    assertThat(causeOf(invoice, Cause.ERP_FIELD_REFUSED)).isEqualTo(Cause.INVOICE_REFUSED);
    assertThat(causeOf(invoice, Cause.PERIOD_CLOSED)).isEqualTo(Cause.PERIOD_CLOSED);
    assertThat(causeOf(VALIDATE, Cause.ERP_REFUSED)).isEqualTo(Cause.ERP_REFUSED);
  }

  private Cause causeOf(Step step, Cause cause) {
    return parking.refused(world.state(), step, refused(cause)).cause();
  }

  @Test
  void whatNeverGotThroughIsParkedForWhyItDidNot() {
    var state = world.state();
    var known = new Unclear(Dependency.ERP, "429", null, Cause.QUOTA_EXHAUSTED);
    var unknown = new Unclear(Dependency.CARRIER, "no answer", null, null);

    assertThat(parking.exhausted(state, VALIDATE, known).cause()).isEqualTo(Cause.QUOTA_EXHAUSTED);
    assertThat(parking.exhausted(state, VALIDATE, unknown).cause())
        .isEqualTo(Cause.CARRIER_UNAVAILABLE);
    for (var reason : CallHeld.Reason.values()) {
      var held = new CallHeld("netsuite", reason, Duration.ZERO);
      assertThat(parking.held(state, VALIDATE, held).cause())
          .isEqualTo(
              switch (reason) {
                case NO_PERMIT, PAUSED -> Cause.QUOTA_EXHAUSTED;
                case NOT_ANSWERING -> Cause.ERP_UNAVAILABLE;
                case MAINTENANCE, CLOSED -> Cause.ERP_MAINTENANCE;
              });
    }
  }

  @Test
  void whatTheErpHasLostOrSomebodyClosedThereIsForAPerson() {
    var state = world.answer(VALIDATE).answer(new Step.CreateSalesOrder()).state();

    assertThat(BooksAmiss.ofOrder(state, Optional.empty()).map(ParkingTest::cause))
        .contains(Cause.SALES_ORDER_MISSING);
    assertThat(
            BooksAmiss.ofOrder(state, Optional.of(booked("35.00", true))).map(ParkingTest::cause))
        .contains(Cause.ORDER_CLOSED_IN_ERP);
    assertThat(BooksAmiss.ofOrder(state, Optional.of(booked("35.00", false)))).isEmpty();
    assertThat(BooksAmiss.ofInvoice(S1, Optional.empty()).map(ParkingTest::cause))
        .contains(Cause.INVOICE_MISSING);
  }

  @Test
  void anAmountThatWasNotAgreedIsForAPersonAndRoundingIsNot() {
    var state = world.state();

    assertThat(BooksAmiss.ofAmount(state, booked("35.02", false))).isEmpty();
    assertThat(BooksAmiss.ofAmount(state, booked("35.03", false)))
        .hasValueSatisfying(
            it -> {
              assertThat(cause(it)).isEqualTo(Cause.AMOUNT_DIFFERS);
              assertThat(it.findings().getFirst().values())
                  .containsEntry("agreed", "35.00")
                  .containsEntry("booked", "35.03");
            });
  }

  private static SalesOrder booked(String net, boolean closed) {
    return new SalesOrder(
        "1042",
        "SO1042",
        Money.of(net, "USD"),
        Money.of("0.00", "USD"),
        List.of(),
        List.of(),
        closed);
  }

  private static Cause cause(Refused refused) {
    return refused.findings().getFirst().cause();
  }

  private static Refused refused(Cause... causes) {
    return new Refused(
        Dependency.ERP,
        List.of(causes).stream().map(it -> new Finding(it, null, "No.", Map.of())).toList(),
        "No.");
  }
}
