package io.throughline.command.fulfilment;

import io.throughline.kernel.OrderChange;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Sourced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes that were asked for, one at a time.
 *
 * @param count all there ever were
 * @param pending the one that has neither taken effect nor been refused
 * @param inBooks where the ERP has it already: from which warehouses we want the order now
 * @param refusal why the ERP will not have it
 */
record Changes(
    int count,
    @Nullable OrderChange pending,
    @Nullable List<Sourced> inBooks,
    @Nullable String refusal) {

  static final Changes NONE = new Changes(0, null, null, null);

  Changes asked(int number, OrderChange change) {
    return new Changes(number, change, null, null);
  }

  Changes booked(List<Sourced> sourcing) {
    return new Changes(count, pending, sourcing, null);
  }

  Changes refused(String reason) {
    return new Changes(count, pending, null, reason);
  }

  Changes ended() {
    return new Changes(count, null, null, null);
  }

  boolean isPending() {
    return pending != null;
  }

  /** The sale as it will be once the pending change has taken effect. */
  SaleTerms wanted(SaleTerms sale) {
    return pending == null ? sale : pending.applyTo(sale);
  }
}
