package io.throughline.command.fulfilment;

import io.throughline.kernel.OrderChange;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Step;
import io.throughline.kernel.fulfilment.Step.CancelShipment;
import io.throughline.kernel.fulfilment.Step.CreateSalesOrder;
import io.throughline.kernel.fulfilment.Step.RequestShipment;
import io.throughline.kernel.fulfilment.Step.SourceAgain;
import io.throughline.kernel.fulfilment.Step.UpdateSalesOrder;
import io.throughline.kernel.fulfilment.Step.ValidateOrder;
import java.util.List;

/**
 * What has to be done before a change can take effect: what is under way is waited for, shipments
 * that do not fit the order as it is wanted are stopped, and then the ERP is told. Pure.
 */
final class ChangeSteps {
  private ChangeSteps() {}

  static List<Step> of(FulfilmentState state) {
    if (isAnythingUnderWay(state)) {
      return List.of();
    }
    var unfit = unfit(state);
    if (!unfit.isEmpty()) {
      return unfit;
    }
    return erpMayHaveIt(state) ? List.of(new UpdateSalesOrder(state.changes().count())) : List.of();
  }

  private static boolean isAnythingUnderWay(FulfilmentState state) {
    return state
        .steps()
        .pending(
            step ->
                step instanceof ValidateOrder
                    || step instanceof CreateSalesOrder
                    || step instanceof RequestShipment
                    || step instanceof SourceAgain)
        .findAny()
        .isPresent();
  }

  /** Whether the order may be in the ERP's books, known to us or not. */
  static boolean erpMayHaveIt(FulfilmentState state) {
    return state.steps().wasRequested(state.idOf(new CreateSalesOrder()));
  }

  /** Whether nothing stands in the way of the change any more. */
  static boolean isReady(FulfilmentState state) {
    return !isAnythingUnderWay(state)
        && unfit(state).isEmpty()
        && (state.changes().inBooks() != null || !erpMayHaveIt(state));
  }

  private static List<Step> unfit(FulfilmentState state) {
    var sale = state.terms().sale();
    var wanted = state.changes().wanted(sale);
    return state
        .shipments()
        .active()
        .filter(shipment -> !shipment.hasLeft())
        .filter(
            shipment ->
                sale.lines().stream()
                    .filter(line -> shipment.quantityOf(line.lineId()) > 0)
                    .anyMatch(line -> needsAnother(line, sale, wanted, state)))
        .<Step>map(shipment -> new CancelShipment(shipment.id()))
        .toList();
  }

  /** Other prices do not matter to the warehouse; another product, place, day or less does. */
  private static boolean needsAnother(
      OrderLine line, SaleTerms sale, SaleTerms wanted, FulfilmentState state) {
    return OrderChange.isMoved(line, sale, wanted)
        || wanted.find(line.lineId()).orElseThrow().quantity()
            < state.shipments().committed(line.lineId());
  }
}
