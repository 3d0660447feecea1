package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.fulfilment.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Each of the checks by itself, with the queries that it needs and no others. */
final class NetSuiteChecks implements ErpChecks {
  private final NetSuiteValidation lookups;

  NetSuiteChecks(NetSuiteValidation lookups) {
    this.lookups = lookups;
  }

  @Override
  public Answer<List<Finding>> checkCredit(ErpOrder order) {
    return lookups
        .customer(order)
        .then(
            customer ->
                taxRateFor(order)
                    .map(
                        rate ->
                            OrderChecks.aboutCustomer(
                                order, customer, rate.orElse(BigDecimal.ZERO))));
  }

  @Override
  public Answer<List<Finding>> checkPrices(ErpOrder order) {
    return lookups
        .items(NetSuiteValidation.productsOf(order))
        .map(items -> OrderChecks.aboutProducts(order, items));
  }

  @Override
  public Answer<List<StockLevel>> stockFor(ErpOrder order) {
    return lookups.stock(NetSuiteValidation.productsOf(order));
  }

  @Override
  public Answer<Optional<BigDecimal>> taxRateFor(ErpOrder order) {
    return lookups.taxRate(order.sale().taxRegion());
  }
}
