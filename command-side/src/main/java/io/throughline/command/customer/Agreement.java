package io.throughline.command.customer;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.customer.FieldValue;
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
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMerged;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerMoved;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Salesforce and the ERP agree on about one customer, and where they do not: the fold of the
 * customer's events, immutable. The last common values are what an ERP's answer is compared with,
 * so our own write is known when it comes back, however late: by what it says, not by the time.
 *
 * @param ours what Salesforce states; null before it is registered and after it is erased
 * @param common what both last agreed on; empty until the ERP first took the customer
 * @param stated what we stated since, which the ERP may have heard although nobody knows of it
 * @param answered the version that the ERP last answered to
 * @param open exceptions that wait for a person
 * @param mended what was done about those that do not
 * @param exceptions all there ever were
 * @param linkTo the ERP's record that a person said to be this customer
 */
record Agreement(
    @Nullable Particulars ours,
    Map<CustomerField, FieldValue> common,
    List<Stated> stated,
    long answered,
    Map<ExceptionId, Parked> open,
    Map<ExceptionId, Remedy> mended,
    int exceptions,
    @Nullable CustomerId parent,
    @Nullable CustomerId parentInErp,
    @Nullable CustomerId survivor,
    @Nullable String linkTo) {

  static final Agreement NONE =
      new Agreement(null, Map.of(), List.of(), 0, Map.of(), Map.of(), 0, null, null, null, null);

  /**
   * @param version how many events the customer had by then
   */
  record Stated(long version, Particulars particulars, @Nullable CustomerId parent) {}

  record Parked(Cause cause, @Nullable FieldConflict conflict, List<Remedy> remedies) {}

  /** Of a customer's whole history. */
  static Agreement of(List<RecordedEvent> history) {
    var agreement = NONE;
    for (var recorded : history) {
      Event event = recorded.event();
      if (event instanceof CustomerEvent customer) {
        agreement = agreement.evolve(customer, recorded.sequence() + 1);
      }
    }
    return agreement;
  }

  /** Whether the ERP said this before, or heard it from us. */
  boolean knows(CustomerField field, FieldValue theirs) {
    var last = common.getOrDefault(field, FieldValue.NOTHING);
    return theirs.agreesWith(last, field)
        || (ours != null && theirs.agreesWith(ours.value(field), field))
        || stated.stream().anyMatch(it -> theirs.agreesWith(it.particulars().value(field), field));
  }

  /** Whether Salesforce has said something about the field that the ERP has not taken yet. */
  boolean changedByUs(CustomerField field) {
    return ours != null
        && !ours.value(field).agreesWith(common.getOrDefault(field, FieldValue.NOTHING), field);
  }

  Optional<FieldConflict> conflictAbout(CustomerField field) {
    return open.values().stream()
        .flatMap(parked -> Optional.ofNullable(parked.conflict()).stream())
        .filter(conflict -> conflict.field() == field)
        .findFirst();
  }

  /** What the ERP has to be told: what differs from the last common values, conflicts left out. */
  Set<CustomerField> toTell() {
    var fields = EnumSet.noneOf(CustomerField.class);
    if (ours != null) {
      for (var field : Particulars.FIELDS) {
        if (!ours.value(field).equals(common.get(field)) && conflictAbout(field).isEmpty()) {
          fields.add(field);
        }
      }
    }
    return Set.copyOf(fields);
  }

  /** The exceptions that the ERP's yes makes pointless. */
  List<ExceptionId> settledByYes() {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().conflict() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  Agreement evolve(CustomerEvent event, long version) {
    return switch (event) {
      case CustomerRegistered registered -> said(Particulars.of(registered), version);
      case CustomerChanged changed -> ours == null ? this : said(ours.after(changed), version);
      case CustomerSynchronized done -> agreed(done.version());
      case CustomerRefusedByErp refused -> with(draft -> draft.answered = refused.version());
      case CustomerChangedInErp changed -> taken(changed);
      case CustomerParked parked ->
          with(
              draft -> {
                draft.open.put(
                    parked.exceptionId(),
                    new Parked(parked.cause(), parked.conflict(), parked.remedies()));
                draft.exceptions++;
              });
      case CustomerRemedyApplied applied -> mended(applied);
      case CustomerExceptionsClosed closed ->
          with(draft -> closed.closed().forEach(draft.open::remove));
      case CustomerMoved moved ->
          with(
              draft -> {
                draft.parent = moved.parentId();
                if (draft.ours != null) {
                  draft.stated.add(new Stated(version, draft.ours, moved.parentId()));
                }
              });
      case CustomerMerged merged -> with(draft -> draft.survivor = merged.survivorId());
      case CustomerErased _ ->
          // no longer in memory either
          new Agreement(
              null,
              Map.of(),
              List.of(),
              answered,
              Map.of(),
              mended,
              exceptions,
              parent,
              parentInErp,
              survivor,
              null);
      case LegalHoldPlaced _,
          LegalHoldReleased _,
          ErasureBegan _,
          ErasureDelayed _,
          CustomerKeyDeleted _,
          ErasureCompleted _ ->
          this;
    };
  }

  private Agreement said(Particulars particulars, long version) {
    return with(
        draft -> {
          draft.ours = particulars;
          draft.stated.add(new Stated(version, particulars, parent));
        });
  }

  /** The ERP has all that was stated up to the version; what was taken from it since stays. */
  private Agreement agreed(long version) {
    var heard = stated.stream().filter(it -> it.version() <= version).toList();
    return with(
        draft -> {
          draft.answered = version;
          draft.linkTo = null;
          draft.stated.removeAll(heard);
          if (!heard.isEmpty() && ours != null) {
            var last = heard.getLast();
            draft.parentInErp = last.parent();
            for (var field : Particulars.FIELDS) {
              var isNewer = ours.value(field).equals(common.get(field));
              if (!isNewer && conflictAbout(field).isEmpty()) {
                draft.common.put(field, last.particulars().value(field));
              }
            }
          }
        });
  }

  private Agreement taken(CustomerChangedInErp event) {
    return with(
        draft -> {
          for (FieldChange change : event.changes()) {
            draft.common.put(change.field(), change.after());
            draft.ours = draft.ours == null ? null : draft.ours.after(change);
          }
        });
  }

  private Agreement mended(CustomerRemedyApplied applied) {
    var parked = open.get(applied.exceptionId());
    return with(
        draft -> {
          draft.open.remove(applied.exceptionId());
          draft.mended.put(applied.exceptionId(), applied.remedy());
          if (parked != null && parked.conflict() != null) {
            // seen by a person: whatever stands now differs from it, and is told
            draft.common.put(parked.conflict().field(), parked.conflict().theirs());
          }
          if (applied.remedy() == Remedy.LINK_CUSTOMER) {
            draft.linkTo = applied.parameters().get("erpCustomerId");
          }
        });
  }

  private Agreement with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return new Agreement(
        draft.ours,
        Map.copyOf(draft.common),
        List.copyOf(draft.stated),
        draft.answered,
        Map.copyOf(draft.open),
        Map.copyOf(draft.mended),
        draft.exceptions,
        draft.parent,
        draft.parentInErp,
        draft.survivor,
        draft.linkTo);
  }

  private static final class Draft {
    private @Nullable Particulars ours;
    private final Map<CustomerField, FieldValue> common = new EnumMap<>(CustomerField.class);
    private final List<Stated> stated;
    private long answered;
    private final Map<ExceptionId, Parked> open;
    private final Map<ExceptionId, Remedy> mended;
    private int exceptions;
    private @Nullable CustomerId parent;
    private @Nullable CustomerId parentInErp;
    private @Nullable CustomerId survivor;
    private @Nullable String linkTo;

    Draft(Agreement from) {
      ours = from.ours;
      common.putAll(from.common);
      stated = new ArrayList<>(from.stated);
      answered = from.answered;
      open = new LinkedHashMap<>(from.open);
      mended = new LinkedHashMap<>(from.mended);
      exceptions = from.exceptions;
      parent = from.parent;
      parentInErp = from.parentInErp;
      survivor = from.survivor;
      linkTo = from.linkTo;
    }
  }
}
