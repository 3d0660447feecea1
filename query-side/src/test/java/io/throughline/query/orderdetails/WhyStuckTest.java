package io.throughline.query.orderdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.OperatorEvent.OrderPaused;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ShipmentId;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.query.History;
import io.throughline.query.maintenance.MaintenanceWindow;
import io.throughline.query.platform.NamedValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyStuckTest {
  private final History history = History.of("SO-1", "ACME");

  @ParameterizedTest
  @EnumSource
  void eachCauseIsSomebodysMoveWithWhatWasFoundAndWhatMendsIt(Cause cause) {
    var why = WhyStuck.of(fold(history.submitted(), history.parked(1, cause)));

    assertThat(why.whoseMove()).isEqualTo(cause.queue().name());
    assertThat(why.answer()).isEqualTo("Bolt (BOLT) is discontinued.");
    assertThat(why.because()).isEqualTo(Because.PARKED);
    assertThat(why.exceptions())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.cause()).isEqualTo(cause);
              assertThat(it.due()).isEqualTo(it.since().plus(cause.due()));
              assertThat(it.answer()).isEqualTo("no");
              assertThat(it.findings().getFirst().values()).isEqualTo(Map.of("productId", "BOLT"));
              assertThat(it.remedies())
                  .isNotEmpty()
                  .allSatisfy(remedy -> assertThat(remedy.roles()).isNotEmpty());
            });
  }

  @ParameterizedTest
  @EnumSource
  void onceItIsMendedItIsNobodysMoveOfOurs(Cause cause) {
    var mended = history.mended(1, cause.remedies().getFirst());

    var why = WhyStuck.of(fold(history.submitted(), history.parked(1, cause), mended));

    assertThat(why.exceptions()).isEmpty();
    assertThat(why.whoseMove()).isEqualTo("THROUGHLINE");
  }

  @Test
  void aPausedOrderIsTheOperatorsMove() {
    var order = new OrderId("SO-1");
    var paused = new OrderPaused(order, new CustomerId("ACME"), "Moved.", "user-7", History.AT);

    var why = WhyStuck.of(fold(history.submitted(), paused));

    assertThat(why.whoseMove()).isEqualTo("OPERATIONS");
    assertThat(why.answer()).contains("Moved.");
    assertThat(why.because()).isEqualTo(Because.PAUSED);
    assertThat(why.values()).containsExactly(new NamedValue("reason", "Moved."));
  }

  @Test
  void whatWaitsForASystemInMaintenanceSaysUntilWhen() {
    var order = fold(history.submitted(), history.requested(new Step.ValidateOrder()));
    var until = Instant.parse("2026-12-06T02:00:00Z");

    var why = WhyStuck.of(order);
    var erp = window("netsuite", "ERP", until);
    var kept = Maintained.keeping(order, why.whoseMove(), List.of(erp)).orElseThrow();

    assertThat(why.waitsForAnotherSystem()).isTrue();
    assertThat(why.during(kept).answer())
        .contains("Maintenance of netsuite until 2026-12-06T02:00:00Z");
    assertThat(why.during(kept).maintenanceUntil()).isEqualTo(until);
    assertThat(why.during(kept).because()).isEqualTo(Because.VALIDATE_ORDER);
    assertThat(why.during(kept).values()).containsExactly(new NamedValue("account", "netsuite"));
    assertThat(why.maintenanceUntil()).isNull();
    assertThat(
            Maintained.keeping(
                order, why.whoseMove(), List.of(window("shipbob", "CARRIER", until))))
        .isEmpty();
  }

  @Test
  void onlyWhatTheErpSaysIsBackOrderedWaitsForStock() {
    var firstLook = history.requested(new Step.CheckAllocation(1));
    var secondLook = history.requested(new Step.CheckAllocation(2));
    var accepted = List.of(history.submitted(), history.validated(), history.accepted(), firstLook);

    assertThat(WhyStuck.of(fold(accepted)).answer())
        .isEqualTo("It waits for the ERP to say which goods it has set aside.");
    assertThat(WhyStuck.of(fold(accepted, history.allocated(4), secondLook)).answer())
        .contains("back-ordered");
  }

  /** So that a sentence can be made of it in any language. */
  @Test
  void whatIsUnderWayIsACodeWithWhatItNames() {
    var shipment = new ShipmentId("SO-1-S1");
    var why =
        WhyStuck.of(fold(history.submitted(), history.requested(new Step.CheckPayment(shipment))));

    assertThat(why.because()).isEqualTo(Because.CHECK_PAYMENT);
    assertThat(why.values()).containsExactly(new NamedValue("shipmentId", "SO-1-S1"));
    assertThat(why.answer())
        .isEqualTo("It waits for the customer to pay the invoice of shipment SO-1-S1.");
    assertThat(why.whoseMove()).isEqualTo("CUSTOMER");
  }

  @Test
  void anOrderWaitsForItsOwnAccountOnly() {
    var order = fold(history.submitted(), history.validated());
    var until = Instant.parse("2026-12-06T02:00:00Z");

    assertThat(Maintained.keeping(order, "ERP", List.of(window("other", "ERP", until)))).isEmpty();
    assertThat(
            Maintained.keeping(
                order, "ERP", List.of(window(Objects.requireNonNull(order.erp()), "ERP", until))))
        .isPresent();
  }

  private static MaintenanceWindow window(String account, String kind, Instant until) {
    return new MaintenanceWindow(
        account, kind, "ANNOUNCED", History.AT, until, true, "W-1", "Release 2026.2");
  }

  private static OrderDetails fold(List<Event> before, Event... events) {
    return fold(Stream.concat(before.stream(), Stream.of(events)).toArray(Event[]::new));
  }

  private static OrderDetails fold(Event... events) {
    var projection = new OrderDetailsProjection();
    @Nullable OrderDetails view = null;
    for (var event : List.of(events)) {
      view = projection.evolve(view, event);
    }
    return Objects.requireNonNull(view);
  }
}
