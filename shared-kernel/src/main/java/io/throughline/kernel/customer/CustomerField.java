package io.throughline.kernel.customer;

import io.throughline.kernel.ownership.OwnershipCatalogue;
import io.throughline.kernel.ownership.SystemOfRecord;

/** A field of a customer that the ERP knows too. */
public enum CustomerField {
  NAME("name"),
  EMAIL("email"),
  PHONE("phone"),
  BILL_TO("billTo"),
  /** Whether the ERP takes no orders for the customer: {@code true} or {@code false}. */
  ON_HOLD("onHold");

  private final String catalogued;

  CustomerField(String catalogued) {
    this.catalogued = catalogued;
  }

  /**
   * Whose word counts, by the ownership catalogue; {@link SystemOfRecord#SHARED}: the last one's,
   * and a person's where both spoke.
   */
  public SystemOfRecord owner() {
    return OwnershipCatalogue.ours().find("Customer", catalogued).orElseThrow().owner();
  }
}
