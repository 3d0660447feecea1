package io.throughline.command.erp;

import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;

/** What the ERP says of its stock. */
public interface ErpStock {

  /**
   * Stock of one product at one location.
   *
   * @param available units that no order has, in whole sales units; 0 or more
   */
  record StockLevel(ProductId productId, WarehouseId warehouse, int available) {}
}
