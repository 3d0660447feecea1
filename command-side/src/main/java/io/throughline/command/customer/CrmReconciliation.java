package io.throughline.command.customer;

import io.throughline.command.customer.CustomerCommand.ConfirmInCrm;
import io.throughline.command.customer.CustomerCommand.RefuseInCrm;
import io.throughline.command.customer.CustomerCommand.TakeFromCrm;
import io.throughline.kernel.Address;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldConflict;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerEvent;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerExceptionsClosed;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerStatedInCrm;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Condition;
import io.throughline.kernel.fulfilment.Dependency;
import io.throughline.kernel.fulfilment.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the agreement when Salesforce states an account, or has been told of it. Pure.
 */
final class CrmReconciliation {
  private CrmReconciliation() {}

  /**
   * Holds what the account states against what it last stated or was told. What it only gives back
   * is passed over, however old; what somebody changed there is taken. Where an ERP account changed
   * the same field and Salesforce did not know yet, a person decides: until then each side keeps
   * what it says.
   */
  static List<CustomerEvent> taken(Agreement agreement, TakeFromCrm take) {
    var events = new ArrayList<CustomerEvent>();
    var ours = agreement.ours();
    if (ours == null) {
      events.add(take.particulars().registered(take.customerId(), take.at()));
      events.add(stated(take, Particulars.FIELDS, take.version() + 1));
      return events;
    }
    var after = merged(agreement, ours, take.particulars());
    if (!ours.equals(after)) {
      events.add(after.changed(take.customerId(), take.at()));
    }
    var fields =
        Particulars.FIELDS.stream()
            .filter(it -> CrmSide.same(after.value(it), take.particulars().value(it)))
            .toList();
    var crm = agreement.crm();
    if (crm == null
        || fields.stream()
            .anyMatch(it -> !CrmSide.same(crm.commonly(it), take.particulars().value(it)))) {
      events.add(stated(take, fields, take.version() + events.size()));
    }
    if (crm != null) {
      events.addAll(conflicts(agreement, crm, ours, after, take));
    }
    return events;
  }

  private static CustomerStatedInCrm stated(
      TakeFromCrm take, List<CustomerField> fields, long version) {
    return new CustomerStatedInCrm(take.customerId(), take.account(), fields, version, take.at());
  }

  /** The currency stays what it was; contact and owner are Salesforce's alone. */
  private static Particulars merged(Agreement agreement, Particulars ours, Particulars theirs) {
    var takes = EnumSet.noneOf(CustomerField.class);
    Particulars.FIELDS.stream()
        .filter(it -> isTaken(agreement, it, ours.value(it), theirs.value(it)))
        .forEach(takes::add);
    return new Particulars(
        takes.contains(CustomerField.NAME) ? theirs.name() : ours.name(),
        theirs.contact(),
        takes.contains(CustomerField.EMAIL) ? theirs.email() : ours.email(),
        takes.contains(CustomerField.PHONE) ? theirs.phone() : ours.phone(),
        agreement.crm() == null ? theirs.billTo() : address(takes, ours, theirs),
        ours.currency(),
        theirs.owner());
  }

  private static boolean isTaken(
      Agreement agreement, CustomerField field, FieldValue ours, FieldValue theirs) {
    var crm = agreement.crm();
    if (crm == null || !crm.knows(field, theirs)) {
      return true;
    }
    // what is only written otherwise is taken where nobody else has said anything
    return CrmSide.agree(theirs, crm.commonly(field), field)
        && CrmSide.same(ours, crm.commonly(field));
  }

  /** An account has no addressee: it is the name, unless somebody in the ERP put another one. */
  private static Address address(Set<CustomerField> takes, Particulars ours, Particulars theirs) {
    var address = takes.contains(CustomerField.BILL_TO) ? theirs.billTo() : ours.billTo();
    var isNamed = ours.billTo().name().equals(ours.name());
    var name = isNamed && takes.contains(CustomerField.NAME) ? theirs.name() : ours.billTo().name();
    return new Address(
        name,
        address.street(),
        address.city(),
        address.region(),
        address.postalCode(),
        address.country());
  }

  private static List<CustomerEvent> conflicts(
      Agreement agreement, CrmSide crm, Particulars ours, Particulars after, TakeFromCrm take) {
    var parked = new ArrayList<CustomerEvent>();
    for (var field : Particulars.FIELDS) {
      var theirs = take.particulars().value(field);
      var erp = crm.statedBy(field);
      if (erp.isPresent()
          && !crm.knows(field, theirs)
          && !CrmSide.agree(theirs, ours.value(field), field)
          && !CrmSide.agree(ours.value(field), crm.commonly(field), field)
          && agreement.conflictAbout(erp.get(), field).isEmpty()) {
        parked.add(
            Reconciliation.parked(
                take.customerId(),
                erp.get(),
                agreement.exceptions() + parked.size() + 1,
                new FieldConflict(
                    field, crm.commonly(field), after.value(field), ours.value(field)),
                take.at()));
      }
    }
    return parked;
  }

  /** Salesforce took what it was told, or had it. */
  static List<CustomerEvent> confirmed(Agreement agreement, ConfirmInCrm confirm) {
    var crm = agreement.crm();
    if (crm == null
        || agreement.survivor() != null
        || confirm.fields().stream().noneMatch(it -> crm.isNews(it, confirm.version()))) {
      return List.of();
    }
    return List.of(
        new CustomerStatedInCrm(
            confirm.customerId(),
            confirm.account(),
            confirm.fields().stream().sorted().toList(),
            confirm.version(),
            confirm.at()));
  }

  /** Salesforce does not take what stands: a person's matter, once for all that is open of it. */
  static List<CustomerEvent> refused(Agreement agreement, RefuseInCrm refuse) {
    var untold = agreement.toTellCrm();
    if (untold.isEmpty() || agreement.isParked(CrmSide.NAME, Cause.CRM_REFUSED)) {
      return List.of();
    }
    return List.of(
        Reconciliation.parked(
            refuse.customerId(),
            CrmSide.NAME,
            agreement.exceptions() + 1,
            Cause.CRM_REFUSED,
            Dependency.SALESFORCE,
            null,
            untold.stream().sorted().map(CrmReconciliation::finding).toList(),
            refuse.reason(),
            refuse.at()));
  }

  private static Finding finding(CustomerField field) {
    return Finding.of(
        Cause.CRM_REFUSED,
        null,
        "The account still says something else of " + Reconciliation.named(field) + ".",
        Map.of(Condition.FIELD, field.name()));
  }

  /** Whatever it took: if nothing is left to tell Salesforce, its refusal is no matter any more. */
  static List<CustomerEvent> settled(Agreement agreement, CustomerCommand command) {
    var settled = agreement.settledInCrm();
    return settled.isEmpty()
        ? List.of()
        : List.of(new CustomerExceptionsClosed(command.customerId(), settled, command.at()));
  }
}
