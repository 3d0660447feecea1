package io.throughline.command.customer;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.Role;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.ErasureObstacle;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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

  /** Keep the customer's data, whoever wants it erased. */
  record PlaceLegalHold(CustomerId customerId, String reason, String actor, Instant at)
      implements CustomerCommand {}

  /** It need not be kept any more. */
  record ReleaseLegalHold(CustomerId customerId, String reason, String actor, Instant at)
      implements CustomerCommand {}

  /** Two people want the customer's personal data erased. */
  record BeginErasure(CustomerId customerId, ApprovalId approvalId, Instant at)
      implements CustomerCommand {}

  /**
   * Erase, unless something stands in the way; answers whether it is erased now.
   *
   * @param obstacles that the customer does not know of itself
   */
  record EraseCustomer(CustomerId customerId, List<ErasureObstacle> obstacles, Instant at)
      implements CustomerCommand {}

  /**
   * The customer's key is deleted.
   *
   * @param epoch whose key wrapped it
   * @param completeBy when that will be destroyed, in business time (UTC)
   */
  record RecordKeyDeletion(CustomerId customerId, int epoch, Instant completeBy, Instant at)
      implements CustomerCommand {}

  /** The epoch key that wrapped the customer's key is destroyed. */
  record CompleteErasure(CustomerId customerId, int epoch, Instant at) implements CustomerCommand {}

  /** Keep the customer the same in this ERP account too, by its name in configuration. */
  record PlaceCustomer(CustomerId customerId, String erp, Instant at) implements CustomerCommand {}

  /**
   * The ERP took the customer.
   *
   * @param erp which account, by its name in configuration
   * @param version of the particulars that it took
   */
  record ConfirmCustomer(
      CustomerId customerId, String erp, String erpCustomerId, long version, Instant at)
      implements CustomerCommand {}

  /**
   * The ERP did not take the customer.
   *
   * @param erp which account, by its name in configuration
   * @param version of the particulars that it refused
   */
  record RefuseCustomer(
      CustomerId customerId,
      String erp,
      List<Finding> findings,
      String reason,
      long version,
      Instant at)
      implements CustomerCommand {}

  /**
   * The ERP states the customer. Answers whether this was taken notice of: not if the customer has
   * moved on since the ERP was asked, for what it said then may be what has been settled since.
   *
   * @param erp which account, by its name in configuration
   * @param stated what it says of each field that it tells of
   * @param version how many events the customer had when the ERP was asked
   */
  record TakeFromErp(
      CustomerId customerId,
      String erp,
      Map<CustomerField, FieldValue> stated,
      long version,
      Instant at)
      implements CustomerCommand {}

  /**
   * Salesforce states the customer's account. Answers whether this was taken notice of: not if the
   * customer has moved on since Salesforce was asked, for what it said then may be what it has been
   * told since. An account that is new becomes a customer.
   *
   * @param account the account's record id
   * @param version how many events the customer had when Salesforce was asked
   */
  record TakeFromCrm(
      CustomerId customerId, String account, Particulars particulars, long version, Instant at)
      implements CustomerCommand {}

  /**
   * Salesforce has what it was to be told.
   *
   * @param account the account's record id
   * @param fields which it has
   * @param version how many events the customer had when they stood so
   */
  record ConfirmInCrm(
      CustomerId customerId, String account, Set<CustomerField> fields, long version, Instant at)
      implements CustomerCommand {}

  /**
   * Salesforce does not take what it was to be told.
   *
   * @param reason in its own words, or why it cannot be told
   */
  record RefuseInCrm(CustomerId customerId, String reason, Instant at) implements CustomerCommand {}

  /**
   * Mend a parked exception.
   *
   * @param actor who asks, as an opaque id
   * @param roles the roles of whoever asks
   */
  record MendCustomer(
      CustomerId customerId,
      ExceptionId exceptionId,
      Remedy remedy,
      Map<String, String> parameters,
      String actor,
      Set<Role> roles,
      Instant at)
      implements CustomerCommand {}

  /**
   * Put it below another customer. Whether it may stand there is for {@link Hierarchy} to know.
   *
   * @param parentId null: at the top
   */
  record MoveCustomer(CustomerId customerId, @Nullable CustomerId parentId, Instant at)
      implements CustomerCommand {}

  /** It is another customer, which stays. */
  record MergeCustomer(CustomerId customerId, CustomerId survivorId, Instant at)
      implements CustomerCommand {}
}
