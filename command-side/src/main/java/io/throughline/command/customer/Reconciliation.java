package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmCustomer;
import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.customer.CustomerCommand.RefuseCustomer;
import io.throughline.command.customer.CustomerCommand.TakeFromErp;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerEvent.CustomerRefusedByErp;
import io.throughline.kernel.event.CustomerEvent.CustomerSynchronized;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerChangedInErp;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerParked;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerRemedyApplied;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the agreement when either side says something, or a person decides. Pure. */
final class Reconciliation {
  private Reconciliation() {}

  /**
   * Holds what an ERP account states now against what was last agreed on with it. What it only
   * gives back is passed over; what it alone changed is taken; what was changed elsewhere too waits
   * for a person.
   */
  static List<CustomerEvent> taken(Agreement agreement, TakeFromErp take) {
    var changes = new ArrayList<FieldChange>();
    var conflicts = new ArrayList<FieldConflict>();
    for (var field : CustomerField.values()) {
      var theirs = take.stated().get(field);
      if (theirs == null
          || agreement.ours() == null
          || agreement.knows(take.erp(), field, theirs)) {
        continue;
      }
      var common = agreement.with(take.erp()).common().get(field);
      switch (field.owner()) {
        case ERP ->
            changes.add(
                new FieldChange(field, common == null ? FieldValue.NOTHING : common, theirs));
        case SHARED -> {
          if (common == null || agreement.conflictAbout(take.erp(), field).isPresent()) {
            continue; // never agreed on, so ours is on its way; or a person has it in hand
          }
          if (agreement.changedElsewhere(take.erp(), field)) {
            conflicts.add(new FieldConflict(field, common, agreement.ours().value(field), theirs));
          } else {
            changes.add(new FieldChange(field, agreement.ours().value(field), theirs));
          }
        }
        case SALESFORCE, CARRIER, THROUGHLINE -> {} // the ERP has no say in it
      }
    }
    var events = new ArrayList<CustomerEvent>();
    if (!changes.isEmpty()) {
      events.add(
          new CustomerChangedInErp(take.customerId(), take.erp(), List.copyOf(changes), take.at()));
    }
    var number = agreement.exceptions();
    for (var conflict : conflicts) {
      events.add(parked(take.customerId(), take.erp(), ++number, conflict, take.at()));
    }
    return events;
  }

  static CustomerParked parked(
      CustomerId customer, String erp, int number, FieldConflict conflict, Instant at) {
    var finding =
        Finding.of(
            Cause.CUSTOMER_CONFLICT,
            null,
            "Salesforce and the ERP both changed " + named(conflict.field()) + ".",
            Map.of(
                Condition.ERP, erp,
                Condition.FIELD, conflict.field().name(),
                Condition.COMMON, conflict.common().shown(),
                Condition.OURS, conflict.ours().shown(),
                Condition.THEIRS, conflict.theirs().shown()));
    return parked(
        customer,
        erp,
        number,
        Cause.CUSTOMER_CONFLICT,
        Dependency.ERP,
        conflict,
        List.of(finding),
        null,
        at);
  }

  /** For those whose move such a cause is, with what they can do about it. */
  static CustomerParked parked(
      CustomerId customer,
      String side,
      int number,
      Cause cause,
      Dependency dependency,
      @Nullable FieldConflict conflict,
      List<Finding> findings,
      @Nullable String answer,
      Instant at) {
    return new CustomerParked(
        customer,
        side,
        ExceptionId.of(customer, number),
        cause,
        dependency,
        cause.queue(),
        conflict,
        findings,
        answer,
        cause.remedies(),
        at);
  }

  static String named(CustomerField field) {
    return switch (field) {
      case NAME -> "the name";
      case EMAIL -> "the email address";
      case PHONE -> "the phone number";
      case BILL_TO -> "the billing address";
      case ON_HOLD -> "the hold";
    };
  }

  static List<CustomerEvent> confirmed(Agreement agreement, ConfirmCustomer confirm) {
    if (confirm.version() <= agreement.with(confirm.erp()).answered()) {
      return List.of();
    }
    var events = new ArrayList<CustomerEvent>();
    events.add(
        new CustomerSynchronized(
            confirm.customerId(),
            confirm.erp(),
            confirm.erpCustomerId(),
            confirm.version(),
            confirm.at()));
    var settled = agreement.settledByYes(confirm.erp());
    if (!settled.isEmpty()) {
      events.add(new CustomerExceptionsClosed(confirm.customerId(), settled, confirm.at()));
    }
    return events;
  }

