package io.throughline.command.customer;

import io.throughline.command.customer.Agreement.Stated;
import io.throughline.kernel.Address;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerSyncEvent.CustomerStatedInCrm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's account in Salesforce states of it, as far as anybody knows; immutable. An
 * account has no line for whom a letter is addressed to, so that counts nowhere here.
 *
 * @param common what the account last said, or was told and took
 * @param since as of which version of the customer that is
 * @param stated what was stated from then on, the latest of what the account has wholly as the
 *     first: it may have been told the rest although nobody knows of it
 * @param statedBy which ERP account said what stands now and the account does not have
 */
record CrmSide(
    Map<CustomerField, FieldValue> common,
    Map<CustomerField, Long> since,
    List<Stated> stated,
    Map<CustomerField, String> statedBy) {

  /** Among the sides that an exception may be about; no ERP account is called so. */
  static final String NAME = "salesforce";

  /** An account that is just heard of. */
  static CrmSide of(Stated news) {
    return new CrmSide(Map.of(), Map.of(), List.of(news), Map.of());
  }

  FieldValue commonly(CustomerField field) {
    return common.getOrDefault(field, FieldValue.NOTHING);
  }

  /** Whether the account said this before, or may have it from us. */
  boolean knows(CustomerField field, FieldValue theirs) {
    return agree(theirs, commonly(field), field)
        || stated.stream()
            .filter(it -> it.version() > since(field))
            .anyMatch(it -> agree(theirs, it.particulars().value(field), field));
  }

  private long since(CustomerField field) {
    return since.getOrDefault(field, 0L);
  }

  /** Which ERP account said what stands, if one did and nobody has said anything since. */
  Optional<String> statedBy(CustomerField field) {
    return Optional.ofNullable(statedBy.get(field));
  }

  /** By Salesforce, or by a person. */
  CrmSide said(Stated news) {
    var by = copy(statedBy);
    var before = stated.getLast().particulars();
    by.keySet().removeIf(it -> !same(before.value(it), news.particulars().value(it)));
    return new CrmSide(common, since, appended(news), Map.copyOf(by));
  }

  CrmSide saidBy(String erp, List<FieldChange> changes, Stated news) {
    var by = copy(statedBy);
    changes.forEach(change -> by.put(change.field(), erp));
    return new CrmSide(common, since, appended(news), Map.copyOf(by));
  }

  private List<Stated> appended(Stated news) {
    var all = new ArrayList<>(stated);
    all.add(news);
    return List.copyOf(all);
  }

  /** The account has these fields. What is known from later on stays. */
  CrmSide heard(CustomerStatedInCrm event) {
    var then = as(event.version());
    if (then == null) {
      return this; // all is known from later on
    }
    var values = copy(common);
    var versions = copy(since);
    for (var field : event.fields()) {
      if (since(field) <= event.version()) {
        values.put(field, then.particulars().value(field));
        versions.put(field, event.version());
      }
    }
    var all = Particulars.FIELDS.stream().mapToLong(it -> versions.getOrDefault(it, 0L)).min();
    var first = as(all.orElse(0));
    var rest = first == null ? stated : stated.subList(stated.indexOf(first), stated.size());
    return new CrmSide(Map.copyOf(values), Map.copyOf(versions), List.copyOf(rest), statedBy);
  }

  /** What was stated by then. */
  private @Nullable Stated as(long version) {
    return stated.stream()
        .filter(it -> it.version() <= version)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** Whether an answer as of that version would say anything new. */
  boolean isNews(CustomerField field, long version) {
    var then = as(version);
    return then != null
        && since(field) <= version
        && !same(then.particulars().value(field), commonly(field));
  }

  private static <T> Map<CustomerField, T> copy(Map<CustomerField, T> map) {
    var copy = new EnumMap<CustomerField, T>(CustomerField.class);
    copy.putAll(map);
    return copy;
  }

  /** Whether both say the same, however each system writes it down. */
  static boolean agree(FieldValue one, FieldValue other, CustomerField field) {
    return unaddressed(one).agreesWith(unaddressed(other), field);
  }

  /** To the letter. */
  static boolean same(FieldValue one, FieldValue other) {
    return unaddressed(one).equals(unaddressed(other));
  }

  private static FieldValue unaddressed(FieldValue value) {
    var address = value.address();
    return address == null
        ? value
        : FieldValue.of(
            new Address(
                "",
                address.street(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country()));
  }
}
