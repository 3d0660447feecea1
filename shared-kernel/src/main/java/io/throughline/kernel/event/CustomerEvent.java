package io.throughline.kernel.event;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The life of a customer as both Salesforce and the ERP know it. */
public sealed interface CustomerEvent extends Event {

  /**
   * An account in Salesforce became a customer.
   *
   * @param owner the Salesforce user who looks after the account, as an opaque id
   * @param currency in which the customer is invoiced
   */
  record CustomerRegistered(
      CustomerId customerId,
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner,
      Instant at)
      implements CustomerEvent {}

  /** Salesforce states the customer's particulars anew; they replace the earlier ones whole. */
  record CustomerChanged(
      CustomerId customerId,
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      Address billTo,
      String owner,
      Instant at)
      implements CustomerEvent {}

  /** The ERP holds the customer, with all particulars up to {@code version}. */
  record CustomerSynchronized(CustomerId customerId, String erpCustomerId, long version, Instant at)
      implements CustomerEvent {}

  /** The ERP did not take the customer; somebody has to look. */
  record CustomerRefusedByErp(CustomerId customerId, String reason, long version, Instant at)
      implements CustomerEvent {}
}