  static List<CustomerEvent> refused(Agreement agreement, RefuseCustomer refuse) {
    if (refuse.version() <= agreement.with(refuse.erp()).answered()) {
      return List.of();
    }
    var cause =
        refuse.findings().stream().anyMatch(it -> it.cause() == Cause.DUPLICATE_CUSTOMER)
            ? Cause.DUPLICATE_CUSTOMER
            : Cause.CUSTOMER_REFUSED;
    var events = new ArrayList<CustomerEvent>();
    events.add(
        new CustomerRefusedByErp(
            refuse.customerId(), refuse.erp(), refuse.reason(), refuse.version(), refuse.at()));
    if (!agreement.isParked(refuse.erp(), cause)) {
      events.add(
          parked(
              refuse.customerId(),
              refuse.erp(),
              agreement.exceptions() + 1,
              cause,
              Dependency.ERP,
              null,
              refuse.findings().stream().map(it -> it.as(cause).at(null)).toList(),
              refuse.reason(),
              refuse.at()));
    }
    return events;
  }

  /**
   * @throws CustomerExceptionNotOpen if it was mended otherwise, or never was
   * @throws CustomerRemedyRefused if the remedy does not fit
   * @throws CustomerRemedyNotAllowed if it is for somebody with another role
   */
  static List<CustomerEvent> mended(Agreement agreement, MendCustomer mend) {
    if (agreement.mended().get(mend.exceptionId()) == mend.remedy()) {
      return List.of(); // a retry, not an error
    }
    var parked = agreement.open().get(mend.exceptionId());
    if (parked == null || agreement.ours() == null) {
      throw new CustomerExceptionNotOpen(mend.exceptionId());
    }
    if (!parked.remedies().contains(mend.remedy())) {
      throw CustomerRemedyRefused.notOffered(mend, parked.remedies());
    }
    if (mend.roles().stream().noneMatch(mend.remedy().roles()::contains)) {
      throw new CustomerRemedyNotAllowed(mend.remedy());
    }
    var events = new ArrayList<CustomerEvent>();
    if (mend.remedy() == Remedy.TAKE_THEIRS && parked.conflict() != null) {
      var conflict = parked.conflict();
      events.add(
          new CustomerChangedInErp(
              mend.customerId(),
              parked.side(),
              List.of(
                  new FieldChange(
                      conflict.field(),
                      agreement.ours().value(conflict.field()),
                      conflict.theirs())),
              mend.at()));
    }
    if (mend.remedy() == Remedy.EDIT_FIELD) {
      var field = parked.conflict() == null ? null : parked.conflict().field();
      events.add(edited(agreement.ours(), field, mend));
    }
    if (mend.remedy() == Remedy.LINK_CUSTOMER) {
      required(mend, "erpCustomerId");
    }
    events.add(
        new CustomerRemedyApplied(
            mend.customerId(),
            mend.exceptionId(),
            mend.remedy(),
            mend.parameters(),
            mend.actor(),
            mend.at()));
    return events;
  }

  private static CustomerEvent edited(
      Particulars ours, @Nullable CustomerField about, MendCustomer mend) {
    var field = about == null ? field(mend) : about;
    var value =
        field == CustomerField.BILL_TO
            ? FieldValue.of(
                new Address(
                    mend.parameters().getOrDefault("name", ours.billTo().name()),
                    required(mend, "street"),
                    required(mend, "city"),
                    mend.parameters().get("region"),
                    mend.parameters().get("postalCode"),
                    required(mend, "country")))
            : FieldValue.of(required(mend, "value"));
    return ours.after(new FieldChange(field, ours.value(field), value))
        .changed(mend.customerId(), mend.at());
  }

  private static CustomerField field(MendCustomer mend) {
    var name = required(mend, "field");
    return Particulars.FIELDS.stream()
        .filter(it -> it.name().equalsIgnoreCase(name.replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                CustomerRemedyRefused.of(
                    "The parameter field is one of name, email, phone, bill-to, not "
                        + name
                        + "."));
  }

  private static String required(MendCustomer mend, String name) {
    var value = mend.parameters().get(name);
    if (value == null || value.isBlank()) {
      throw CustomerRemedyRefused.of(
          "The remedy "
              + mend.remedy().wireName()
              + " needs the parameter "
              + name
              + ", and it is missing or blank.");
    }
    return value.strip();
  }
}
