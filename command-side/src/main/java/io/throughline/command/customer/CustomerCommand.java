package io.throughline.command.customer;

import io.throughline.kernel.CustomerId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a customer. Every command may be sent twice without harm. */
public sealed interface CustomerCommand {

  CustomerId customerId();

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String aggregateId() {
    return "customer/" + customerId();
  }

  /** Make an account a customer. */
  record RegisterCustomer(CustomerId customerId, Particulars particulars, Instant at)
      implements CustomerCommand {}

  /**
   * State a customer's particulars anew; they replace the earlier ones whole, but for the currency,
   * which stays.
   */
  record ChangeCustomer(CustomerId customerId, Particulars particulars, Instant at)
      implements CustomerCommand {}

  /**
   * The ERP took the customer.
   *
   * @param version of the particulars that it took
   */
  record ConfirmCustomer(CustomerId customerId, String erpCustomerId, long version, Instant at)
      implements CustomerCommand {}

  /**
   * The ERP did not take the customer.
   *
   * @param version of the particulars that it refused
   */
  record RefuseCustomer(CustomerId customerId, String reason, long version, Instant at)
      implements CustomerCommand {}
}
