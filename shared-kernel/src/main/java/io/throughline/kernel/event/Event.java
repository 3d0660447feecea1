package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import java.time.Instant;

/**
 * Something that happened. Events are history: they are read as they were written and never
 * refused.
 */
public sealed interface Event permits OrderEvent, CustomerEvent, FulfilmentEvent {

  /** Whom it concerns; all that concerns one customer is published in order. */
  CustomerId customerId();

  /** When it happened in the business's time (UTC); when we recorded it stands beside the event. */
  Instant at();
}
