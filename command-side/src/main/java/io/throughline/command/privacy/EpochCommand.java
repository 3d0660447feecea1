package io.throughline.command.privacy;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is told of epochs. Every command may be sent twice without harm. */
sealed interface EpochCommand {

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String aggregateId() {
    return Epochs.ID;
  }

  /** Keys are wrapped under this epoch's from now on. */
  record BeginEpoch(int epoch, Instant at) implements EpochCommand {}

  /** The keys of this epoch and of all before it are destroyed. */
  record RecordDestroyedEpochs(int upTo, Instant at) implements EpochCommand {}
}
