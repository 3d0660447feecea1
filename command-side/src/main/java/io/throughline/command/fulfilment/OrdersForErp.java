package io.throughline.command.fulfilment;

import io.throughline.command.customer.Successors;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.StepId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order in the words that the ERP is told it in, under whom its customer is now. */
@Component
class OrdersForErp {
  private final Successors successors;

  OrdersForErp(Successors successors) {
    this.successors = successors;
  }

  /**
   * @param terms those it is to have
   * @param booked what it is worth in the ERP's books already; null: it is not there
   */
  ErpOrder of(FulfilmentState state, StepId step, Terms terms, @Nullable Money booked) {
    return new ErpOrder(
        state.orderId(),
        successors.of(state.customerId()),
        step,
        terms.sale(),
        state.books().sourcing(),
        terms.creditReleased(),
        terms.priceApproved(),
        booked);
  }
}
