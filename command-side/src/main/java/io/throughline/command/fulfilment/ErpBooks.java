package io.throughline.command.fulfilment;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.fulfilment.Allocation;
import io.throughline.kernel.fulfilment.Sourced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP has said of the order.
 *
 * @param erp the ERP account that the order belongs to, once it found nothing against it
 * @param sourcing from which warehouses we want it, given the stock that the ERP stated then
 * @param erpOrderId once it took the order
 * @param allocations stock it has committed, counted from the order's beginning
 * @param allocationRounds how often it was asked what it has committed
 * @param isAllocationKnown whether the allocations are of the order as it is now
 */
record ErpBooks(
    @Nullable String erp,
    List<Sourced> sourcing,
    @Nullable String erpOrderId,
    List<Allocation> allocations,
    List<LineQuantity> backOrdered,
    int allocationRounds,
    boolean isAllocationKnown) {

  static final ErpBooks EMPTY = new ErpBooks(null, List.of(), null, List.of(), List.of(), 0, false);

  boolean validated() {
    return erp != null;
  }

  ErpBooks at(String account, List<Sourced> wanted) {
    return new ErpBooks(
        account, wanted, erpOrderId, allocations, backOrdered, allocationRounds, isAllocationKnown);
  }

  ErpBooks with(String salesOrder) {
    return new ErpBooks(
        erp, sourcing, salesOrder, allocations, backOrdered, allocationRounds, isAllocationKnown);
  }

  ErpBooks with(StockAllocated stock) {
    return new ErpBooks(
        erp,
        sourcing,
        erpOrderId,
        stock.allocations(),
        stock.backOrdered(),
        allocationRounds + 1,
        true);
  }

  /** The order was changed: what the ERP commits to it now has to be asked for. */
  ErpBooks changed(List<Sourced> wanted) {
    return new ErpBooks(
        erp, wanted, erpOrderId, allocations, backOrdered, allocationRounds + 1, false);
  }
}
