package io.throughline.command.fulfilment;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.FulfilmentEvent.StockAllocated;
import io.throughline.kernel.fulfilment.Allocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP has said of the order.
 *
 * @param erpOrderId once it took the order
 * @param allocations stock it has committed, counted from the order's beginning
 * @param allocationRounds how often it was found to have committed stock
 */
record ErpBooks(
    boolean validated,
    @Nullable String erpOrderId,
    List<Allocation> allocations,
    List<LineQuantity> backOrdered,
    int allocationRounds) {

  static final ErpBooks EMPTY = new ErpBooks(false, null, List.of(), List.of(), 0);

  ErpBooks afterValidation() {
    return new ErpBooks(true, erpOrderId, allocations, backOrdered, allocationRounds);
  }

  ErpBooks with(String salesOrder) {
    return new ErpBooks(validated, salesOrder, allocations, backOrdered, allocationRounds);
  }

  ErpBooks with(StockAllocated stock) {
    return new ErpBooks(
        validated, erpOrderId, stock.allocations(), stock.backOrdered(), allocationRounds + 1);
  }
}
