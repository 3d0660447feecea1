package io.throughline.command.customer;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
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
import io.throughline.kernel.event.CustomerSyncEvent.CustomerPlacedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerStatedInCrm;
import io.throughline.kernel.event.Event;
import io.throughline.kernel.event.RecordedEvent;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Salesforce and the ERP's accounts agree on about one customer, and where they do not: the
 * fold of the customer's events, immutable. The last common values are what an account's answer is
 * compared with, so our own write is known when it comes back, however late: by what it says, not
 * by the time.
 *
 * @param ours what stands: what Salesforce stated, and what was changed in an ERP account since;
 *     null before it is registered and after it is erased
 * @param sides what is agreed on with each account that has the customer, or is to have it
 * @param unheard the same with any other account
 * @param open exceptions that wait for a person
 * @param mended what was done about those that do not
 * @param exceptions all there ever were
 * @param crm what its account in Salesforce states; null: none was heard of, or it is erased
 */
record Agreement(
    @Nullable Particulars ours,
    Map<String, Side> sides,
    Side unheard,
    Map<ExceptionId, Parked> open,
    Map<ExceptionId, Remedy> mended,
    int exceptions,
    @Nullable CustomerId parent,
    @Nullable CustomerId survivor,
    @Nullable CrmSide crm) {

  static final Agreement NONE =
      new Agreement(null, Map.of(), Side.UNHEARD, Map.of(), Map.of(), 0, null, null, null);

  /**
   * @param version how many events the customer had by then
   */
  record Stated(long version, Particulars particulars, @Nullable CustomerId parent) {}

  /**
   * @param side who says otherwise, or no: an ERP account, or {@link CrmSide#NAME}
   */
  record Parked(
      String side, Cause cause, @Nullable FieldConflict conflict, List<Remedy> remedies) {}

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

  /** How many events a customer had by the end of a history that is not empty. */
  static long version(List<RecordedEvent> history) {
    return history.getLast().sequence() + 1;
  }

  /** What is agreed on with an account, whether or not it ever heard of the customer. */
  Side with(String erp) {
    return sides.getOrDefault(erp, unheard);
  }

  /** Whether the account said this before, or heard it from us. */
  boolean knows(String erp, CustomerField field, FieldValue theirs) {
    return (ours != null && theirs.agreesWith(ours.value(field), field))
        || with(erp).knows(field, theirs);
  }

  /** Whether something was said of the field, elsewhere, that the account has not taken yet. */
  boolean changedElsewhere(String erp, CustomerField field) {
    return ours != null && !ours.value(field).agreesWith(with(erp).commonly(field), field);
  }

  Optional<FieldConflict> conflictAbout(String erp, CustomerField field) {
    return open.values().stream()
        .filter(parked -> parked.side().equals(erp))
        .flatMap(parked -> Optional.ofNullable(parked.conflict()).stream())
        .filter(conflict -> conflict.field() == field)
        .findFirst();
  }

  /**
   * What the account has to be told: what differs from the last common values, conflicts left out.
   */
  Set<CustomerField> toTell(String erp) {
    var fields = EnumSet.noneOf(CustomerField.class);
    if (ours != null) {
      for (var field : Particulars.FIELDS) {
        if (!ours.value(field).equals(with(erp).common().get(field))
            && conflictAbout(erp, field).isEmpty()) {
          fields.add(field);
        }
      }
    }
    return Set.copyOf(fields);
  }

  /** What Salesforce has to be told, if it has an account of the customer. */
  Set<CustomerField> toTellCrm() {
    if (ours == null || crm == null || survivor != null) {
      return Set.of();
    }
    return Particulars.FIELDS.stream()
        .filter(it -> !CrmSide.same(ours.value(it), crm.commonly(it)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a person has it in hand that the side says no for such a cause. */
  boolean isParked(String side, Cause cause) {
    return open.values().stream().anyMatch(it -> it.cause() == cause && it.side().equals(side));
  }

  /** The exceptions that are pointless once Salesforce says what stands. */
  List<ExceptionId> settledInCrm() {
    return toTellCrm().isEmpty() ? settledByYes(CrmSide.NAME) : List.of();
  }

  /** The exceptions that the side's yes makes pointless. */
  List<ExceptionId> settledByYes(String side) {
    return open.entrySet().stream()
        .filter(entry -> entry.getValue().conflict() == null)
        .filter(entry -> entry.getValue().side().equals(side))
        .map(Map.Entry::getKey)
        .toList();
  }

  Agreement evolve(CustomerEvent event, long version) {
    return switch (event) {
      case CustomerRegistered registered -> said(Particulars.of(registered), version);
      case CustomerChanged changed -> ours == null ? this : said(ours.after(changed), version);
      case CustomerPlacedInErp placed -> with(draft -> draft.update(placed.erp(), it -> it));
      case CustomerSynchronized done -> agreed(done.erp(), done.version());
      case CustomerRefusedByErp refused ->
          with(draft -> draft.update(refused.erp(), it -> it.answered(refused.version())));
      case CustomerChangedInErp changed -> taken(changed, version);
      case CustomerStatedInCrm heard -> heardFromCrm(heard);
      case CustomerParked parked ->
          with(
              draft -> {
                draft.open.put(
                    parked.exceptionId(),
                    new Parked(
                        parked.side(), parked.cause(), parked.conflict(), parked.remedies()));
                draft.exceptions++;
              });
      case CustomerRemedyApplied applied -> mended(applied, version);
      case CustomerExceptionsClosed closed ->
          with(draft -> closed.closed().forEach(draft.open::remove));
      case CustomerMoved moved ->
          with(
              draft -> {
                draft.parent = moved.parentId();
                if (draft.ours != null) {
                  draft.state(new Stated(version, draft.ours, moved.parentId()), null);
                }
              });
      case CustomerMerged merged -> with(draft -> draft.survivor = merged.survivorId());
      case CustomerErased _ -> // no longer in memory either
          with(
              draft -> {
                draft.ours = null;
                draft.crm = null;
                draft.open.clear();
                draft.sides.replaceAll((_, side) -> side.erased());
                draft.unheard = Side.UNHEARD;
              });
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
          var news = new Stated(version, particulars, parent);
          draft.ours = particulars;
          draft.state(news, null);
          draft.crm = draft.crm == null ? null : draft.crm.said(news);
        });
  }

  /** The account has all that was stated up to the version; what was taken from it since stays. */
  private Agreement agreed(String erp, long version) {
    var side = with(erp);
    var last =
        side.stated().stream().filter(it -> it.version() <= version).reduce((_, later) -> later);
    var agreed = side.heard(version, last.isPresent() ? last.get().parent() : side.parent());
    if (last.isPresent() && ours != null) {
      for (var field : Particulars.FIELDS) {
        if (side.isSpokenOf(field, last.get()) && conflictAbout(erp, field).isEmpty()) {
          agreed = agreed.agreeing(field, last.get().particulars().value(field));
        }
      }
    }
    var after = agreed;
    return with(draft -> draft.update(erp, _ -> after));
  }

  /** The other accounts have to hear of it, as if Salesforce had said so. */
  private Agreement taken(CustomerChangedInErp event, long version) {
    return with(
        draft -> {
          for (var change : event.changes()) {
            draft.update(event.erp(), it -> it.agreeing(change.field(), change.after(), version));
            draft.ours = draft.ours == null ? null : draft.ours.after(change);
          }
          if (draft.ours != null) {
            var news = new Stated(version, draft.ours, parent);
            draft.state(news, event.erp());
            draft.crm =
                draft.crm == null ? null : draft.crm.saidBy(event.erp(), event.changes(), news);
          }
        });
  }

  private Agreement heardFromCrm(CustomerStatedInCrm event) {
    return with(
        draft -> {
          if (draft.ours != null) {
            var known =
                draft.crm == null
                    ? CrmSide.of(new Stated(event.version(), draft.ours, parent))
                    : draft.crm;
            draft.crm = known.heard(event);
          }
        });
  }

  private Agreement mended(CustomerRemedyApplied applied, long version) {
    var parked = open.get(applied.exceptionId());
    return with(
        draft -> {
          draft.open.remove(applied.exceptionId());
          draft.mended.put(applied.exceptionId(), applied.remedy());
          if (parked == null) {
            return;
          }
          var conflict = parked.conflict();
          if (conflict != null) {
            // seen by a person: whatever stands now differs from it, and is told
            draft.update(
                parked.side(), it -> it.agreeing(conflict.field(), conflict.theirs(), version));
            if (draft.ours != null) {
              var news = new Stated(version, draft.ours, parent);
              draft.update(parked.side(), it -> it.stated(news));
            }
          }
          if (applied.remedy() == Remedy.LINK_CUSTOMER) {
            var record = applied.parameters().get("erpCustomerId");
            draft.update(parked.side(), it -> it.linkedTo(record));
          }
        });
  }

  private Agreement with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return new Agreement(
        draft.ours,
        Map.copyOf(draft.sides),
        draft.unheard,
        Map.copyOf(draft.open),
        Map.copyOf(draft.mended),
        draft.exceptions,
        draft.parent,
        draft.survivor,
        draft.crm);
  }

  private static final class Draft {
    private @Nullable Particulars ours;
    private final Map<String, Side> sides;
    private Side unheard;
    private final Map<ExceptionId, Parked> open;
    private final Map<ExceptionId, Remedy> mended;
    private int exceptions;
    private @Nullable CustomerId parent;
    private @Nullable CustomerId survivor;
    private @Nullable CrmSide crm;

    Draft(Agreement from) {
      ours = from.ours;
      sides = new LinkedHashMap<>(from.sides);
      unheard = from.unheard;
      open = new LinkedHashMap<>(from.open);
      mended = new LinkedHashMap<>(from.mended);
      exceptions = from.exceptions;
      parent = from.parent;
      survivor = from.survivor;
      crm = from.crm;
    }

    void update(String erp, UnaryOperator<Side> change) {
      sides.put(erp, change.apply(sides.getOrDefault(erp, unheard)));
      unheard = unheard.latest(); // an account that comes later hears only how things are then
    }

    /**
     * @param but the account that said so itself
     */
    void state(Stated news, @Nullable String but) {
      sides.replaceAll((erp, side) -> erp.equals(but) ? side : side.stated(news));
      unheard = sides.isEmpty() ? unheard.stated(news) : unheard.stated(news).latest();
    }
  }
}
