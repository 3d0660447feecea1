package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import java.util.Optional;

/** Something that happened to one customer. */
public sealed interface CustomerMatter extends Event
    permits OrderEvent, CustomerEvent, FulfilmentEvent {

  CustomerId customerId();

  @Override
  default Optional<CustomerId> customer() {
    return Optional.of(customerId());
  }
}
