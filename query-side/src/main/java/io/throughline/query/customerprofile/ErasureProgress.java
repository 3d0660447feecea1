package io.throughline.query.customerprofile;

import io.throughline.kernel.event.ApprovalEvent;
import io.throughline.kernel.event.ApprovalEvent.ApprovalExpired;
import io.throughline.kernel.event.ApprovalEvent.ApprovalGranted;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRefused;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerKeyDeleted;
import io.throughline.kernel.event.CustomerEvent.ErasureBegan;
import io.throughline.kernel.event.ErasureObstacle;
import io.throughline.query.customerprofile.CustomerProfile.Erasure;
import io.throughline.query.customerprofile.CustomerProfile.ErasureState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an erasure has come after one more event; what does not concern it leaves it as it is.
 */
final class ErasureProgress {
  private ErasureProgress() {}

  static @Nullable Erasure after(@Nullable Erasure known, ApprovalEvent event) {
    return switch (event) {
      case ApprovalRequested requested ->
          isUnderWay(known) ? known : told(ErasureState.REQUESTED, requested);
      case ApprovalGranted _ -> known; // what it grants is told by the customer itself
      case ApprovalRefused refused -> decided(known, ErasureState.REFUSED, refused);
      case ApprovalExpired expired -> decided(known, ErasureState.EXPIRED, expired);
    };
  }

  private static boolean isUnderWay(@Nullable Erasure erasure) {
    return erasure != null
        && switch (erasure.state()) {
          case REFUSED, EXPIRED -> false;
          case REQUESTED, WAITING, ERASED, COMPLETE -> true;
        };
  }

  private static @Nullable Erasure decided(
      @Nullable Erasure known, ErasureState state, ApprovalEvent event) {
    return known != null
            && known.state() == ErasureState.REQUESTED
            && known.approvalId().equals(event.approvalId())
        ? told(state, event)
        : known;
  }

  private static Erasure told(ErasureState state, ApprovalEvent event) {
    return new Erasure(state, event.approvalId(), event.at(), List.of(), null);
  }

  static Erasure began(ErasureBegan event) {
    return new Erasure(ErasureState.WAITING, event.approvalId(), event.at(), List.of(), null);
  }

  /** Since when it is in a state is told by the first event that says so. */
  static Erasure moved(
      Erasure known, ErasureState state, List<ErasureObstacle> waitsFor, CustomerEvent event) {
    return new Erasure(
        state,
        known.approvalId(),
        known.state() == state ? known.since() : event.at(),
        waitsFor,
        known.completeBy());
  }

  static Erasure promised(Erasure known, CustomerKeyDeleted deleted) {
    return new Erasure(
        known.state(), known.approvalId(), known.since(), List.of(), deleted.completeBy());
  }
}
