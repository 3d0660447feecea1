package io.throughline.command.fulfilment;

import io.throughline.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of a shipment, and what was paid on it.
 *
 * @param invoiceId null: the ERP has not invoiced it yet
 * @param received what is paid and stands, with tax; null: nothing yet
 * @param deposit what of it was paid in advance, with tax; null: nobody has looked
 */
record Billing(
    @Nullable String invoiceId,
    @Nullable Money received,
    @Nullable Money deposit,
    Standing standing) {
  static final Billing NONE = new Billing(null, null, null, Standing.OPEN);

  enum Standing {
    OPEN,
    /** Nothing of it is to be paid any more. */
    SETTLED,
    /** A payment was taken back, and nobody has said yet what is to be done. */
    REVERSED,
    /** It is due, and the order waits for it no longer. */
    IN_COLLECTION
  }

  /** Whether the order waits for nothing more of it. */
  boolean isDone() {
    return standing == Standing.SETTLED || standing == Standing.IN_COLLECTION;
  }

  Billing invoiced(String invoice) {
    return new Billing(invoice, received, deposit, standing);
  }

  Billing paid(Money amount) {
    return new Billing(
        invoiceId, received == null ? amount : received.plus(amount), deposit, standing);
  }

  Billing reversed(Money amount) {
    var left = received == null ? null : received.minus(amount);
    return new Billing(invoiceId, left, deposit, Standing.REVERSED);
  }

  Billing now(Standing next) {
    return new Billing(invoiceId, received, deposit, next);
  }

  Billing deposited(Money amount) {
    return new Billing(invoiceId, received, amount, standing);
  }
}
