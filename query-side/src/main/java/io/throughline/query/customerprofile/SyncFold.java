package io.throughline.query.customerprofile;

import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.event.CustomerSyncEvent;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerStatedInCrm;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.query.customerprofile.CustomerProfile.CustomerPlace;
import io.throughline.query.customerprofile.CustomerProfile.Particulars;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ERP said, what waits for a person, and where the customer stands. */
final class SyncFold {
  private SyncFold() {}

  static void fold(Draft draft, CustomerSyncEvent event) {
    switch (event) {
      case CustomerChangedInErp changed ->
          changed.changes().forEach(change -> draft.particulars = after(draft, change));
      case CustomerPlacedInErp _ -> {} // it is told of when it is there
      case CustomerStatedInCrm _ -> {} // what stands is not changed by it
      case CustomerParked parked ->
          draft.exceptions =
              Stream.concat(draft.exceptions.stream(), Stream.of(parked.exceptionId())).toList();
      case CustomerRemedyApplied applied -> without(draft, List.of(applied.exceptionId()));
      case CustomerExceptionsClosed closed -> without(draft, closed.closed());
      case CustomerMoved moved ->
          draft.place = new CustomerPlace(moved.parentId(), draft.place.mergedInto());
      case CustomerMerged merged ->
          draft.place = new CustomerPlace(draft.place.parentId(), merged.survivorId());
    }
    draft.changedAt = event.at();
  }

  private static void without(Draft draft, List<ExceptionId> gone) {
    draft.exceptions = draft.exceptions.stream().filter(id -> !gone.contains(id)).toList();
  }

  private static @Nullable Particulars after(Draft draft, FieldChange change) {
    var before = draft.particulars;
    if (before == null) {
      return null;
    }
    var text = change.after().text();
    var address = change.after().address();
    return switch (change.field()) {
      case NAME ->
          with(before, text == null ? before.name() : text, before.email(), before.phone());
      case EMAIL -> with(before, before.name(), text, before.phone());
      case PHONE -> with(before, before.name(), before.email(), text);
      case BILL_TO ->
          new Particulars(
              before.name(),
              before.contact(),
              before.email(),
              before.phone(),
              address == null ? before.billTo() : address,
              before.currency(),
              before.owner());
      case ON_HOLD -> before;
    };
  }

  private static Particulars with(
      Particulars before, String name, @Nullable String email, @Nullable String phone) {
    return new Particulars(
        name, before.contact(), email, phone, before.billTo(), before.currency(), before.owner());
  }
}
