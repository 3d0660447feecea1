package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.fulfilment.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the ERP says of an order that nobody has placed yet, question by question, for people who
 * wait. Nothing is written. What speaks against the order is found, not refused.
 */
public interface ErpChecks {

  /** What speaks against the customer and its credit. */
  Answer<List<Finding>> checkCredit(ErpOrder order);

  /** What speaks against products, prices and discounts. */
  Answer<List<Finding>> checkPrices(ErpOrder order);

  /** The stock of the order's products, location by location. */
  Answer<List<StockLevel>> stockFor(ErpOrder order);

  /** The tax rate of the order's tax region as a fraction, if the ERP has such a region. */
  Answer<Optional<BigDecimal>> taxRateFor(ErpOrder order);
}
