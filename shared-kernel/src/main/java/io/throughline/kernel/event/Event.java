package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened. Events are history: they are read as they were written and never
 * refused.
 */
public sealed interface Event permits CustomerMatter, ApprovalEvent, EpochEvent, MaintenanceEvent {

  /** The customer it concerns, if it concerns one. */
  Optional<CustomerId> customer();

  /**
   * Whose it is: the customer's number, or {@link PersonalDataKeys#HOUSE}. All of one owner's
   * events are published in order, and their personal data is sealed under the owner's key.
   */
  default String belongsTo() {
    return customer().map(CustomerId::value).orElse(PersonalDataKeys.HOUSE);
  }

  /** When it happened in the business's time (UTC); when we recorded it stands beside the event. */
  Instant at();
}
