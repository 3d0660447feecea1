package io.throughline.command.fulfilment;

import io.throughline.command.fulfilment.FulfilmentCommand.TakeProductChange;
import io.throughline.command.fulfilment.FulfilmentState.Phase;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.event.FulfilmentEvent;
import io.throughline.kernel.event.FulfilmentEvent.RemedyApplied;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a product's change in the ERP means for an order that is open. One that was parked for its
 * product is tried again once the product is sold, at whatever price it has now; one that waits for
 * stock which will not come any more is sourced anew. The price of an order that the ERP has taken
 * stands. Pure.
 */
final class ProductChanges {
  /** Who mends exceptions that a change makes pointless. */
  private static final String OURSELVES = "throughline";

  private static final Set<Cause> ABOUT_PRODUCTS =
      EnumSet.of(
          Cause.PRODUCT_UNKNOWN,
          Cause.PRODUCT_DISCONTINUED,
          Cause.PRODUCT_NOT_IN_SUBSIDIARY,
          Cause.UNIT_OF_MEASURE,
          Cause.QUANTITY_REFUSED,
          Cause.PRICE_NOT_APPROVED,
          Cause.NOT_STOCKED);

  private ProductChanges() {}

  static List<FulfilmentEvent> taken(FulfilmentState state, TakeProductChange change) {
    if (state.phase() != Phase.RUNNING || !isSold(state, change) || isElsewhere(state, change)) {
      return List.of();
    }
    return change.discontinued() ? discontinued(state, change) : sold(state, change);
  }

  private static boolean isSold(FulfilmentState state, TakeProductChange change) {
    return state.terms().lines().stream()
        .anyMatch(line -> line.productId().equals(change.productId()));
  }

  private static boolean isElsewhere(FulfilmentState state, TakeProductChange change) {
    var erp = state.books().erp();
    return erp != null && !erp.equals(change.erp());
  }

  /** An order that the ERP has not taken yet hears of it when it is checked. */
  private static List<FulfilmentEvent> discontinued(
      FulfilmentState state, TakeProductChange change) {
    var product = change.productId();
    return isAwaited(state, product) && !state.outages().discontinued().contains(product)
        ? List.of(event(state, change))
        : List.of();
  }

  private static boolean isAwaited(FulfilmentState state, ProductId product) {
    return state.books().erpOrderId() != null
        && state.books().backOrdered().stream()
            .anyMatch(line -> state.terms().line(line.lineId()).productId().equals(product));
  }

  private static List<FulfilmentEvent> sold(FulfilmentState state, TakeProductChange change) {
    var events = new ArrayList<FulfilmentEvent>();
    state
        .exceptions()
        .open()
        .forEach(
            (exception, parked) -> {
              if (ABOUT_PRODUCTS.contains(parked.cause())) {
                events.add(
                    new RemedyApplied(
                        state.orderId(),
                        state.customerId(),
                        exception,
                        parked.stepId(),
                        Remedy.RETRY,
                        Map.of(),
                        OURSELVES,
                        change.at()));
              }
            });
    if (!events.isEmpty() || state.outages().discontinued().contains(change.productId())) {
      events.addFirst(event(state, change));
    }
    return events;
  }

  private static ProductChanged event(FulfilmentState state, TakeProductChange change) {
    return new ProductChanged(
        state.orderId(),
        state.customerId(),
        change.productId(),
        change.discontinued(),
        change.at());
  }
}
