package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.BeginErasure;
import io.throughline.command.customer.CustomerCommand.CompleteErasure;
import io.throughline.command.customer.CustomerCommand.EraseCustomer;
import io.throughline.command.customer.CustomerCommand.PlaceLegalHold;
import io.throughline.command.customer.CustomerCommand.RecordKeyDeletion;
import io.throughline.command.customer.CustomerCommand.ReleaseLegalHold;
import io.throughline.command.privacy.CustomerErasedAlready;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerErased;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.CustomerEvent.ErasureCompleted;
import io.throughline.kernel.event.CustomerEvent.ErasureDelayed;
import io.throughline.kernel.event.CustomerEvent.LegalHoldPlaced;
import io.throughline.kernel.event.CustomerEvent.LegalHoldReleased;
import io.throughline.kernel.event.CustomerSyncEvent;
import io.throughline.kernel.event.ErasureObstacle;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * How far the erasure of one customer's personal data has come, and what may happen next. Pure.
 *
 * @param held by the law, whoever wants the data erased
 * @param waitsFor what was last said to stand in the way
 */
record Erasure(Stage stage, boolean held, List<ErasureObstacle> waitsFor) {
  static final Erasure NONE = new Erasure(Stage.NONE, false, List.of());

  enum Stage {
    NONE,
    BEGUN,
    ERASED,
    KEY_DELETED,
    COMPLETE
  }

  boolean hasErased() {
    return stage.compareTo(Stage.ERASED) >= 0;
  }

  /**
   * @throws CustomerErasedAlready if nothing new may be stated of the customer
   */
  void refuseIfErased(CustomerId customer) {
    if (hasErased()) {
      throw new CustomerErasedAlready(customer.value());
    }
  }

  Optional<CustomerEvent> decide(PlaceLegalHold place) {
    refuseIfErased(place.customerId());
    return held
        ? Optional.empty()
        : Optional.of(
            new LegalHoldPlaced(place.customerId(), place.reason(), place.actor(), place.at()));
  }

  Optional<CustomerEvent> decide(ReleaseLegalHold release) {
    return held
        ? Optional.of(
            new LegalHoldReleased(
                release.customerId(), release.reason(), release.actor(), release.at()))
        : Optional.empty();
  }

  Optional<CustomerEvent> decide(BeginErasure begin) {
    return stage == Stage.NONE
        ? Optional.of(new ErasureBegan(begin.customerId(), begin.approvalId(), begin.at()))
        : Optional.empty();
  }

  /** A hold that comes before this event is kept; one that comes after it comes too late. */
  Optional<CustomerEvent> decide(EraseCustomer erase) {
    if (stage != Stage.BEGUN) {
      return Optional.empty();
    }
    var obstacles = EnumSet.noneOf(ErasureObstacle.class);
    obstacles.addAll(erase.obstacles());
    if (held) {
      obstacles.add(ErasureObstacle.LEGAL_HOLD);
    }
    if (obstacles.isEmpty()) {
      return Optional.of(new CustomerErased(erase.customerId(), erase.at()));
    }
    return List.copyOf(obstacles).equals(waitsFor)
        ? Optional.empty()
        : Optional.of(new ErasureDelayed(erase.customerId(), List.copyOf(obstacles), erase.at()));
  }

  Optional<CustomerEvent> decide(RecordKeyDeletion deletion) {
    return stage == Stage.ERASED
        ? Optional.of(
            new CustomerKeyDeleted(
                deletion.customerId(), deletion.epoch(), deletion.completeBy(), deletion.at()))
        : Optional.empty();
  }

  Optional<CustomerEvent> decide(CompleteErasure complete) {
    return stage == Stage.ERASED || stage == Stage.KEY_DELETED
        ? Optional.of(new ErasureCompleted(complete.customerId(), complete.epoch(), complete.at()))
        : Optional.empty();
  }

  Erasure evolve(CustomerEvent event) {
    return switch (event) {
      case LegalHoldPlaced _ -> new Erasure(stage, true, waitsFor);
      case LegalHoldReleased _ -> new Erasure(stage, false, waitsFor);
      case ErasureBegan _ -> reached(Stage.BEGUN);
      case ErasureDelayed delayed -> new Erasure(stage, held, delayed.waitsFor());
      case CustomerErased _ -> reached(Stage.ERASED);
      case CustomerKeyDeleted _ -> reached(Stage.KEY_DELETED);
      case ErasureCompleted _ -> reached(Stage.COMPLETE);
      case CustomerRegistered _,
          CustomerChanged _,
          CustomerSynchronized _,
          CustomerRefusedByErp _,
          CustomerSyncEvent _ ->
          this;
    };
  }

  private Erasure reached(Stage next) {
    return new Erasure(next, held, List.of());
  }
}
