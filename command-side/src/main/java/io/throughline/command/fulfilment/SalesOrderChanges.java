package io.throughline.command.fulfilment;

import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.StepOutcome.Answered;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.SaleEvent.SalesOrderChangeRefused;
import io.throughline.kernel.event.SaleEvent.SalesOrderChanged;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.StepId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells the ERP of an order as it is wanted. The ERP is asked first whether it would take it; a
 * definite no is an answer to whoever wanted the change, and parks nothing.
 */
@Component
class SalesOrderChanges {
  private final Erps erps;
  private final BusinessClock clock;
  private final Nearness nearness;
  private final OrdersForErp orders;

  SalesOrderChanges(Erps erps, BusinessClock clock, Nearness nearness, OrdersForErp orders) {
    this.orders = orders;
    this.erps = erps;
    this.clock = clock;
    this.nearness = nearness;
  }

  StepOutcome perform(Step.UpdateSalesOrder step, FulfilmentState state) {
    var id = state.idOf(step);
    var erp = erps.at(Objects.requireNonNull(state.books().erp(), "The order is not validated."));
    var wanted = state.terms().asWanted(state.changes().wanted(state.terms().sale()));
    var order = orders.of(state, id, wanted, state.terms().net());
    if (state.rest().isBeingCancelled()) {
      return StepOutcome.of(Dependency.ERP, cut(erp, order, state, id), Answered::new);
    }
    var answer =
        erp.validate(order)
            .then(
                validation -> {
                  var sourcing =
                      Resourcing.plan(state, wanted.sale(), validation.stock(), nearness);
                  return erp.createSalesOrder(order.from(sourcing))
                      .map(
                          booked ->
                              new SalesOrderChanged(
                                  state.orderId(),
                                  state.customerId(),
                                  id,
                                  booked.net(),
                                  booked.tax(),
                                  sourcing,
                                  clock.instant()));
                });
    return StepOutcome.of(Dependency.ERP, answer, Answered::new) instanceof StepOutcome.Refused no
        ? new Answered(
            new SalesOrderChangeRefused(
                state.orderId(),
                state.customerId(),
                id,
                no.findings().stream().map(Finding::message).collect(Collectors.joining(" ")),
                clock.instant()))
        : StepOutcome.of(Dependency.ERP, answer, Answered::new);
  }

  /**
   * Nothing is asked for: what stays has left. A no is for a person, for nothing goes on with it.
   */
  private Answer<SalesOrderChanged> cut(Erp erp, ErpOrder order, FulfilmentState state, StepId id) {
    var sourcing = Resourcing.plan(state, order.sale(), List.of(), nearness);
    return erp.createSalesOrder(order.from(sourcing))
        .map(
            booked ->
                new SalesOrderChanged(
                    state.orderId(),
                    state.customerId(),
                    id,
                    booked.net(),
                    booked.tax(),
                    sourcing,
                    clock.instant()));
  }
}
