package io.throughline.kernel.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a customer's erasure waits for. */
public enum ErasureObstacle {
  /** The law wants the data kept until somebody releases the hold. */
  LEGAL_HOLD,
  /** An order is neither completed nor cancelled, and needs an address. */
  OPEN_ORDERS,
  /** Goods are to come back, and are not settled yet. */
  OPEN_RETURNS,
  /** A payment was taken back, and the invoice is due again. */
  REVERSED_PAYMENTS,
  /** A node may hold the key in memory, and take one more order under it, for a few seconds. */
  KEYS_IN_MEMORY;

  /** As in events: {@code legal-hold}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static ErasureObstacle fromWire(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
