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
 * @param reversed what the bank took back of it, as long as nobody decided about that; null:
 *     nothing
 * @param since since when it is waited for, business time (UTC): it was asked for then, or somebody
 *     gave the customer as long again
 * @param changes how often the order was changed
 * @param askedAfter how many of the changes what is asked for reckons with
 */
record DepositState(
    @Nullable Money asked,
    @Nullable Money remaining,
    boolean waived,
    @Nullable Money reversed,
    @Nullable Instant since,
    int changes,
    int askedAfter) {

  static final DepositState NONE = new DepositState(null, null, false, null, null, 0, 0);

  /** What is asked for from now on; some of it may be paid. */
  DepositState asked(Money amount, Money rest, Instant at) {
    return new DepositState(amount, rest, waived, null, at, changes, askedAfter);
  }

  /** The ERP is being asked, of the order as it is. */
  DepositState asking() {
    return new DepositState(asked, remaining, waived, reversed, since, changes, changes);
  }

  DepositState orderChanged() {
    return new DepositState(asked, remaining, waived, reversed, since, changes + 1, askedAfter);
  }

  /** Whether what is asked for is of the order as it was before. */
  boolean isOutdated() {
    return askedAfter < changes;
  }

  DepositState remaining(Money amount) {
    var back = amount.isZero() ? null : reversed;
    return new DepositState(asked, amount, waived, back, since, changes, askedAfter);
  }

  /** The bank took so much of it back, beside what it took back before. */
  DepositState reversed(Money amount, Money rest) {
    var back = reversed == null ? amount : reversed.plus(amount);
    return new DepositState(asked, rest, waived, back, since, changes, askedAfter);
  }

  DepositState withoutIt() {
    return new DepositState(asked, remaining, true, null, since, changes, askedAfter);
  }

  DepositState waitedForSince(Instant at) {
    return new DepositState(asked, remaining, waived, null, at, changes, askedAfter);
  }

  boolean wasAsked() {
    return asked != null;
  }

  /** Whether all of it was paid. */
  boolean isPaid() {
    return remaining != null && remaining.amount().signum() <= 0;
  }
}
