package io.throughline.command.fulfilment;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.LineId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.SaleEvent.OrderSourcedAgain;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Sourced;
import io.throughline.kernel.fulfilment.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Finds other warehouses for goods that turned out not to be where the ERP thought, and tells the
 * ERP. Where no other has them somebody has to look: to count, to wait, or to sell something else.
 */
@Component
class OtherSources {
  private final Erps erps;
  private final BusinessClock clock;
  private final Nearness nearness;
  private final OrdersForErp orders;

  OtherSources(Erps erps, BusinessClock clock, Nearness nearness, OrdersForErp orders) {
    this.orders = orders;
    this.erps = erps;
    this.clock = clock;
    this.nearness = nearness;
  }

  StepOutcome perform(Step.SourceAgain step, FulfilmentState state) {
    var erp = erps.at(Objects.requireNonNull(state.books().erp(), "The order is not validated."));
    var terms = state.terms();
    var order = orders.of(state, state.idOf(step), terms, terms.net());
    Answer<OrderSourcedAgain> answer =
        erp.stockFor(order)
            .then(
                stock -> {
                  var sourcing = Resourcing.plan(state, terms.sale(), stock, nearness);
                  return missing(state, sourcing, stock)
                      .then(_ -> erp.createSalesOrder(order.from(sourcing)))
                      .map(
                          _ ->
                              new OrderSourcedAgain(
                                  state.orderId(),
                                  state.customerId(),
                                  state.idOf(step),
                                  sourcing,
                                  clock.instant()));
                });
    return StepOutcome.of(Dependency.ERP, answer, Answered::new);
  }

  /** A definite no where a line that a warehouse lacks, or nobody makes, is nowhere else either. */
  private static Answer<List<Sourced>> missing(
      FulfilmentState state, List<Sourced> sourcing, List<StockLevel> stock) {
    for (var outage : state.outages().known()) {
      var line = outage.lineId();
      var ordered = state.terms().sale().find(line);
      if (ordered.isPresent() && unitsOf(line, sourcing) < ordered.get().quantity()) {
        var product = ordered.get().productId();
        var message =
            outage.warehouse()
                + " has turned out to be out of "
                + product
                + ", and no other warehouse has enough of it.";
        return no(Cause.OUT_OF_STOCK, line, product, message, stock);
      }
    }
    for (var line : state.terms().lines()) {
      var product = line.productId();
      if (state.outages().discontinued().contains(product)
          && unitsOf(line.lineId(), sourcing) < line.quantity()) {
        var message = product + " is discontinued, and no warehouse has enough of it.";
        return no(Cause.PRODUCT_DISCONTINUED, line.lineId(), product, message, stock);
      }
    }
    return new Answer.Done<>(sourcing);
  }

  private static Answer<List<Sourced>> no(
      Cause cause, LineId line, ProductId product, String message, List<StockLevel> stock) {
    var values = Map.of(Condition.PRODUCT_ID, product.value(), Condition.STOCK, stock.toString());
    return new Answer.Refused<>(List.of(Finding.of(cause, line, message, values)), message);
  }

  private static int unitsOf(LineId line, List<Sourced> sourcing) {
    return sourcing.stream()
        .filter(it -> it.lineId().equals(line))
        .mapToInt(Sourced::quantity)
        .sum();
  }
}
