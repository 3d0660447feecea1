package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer paid on an invoice.
 *
 * @param invoice the invoice's external id
 * @param reversedAt null while it stands
 */
record Payment(
    String internalId,
    String invoice,
    BigDecimal amount,
    Instant at,
    @Nullable Instant reversedAt) {

  Payment reversed(Instant when) {
    return new Payment(internalId, invoice, amount, at, when);
  }
}
