package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.ReturnCase.Stage;
import io.throughline.command.fulfilment.Steps.StepState.Status;
import io.throughline.command.logistics.ReturnUpdate;
import io.throughline.command.logistics.ReturnUpdate.Kind;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.ReturnEvent.ReturnChecked;
import io.throughline.kernel.event.ReturnEvent.ReturnInspected;
import io.throughline.kernel.event.ReturnEvent.ReturnReceived;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a provider's report of goods that came back makes happen, told or asked for. What is said
 * again, late, or the other way round changes nothing, and what a person of ours has found stands.
 * Goods that come although their return was withdrawn set it going again. Pure.
 */
final class ReturnReports {
  private ReturnReports() {}

  /**
   * @throws UnknownFulfilment if the order has no such return
   */
  static List<FulfilmentEvent> taken(FulfilmentState state, ReturnUpdate update) {
    var back =
        state
            .returns()
            .find(update.returnId())
            .orElseThrow(() -> new UnknownFulfilment("a return " + update.returnId()));
    if (update.kind() == Kind.RECEIVED) {
      return back.reached(Stage.RECEIVED)
          ? List.of()
          : List.of(
              new ReturnReceived(state.orderId(), state.customerId(), back.id(), update.at()));
    }
    if (back.reached(Stage.INSPECTED)) {
      return List.of();
    }
    return inspected(
        state,
        back,
        new ReturnInspected(
            state.orderId(),
            state.customerId(),
            back.id(),
            byLine(state, back, update.goods()),
            update.note(),
            true,
            List.of(),
            update.provider(),
            update.at()));
  }

  /** Whoever waits for the goods, or for somebody to look at them, waits no longer. */
  static List<FulfilmentEvent> inspected(
      FulfilmentState state, ReturnCase back, ReturnInspected found) {
    var events = new ArrayList<FulfilmentEvent>();
    events.add(
        new ReturnInspected(
            found.orderId(),
            found.customerId(),
            found.returnId(),
            found.inspected(),
            found.note(),
            found.told(),
            state.exceptions().about(state.idOf(new Step.ConfirmInspection(back.id()))),
            found.actor(),
            found.at()));
    var check = state.idOf(new Step.CheckReturn(back.id()));
    state
        .steps()
        .find(check)
        .filter(it -> it.status() == Status.PENDING || it.status() == Status.PARKED)
        .ifPresent(
            _ ->
                events.add(
                    new ReturnChecked(
                        state.orderId(),
                        state.customerId(),
                        check,
                        back.id(),
                        state.exceptions().about(check),
                        found.at())));
    return events;
  }

  /**
   * The provider counts products, and one may stand on several lines: each gets its share in the
   * order of the lines, good goods first; what is too much counts to the product's last line.
   */
  private static List<InspectedLine> byLine(
      FulfilmentState state, ReturnCase back, List<ReturnUpdate.Goods> goods) {
    var good = new LinkedHashMap<ProductId, Integer>();
    var bad = new LinkedHashMap<ProductId, Integer>();
    for (var each : goods) {
      good.merge(each.productId(), each.accepted(), Integer::sum);
      bad.merge(each.productId(), each.refused(), Integer::sum);
    }
    var lines = new ArrayList<InspectedLine>();
    for (var i = 0; i < back.lines().size(); i++) {
      var line = back.lines().get(i);
      var product = productOf(state, line);
      var isLast =
          back.lines().subList(i + 1, back.lines().size()).stream()
              .noneMatch(it -> productOf(state, it).equals(product));
      var accepted = taken(good, product, line.quantity(), isLast);
      var refused = taken(bad, product, Math.max(0, line.quantity() - accepted), isLast);
      lines.add(new InspectedLine(line.lineId(), accepted, refused));
    }
    return lines;
  }

  private static int taken(Map<ProductId, Integer> from, ProductId product, int most, boolean all) {
    var there = from.getOrDefault(product, 0);
    var units = all ? there : Math.min(there, most);
    from.put(product, there - units);
    return units;
  }

  private static ProductId productOf(FulfilmentState state, LineQuantity line) {
    return state.terms().line(line.lineId()).productId();
  }
}
