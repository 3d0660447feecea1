package io.throughline.simulators.netsuite;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A customer, with what it owes and what of its orders is not billed yet. */
final class Customer {
  final String internalId;
  String externalId;
  final Map<String, String> fields = new LinkedHashMap<>();
  BigDecimal balance = BigDecimal.ZERO;
  BigDecimal unbilled = BigDecimal.ZERO;

  /** Business time. */
  Instant modifiedAt = Instant.EPOCH;

  Customer(String internalId, String externalId) {
    this.internalId = internalId;
    this.externalId = externalId;
  }

  boolean isInactive() {
    return Boolean.parseBoolean(fields.get("isInactive"));
  }
}
