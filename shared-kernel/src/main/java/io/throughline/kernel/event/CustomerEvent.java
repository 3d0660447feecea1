package io.throughline.kernel.event;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a customer as both Salesforce and the ERP know it. */
public sealed interface CustomerEvent extends CustomerMatter
    permits CustomerEvent.CustomerRegistered,
        CustomerEvent.CustomerChanged,
        CustomerEvent.CustomerSynchronized,
        CustomerEvent.CustomerRefusedByErp,
        CustomerEvent.LegalHoldPlaced,
        CustomerEvent.LegalHoldReleased,
        CustomerEvent.ErasureBegan,
        CustomerEvent.ErasureDelayed,
        CustomerEvent.CustomerErased,
        CustomerEvent.CustomerKeyDeleted,
        CustomerEvent.ErasureCompleted,
        CustomerSyncEvent {

  /**
   * An account in Salesforce became a customer.
   *
   * @param owner the Salesforce user who looks after the account, as an opaque id
   * @param currency in which the customer is invoiced
   */
  record CustomerRegistered(
      CustomerId customerId,
      @Personal String name,
      @Personal @Nullable String contact,
      @Personal @Nullable String email,
      @Personal @Nullable String phone,
      Address billTo,
      Currency currency,
      String owner,
      Instant at)
      implements CustomerEvent {}

  /** Salesforce states the customer's particulars anew; they replace the earlier ones whole. */
  record CustomerChanged(
      CustomerId customerId,
      @Personal String name,
      @Personal @Nullable String contact,
      @Personal @Nullable String email,
      @Personal @Nullable String phone,
      Address billTo,
      String owner,
      Instant at)
      implements CustomerEvent {}

  /**
   * An ERP account holds the customer, with all particulars up to {@code version}.
   *
   * @param erp the account, by its name in configuration
   */
  record CustomerSynchronized(
      CustomerId customerId, String erp, String erpCustomerId, long version, Instant at)
      implements CustomerEvent {}

  /**
   * An ERP account did not take the customer; somebody has to look.
   *
   * @param erp the account, by its name in configuration
   */
  record CustomerRefusedByErp(
      CustomerId customerId, String erp, @Personal String reason, long version, Instant at)
      implements CustomerEvent {}

  /**
   * The customer's data must be kept, whoever wants it erased.
   *
   * @param actor who said so, as an opaque id
   */
  record LegalHoldPlaced(CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements CustomerEvent {}

  /**
   * It need not be kept any more.
   *
   * @param actor who said so, as an opaque id
   */
  record LegalHoldReleased(CustomerId customerId, @Personal String reason, String actor, Instant at)
      implements CustomerEvent {}

  /**
   * Two people want the customer's personal data erased: from here on no order is taken.
   *
   * @param approvalId by which they said so
   */
  record ErasureBegan(CustomerId customerId, ApprovalId approvalId, Instant at)
      implements CustomerEvent {}

  /**
   * The erasure cannot go on yet.
   *
   * @param waitsFor all that stands in its way at that time, at least one
   */
  record ErasureDelayed(CustomerId customerId, List<ErasureObstacle> waitsFor, Instant at)
      implements CustomerEvent {}

  /** Nothing stands in the way any more: from here on the personal data reads as erased. */
  record CustomerErased(CustomerId customerId, Instant at) implements CustomerEvent {}

  /**
   * The customer's key is deleted: nothing of ours opens what is sealed under it.
   *
   * @param epoch whose key wrapped it: a copy of the database can be opened until that is destroyed
   * @param completeBy when it will be, in business time (UTC)
   */
  record CustomerKeyDeleted(CustomerId customerId, int epoch, Instant completeBy, Instant at)
      implements CustomerEvent {}

  /**
   * The epoch key that wrapped the customer's key is destroyed: no copy of anything can be opened.
   */
  record ErasureCompleted(CustomerId customerId, int epoch, Instant at) implements CustomerEvent {}
}
