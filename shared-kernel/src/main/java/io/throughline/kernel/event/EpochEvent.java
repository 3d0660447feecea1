package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of an epoch key, under which the customers' keys are wrapped. Epochs are numbered from
 * 1.
 */
public sealed interface EpochEvent extends Event {

  int epoch();

  @Override
  default Optional<CustomerId> customer() {
    return Optional.empty();
  }

  /** From here on keys are wrapped under this one. */
  record EpochBegan(int epoch, Instant at) implements EpochEvent {}

  /** What is wrapped under it only cannot be unwrapped by anybody any more. */
  record EpochKeyDestroyed(int epoch, Instant at) implements EpochEvent {}
}
