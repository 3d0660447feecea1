package io.throughline.command.fulfilment;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.SaleEvent.PartialCancellationStarted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a cancellation when some goods have left: they are shipped, invoiced and paid as
 * usual, and the rest is a change of the order to what has left, which the ERP has to be told.
 * Pure.
 */
final class PartialCancellation {
  private PartialCancellation() {}

  /** Whether anything has not left yet. */
  static boolean isPossible(FulfilmentState state) {
    return state.terms().lines().stream().anyMatch(line -> staysOf(line, state) < line.quantity());
  }

  /**
   * Empty while it is not known what will have left: a shipment may be too late to stop.
   *
   * @param at business time (UTC)
   */
  static Optional<FulfilmentEvent> turn(FulfilmentState state, Instant at) {
    if (state.steps().pending(DueSteps::hasEffect).findAny().isPresent()
        || state
            .shipments()
            .active()
            .anyMatch(it -> !it.hasLeft() || !CountChanges.isDecided(it))) {
      return Optional.empty();
    }
    if (state.changes().isPending()) {
      return Optional.of(
          ChangeTurn.refused(state, "The rest of the order is being cancelled.", at));
    }
    return Optional.of(
        new PartialCancellationStarted(
            state.orderId(),
            state.customerId(),
            state.changes().count() + 1,
            left(state),
            state.cancellationReason(),
            at));
  }

  private static List<LineQuantity> left(FulfilmentState state) {
    return state.terms().lines().stream()
        .map(line -> new LineQuantity(line.lineId(), staysOf(line, state)))
        .filter(line -> line.quantity() > 0)
        .toList();
  }

  /** What has left of goods; of a subscription, all once something of it is invoiced. */
  private static int staysOf(OrderLine line, FulfilmentState state) {
    if (line.recurs()) {
      return state.stays(line.lineId()) ? line.quantity() : 0;
    }
    return state.shipments().left(line.lineId());
  }

  /** The change that leaves nothing but those units of a sale. */
  static OrderChange toWhatLeft(SaleTerms sale, List<LineQuantity> left) {
    var removed =
        sale.lines().stream()
            .map(OrderLine::lineId)
            .filter(line -> left.stream().noneMatch(it -> it.lineId().equals(line)))
            .toList();
    var kept =
        left.stream()
            .map(it -> sale.find(it.lineId()).orElseThrow().withQuantity(it.quantity()))
            .toList();
    return new OrderChange(null, null, List.of(), kept, removed);
  }
}
