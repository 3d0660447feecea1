package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.HoldFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ResumeShipping;
import io.throughline.command.fulfilment.FulfilmentCommand.SuspendShipping;
import io.throughline.command.order.SaleChecks;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.SaleEvent.OrderChangeStarted;
import io.throughline.kernel.event.SaleEvent.OrderHeld;
import io.throughline.kernel.event.SaleEvent.OrderReleased;
import java.util.ArrayList;
import java.util.List;

/** What people who sell may make of an order on its way. Pure. */
final class SaleDecisions {
  private SaleDecisions() {}

  /**
   * @throws RuntimeException one of the package's named refusals
   * @throws IllegalArgumentException if no sale can be as it would be then
   */
  static List<FulfilmentEvent> changed(FulfilmentState state, ChangeFulfilment command) {
    var change = command.change();
    var sale = state.terms().sale();
    if (change.equals(state.changes().pending()) || change.applyTo(sale).equals(sale)) {
      return List.of(); // a retry, or nothing at all
    }
    refuseIfEnding(state);
    if (state.changes().isPending()) {
      throw new ChangeUnderWay(state.orderId());
    }
    SaleChecks.check(change.applyTo(sale));
    for (var line : change.touchedOf(sale)) {
      if (state.shipments().left(line) > 0) {
        throw new LineAlreadyShipped(state.orderId(), line);
      }
      if (state.subscriptions().find(line).isPresent()) {
        throw SubscriptionNotChangeable.running(state.orderId(), line);
      }
    }
    return List.of(
        new OrderChangeStarted(
            state.orderId(),
            state.customerId(),
            state.changes().count() + 1,
            change,
            command.actor(),
            command.at()));
  }

  static List<FulfilmentEvent> held(FulfilmentState state, HoldFulfilment command) {
    if (state.hold().isHeld()) {
      return List.of(); // a retry, not an error
    }
    refuseIfEnding(state);
    var events = new ArrayList<FulfilmentEvent>();
    events.add(
        new OrderHeld(
            state.orderId(), state.customerId(), command.reason(), command.actor(), command.at()));
    var keepBack = new SuspendShipping(state.orderId(), command.reason(), command.at());
    events.addAll(CarriageDecisions.suspended(state, keepBack));
    return events;
  }

  static List<FulfilmentEvent> released(FulfilmentState state, ReleaseFulfilment command) {
    if (!state.hold().isHeld()) {
      return List.of(); // a retry, not an error
    }
    var events = new ArrayList<FulfilmentEvent>();
    events.add(
        new OrderReleased(
            state.orderId(), state.customerId(), command.reason(), command.actor(), command.at()));
    var letGo = new ResumeShipping(state.orderId(), command.at());
    events.addAll(CarriageDecisions.resumed(state, letGo));
    return events;
  }

  private static void refuseIfEnding(FulfilmentState state) {
    switch (state.phase()) {
      case RUNNING -> {}
      case CANCELLING -> throw new CancellationUnderWay(state.orderId());
      case COMPLETED, CANCELLED -> throw new OrderEnded(state.orderId());
    }
  }
}
