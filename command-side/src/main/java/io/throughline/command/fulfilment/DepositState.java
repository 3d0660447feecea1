package io.throughline.command.fulfilment;

import io.throughline.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was asked to pay before anything is shipped.
 *
 * @param asked with tax; null: nobody has been asked
 * @param remaining what of it is still to be paid, with tax; null: nobody has been asked
 * @param waived whether the order is shipped without it
 * @param since since when it is waited for, business time (UTC): it was asked for then, or somebody
 *     gave the customer as long again
 */
record DepositState(
    @Nullable Money asked, @Nullable Money remaining, boolean waived, @Nullable Instant since) {

  static final DepositState NONE = new DepositState(null, null, false, null);

  DepositState asked(Money amount, Instant at) {
    return new DepositState(amount, amount, waived, at);
  }

  DepositState remaining(Money amount) {
    return new DepositState(asked, amount, waived, since);
  }

  DepositState withoutIt() {
    return new DepositState(asked, remaining, true, since);
  }

  DepositState waitedForSince(Instant at) {
    return new DepositState(asked, remaining, waived, at);
  }

  boolean wasAsked() {
    return asked != null;
  }

  /** Whether all of it was paid. */
  boolean isPaid() {
    return remaining != null && remaining.amount().signum() <= 0;
  }
}
