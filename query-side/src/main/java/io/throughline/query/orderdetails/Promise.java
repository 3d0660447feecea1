package io.throughline.query.orderdetails;

import io.throughline.kernel.SaleTerms;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What the customer may count on: that all of the order is there on the latest of the days it was
 * asked for. Nobody else states a day; the ERP and the carriers tell what has happened.
 */
final class Promise {
  /** The milestone that is promised: all of the order has arrived. */
  static final String DELIVERED = "delivered";

  private Promise() {}

  /** Empty if no day was asked for. */
  static Optional<LocalDate> of(SaleTerms terms) {
    return terms.lines().stream()
        .map(terms::dayOf)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
