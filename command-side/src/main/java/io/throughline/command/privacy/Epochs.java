package io.throughline.command.privacy;

import io.throughline.command.privacy.EpochCommand.BeginEpoch;
import io.throughline.command.privacy.EpochCommand.RecordDestroyedEpochs;
import io.throughline.kernel.event.EpochEvent;
import io.throughline.kernel.event.EpochEvent.EpochBegan;
import io.throughline.kernel.event.EpochEvent.EpochKeyDestroyed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The history of epoch keys: there is one. */
@Aggregate(type = "epoch", cache = "aggregateCache")
@Revision("1")
class Epochs {
  static final String ID = "epoch/keys";

  @AggregateIdentifier private @Nullable String id;
  private int begun;
  private int destroyed;

  Epochs() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(BeginEpoch begin) {
    for (var epoch = begun + 1; epoch <= begin.epoch(); epoch++) {
      AggregateLifecycle.apply(new EpochBegan(epoch, begin.at()));
    }
  }

  @CommandHandler
  void decide(RecordDestroyedEpochs told) {
    for (var epoch = destroyed + 1; epoch <= told.upTo(); epoch++) {
      AggregateLifecycle.apply(new EpochKeyDestroyed(epoch, told.at()));
    }
  }

  @EventSourcingHandler
  void evolve(EpochEvent event) {
    id = ID;
    switch (event) {
      case EpochBegan began -> begun = began.epoch();
      case EpochKeyDestroyed gone -> destroyed = gone.epoch();
    }
  }
}
