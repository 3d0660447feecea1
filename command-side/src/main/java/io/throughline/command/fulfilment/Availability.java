package io.throughline.command.fulfilment;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Sourced;
import java.util.List;
import org.springframework.stereotype.Component;

/** From which warehouses a sale would come, were it placed now. */
@Component
public class Availability {
  private final Nearness nearness;

  Availability(Nearness nearness) {
    this.nearness = nearness;
  }

  /** What is not in it is nowhere in stock. */
  public List<Sourced> of(SaleTerms sale, List<StockLevel> stock) {
    return Sourcing.plan(sale, stock, nearness);
  }
}
