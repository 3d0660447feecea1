package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.WarehouseId;

/**
 * Some units of an order line that we want from a warehouse. The ERP is told so; what it commits is
 * an {@link Allocation}.
 *
 * @param quantity in whole sales units, above zero
 */
public record Sourced(LineId lineId, WarehouseId warehouse, int quantity) {}
