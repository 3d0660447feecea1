package io.throughline.command.salesforce;

import io.throughline.command.customer.Particulars;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * All that leaves for Salesforce of a customer: what its account says itself, put right. Each
 * component is held against the ownership catalogue's list of what may.
 *
 * @param billTo without whom it is addressed to: an account has no line for that
 */
record CustomerRecord(
    CustomerId customerId,
    String name,
    @Nullable String email,
    @Nullable String phone,
    Address billTo) {

  static CustomerRecord of(CustomerId customer, Particulars stated) {
    return new CustomerRecord(
        customer, stated.name(), stated.email(), stated.phone(), stated.billTo());
  }
}
