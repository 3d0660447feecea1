package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the customer is kept the same in Salesforce and the ERP, and its place among others. */
public sealed interface CustomerSyncEvent extends CustomerEvent {

  /**
   * An order of the customer is to be booked in this account too, so the customer is kept the same
   * there from here on.
   *
   * @param erp the ERP account, by its name in configuration
   */
  record CustomerPlacedInErp(CustomerId customerId, String erp, Instant at)
      implements CustomerSyncEvent {}

  /**
   * Somebody changed the customer in the ERP, and Salesforce has said nothing else since.
   *
   * @param erp the account in which it was changed
   * @param changes field by field, at least one
   */
  record CustomerChangedInErp(
      CustomerId customerId, String erp, List<FieldChange> changes, Instant at)
      implements CustomerSyncEvent {}

  /**
   * The customer's account in Salesforce states these fields as they stood here: it said so itself,
   * or has been told.
   *
   * @param account the account's record id
   * @param fields at least one; what is not among them it states otherwise, or not at all
   * @param version how many events the customer had when they stood so
   */
  record CustomerStatedInCrm(
      CustomerId customerId, String account, List<CustomerField> fields, long version, Instant at)
      implements CustomerSyncEvent {}

  /**
   * The customer cannot be kept the same without a person.
   *
   * @param side who says otherwise, or no: an ERP account by its name in configuration, or {@code
   *     salesforce}
   * @param conflict where both sides changed one field
   * @param findings what was found, at least one
   * @param answer what the dependency said, in its own words
   */
  record CustomerParked(
      CustomerId customerId,
      String side,
      ExceptionId exceptionId,
      Cause cause,
      Dependency dependency,
      Queue queue,
      @Nullable FieldConflict conflict,
      List<Finding> findings,
      @Personal @Nullable String answer,
      List<Remedy> remedies,
      Instant at)
      implements CustomerSyncEvent {}

  /**
   * A person did something about it.
   *
   * @param actor who, as an opaque id
   */
  record CustomerRemedyApplied(
      CustomerId customerId,
      ExceptionId exceptionId,
      Remedy remedy,
      @Personal Map<String, String> parameters,
      String actor,
      Instant at)
      implements CustomerSyncEvent {}

  /**
   * Facts have made exceptions pointless.
   *
   * @param closed at least one
   */
  record CustomerExceptionsClosed(CustomerId customerId, List<ExceptionId> closed, Instant at)
      implements CustomerSyncEvent {}

  /**
   * The customer has another parent, or none any more.
   *
   * @param parentId null: it stands at the top
   */
  record CustomerMoved(CustomerId customerId, @Nullable CustomerId parentId, Instant at)
      implements CustomerSyncEvent {}

  /**
   * The customer is another one: from here on its orders are booked under that one.
   *
   * @param survivorId the customer that stays
   */
  record CustomerMerged(CustomerId customerId, CustomerId survivorId, Instant at)
      implements CustomerSyncEvent {}
}
