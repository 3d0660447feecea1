package io.throughline.command.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.command.salesforce.OrderStatus.State;
import io.throughline.command.salesforce.OrderStatus.Way;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.FulfilmentEvent.CancellationStarted;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentDelivered;
import io.throughline.kernel.event.FulfilmentEvent.ShipmentShipped;
import io.throughline.kernel.event.OrderEvent.OrderCancelled;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import io.throughline.kernel.fulfilment.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
  private static final OrderId ORDER = new OrderId("SF-1");
  private static final CustomerId CUSTOMER = new CustomerId("ACME");
  private static final Instant AT = Instant.parse("2026-03-31T08:00:00Z");
  private static final ShipmentId ONE = new ShipmentId("SF-1-S1");
  private static final ShipmentId TWO = new ShipmentId("SF-1-S2");

  private static OrderStatus accepted() {
    return new OrderStatus(
        ORDER,
        State.ACCEPTED,
        "accepted",
        AT,
        "SO-1",
        false,
        Map.of(),
        Map.of(ONE.value(), Way.REQUESTED, TWO.value(), Way.REQUESTED));
  }

  private static OrderStatus after(OrderStatus status, Event... events) {
    for (var event : events) {
      status = status.after(event);
    }
    return status;
  }

  private static Event shipped(ShipmentId shipment) {
    return new ShipmentShipped(ORDER, CUSTOMER, shipment, null, null, List.of(), AT);
  }

  private static Event delivered(ShipmentId shipment) {
    return new ShipmentDelivered(ORDER, CUSTOMER, shipment, AT);
  }

  @Test
  void shipmentsCountWhateverOrderTheirMilestonesComeIn() {
    assertThat(after(accepted(), shipped(ONE)).state()).isEqualTo(State.PARTLY_SHIPPED);
    assertThat(after(accepted(), shipped(ONE), shipped(TWO)).state()).isEqualTo(State.SHIPPED);
    assertThat(after(accepted(), delivered(TWO), shipped(TWO), delivered(ONE)).state())
        .isEqualTo(State.DELIVERED);
  }

  @Test
  void whatHoldsAnOrderUpIsShownBeforeHowFarItIs() {
    var held = after(accepted(), shipped(ONE), new OrderHeld(ORDER, CUSTOMER, "away", "u1", AT));

    assertThat(held.state()).isEqualTo(State.HELD);
    assertThat(after(held, new OrderReleased(ORDER, CUSTOMER, "back", "u1", AT)).state())
        .isEqualTo(State.PARTLY_SHIPPED);
  }

  @Test
  void nothingOfAReasonLeavesForTheOrg() {
    var cancelling = new CancellationStarted(ORDER, CUSTOMER, "Jo Doe changed her mind", AT);
    var cancelled = new OrderCancelled(ORDER, CUSTOMER, "Jo Doe changed her mind", AT);

    assertThat(after(accepted(), cancelling).state()).isEqualTo(State.CANCELLING);
    assertThat(OrderStatusRecord.of(after(accepted(), cancelling, cancelled), 7).toString())
        .contains("CANCELLED")
        .doesNotContain("Doe");
  }

  @Test
  void theEndIsTheEnd() {
    var completed = after(accepted(), new FulfilmentCompleted(ORDER, CUSTOMER, List.of(), AT));

    assertThat(completed.state()).isEqualTo(State.COMPLETED);
    assertThat(completed.after(new FulfilmentCompleted(ORDER, CUSTOMER, List.of(), AT)))
        .isSameAs(completed);
  }
}
