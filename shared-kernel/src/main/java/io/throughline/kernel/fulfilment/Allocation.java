package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.WarehouseId;

/**
 * Stock that the ERP has committed to an order line, counted from the order's beginning.
 *
 * @param quantity in whole sales units, what has shipped since included
 */
public record Allocation(LineId lineId, WarehouseId warehouse, int quantity) {}
