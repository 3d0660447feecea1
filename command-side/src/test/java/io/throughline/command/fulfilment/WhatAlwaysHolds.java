package io.throughline.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.OrderLine;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCancelled;
import io.throughline.kernel.event.FulfilmentEvent.FulfilmentCompleted;
import io.throughline.kernel.event.FulfilmentEvent.InvoiceIssued;
import io.throughline.kernel.event.FulfilmentEvent.StepRequested;
import io.throughline.kernel.event.SubscriptionEvent.PeriodInvoiced;
import io.throughline.kernel.fulfilment.CountedLine;

/** What must hold at every moment, whatever came in whichever order. */
final class WhatAlwaysHolds {
  private WhatAlwaysHolds() {}

  static void in(World world) {
    var state = world.state();
    for (OrderLine line : state.terms().lines()) {
      var promised = state.shipments().active().mapToInt(it -> promised(it, line)).sum();
      assertThat(promised)
          .as("shipped at most what was ordered of line %s", line.lineId())
          .isLessThanOrEqualTo(line.quantity());
    }
    assertThat(world.ledger().breaches()).as("units and money add up").isEmpty();
    assertThat(world.all(InvoiceIssued.class))
        .as("one invoice a shipment")
        .extracting(InvoiceIssued::shipmentId)
        .doesNotHaveDuplicates();
    assertThat(world.all(PeriodInvoiced.class))
        .as("one invoice a period")
        .extracting(PeriodInvoiced::billId)
        .doesNotHaveDuplicates();
    assertThat(world.all(StepRequested.class))
        .as("a step is asked for once a round")
        .extracting(it -> it.stepId() + "#" + it.round())
        .doesNotHaveDuplicates();
    assertThat(
            world.all(FulfilmentCompleted.class).size()
                + world.all(FulfilmentCancelled.class).size())
        .as("it ends once")
        .isLessThanOrEqualTo(1);
    assertThat(
            state.hasEnded()
                || !world.pending().isEmpty()
                || !state.exceptions().open().isEmpty()
                || state.carriage().suspended()
                || state.hold().isHeld()
                || state.interventions().isPaused()
                || waitsForCarrier(state))
        .as("somebody owns it: a step is under way, a person is asked, or goods are on their way")
        .isTrue();
  }

  /** What is over is promised once the order was changed to it. */
  private static int promised(Shipment shipment, OrderLine line) {
    var count = shipment.count();
    return count != null && !count.isSettled()
        ? count.lines().stream()
            .filter(it -> line.lineId().equals(it.lineId()))
            .mapToInt(CountedLine::least)
            .sum()
        : shipment.quantityOf(line.lineId());
  }

  private static boolean waitsForCarrier(FulfilmentState state) {
    return state.shipments().active().anyMatch(it -> !it.isDelivered());
  }
}
