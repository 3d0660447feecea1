package io.throughline.command.customer;

import io.throughline.command.customer.Agreement.Stated;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one ERP account and Salesforce agree on about one customer; immutable.
 *
 * @param common what both last agreed on; empty until the account first took the customer
 * @param since of what the account said itself, or a person decided about it: as of which version.
 *     An answer to what was stated before says nothing about it.
 * @param stated what was stated since, which the account may have heard although nobody knows of it
 * @param answered the version that the account last answered to; 0: it never did
 * @param parent under which it stands there
 * @param linkTo the account's record that a person said to be this customer
 */
record Side(
    Map<CustomerField, FieldValue> common,
    Map<CustomerField, Long> since,
    List<Stated> stated,
    long answered,
    @Nullable CustomerId parent,
    @Nullable String linkTo) {
  static final Side UNHEARD = new Side(Map.of(), Map.of(), List.of(), 0, null, null);

  /** Whether it said this before, or heard it from us. */
  boolean knows(CustomerField field, FieldValue theirs) {
    return theirs.agreesWith(commonly(field), field)
        || stated.stream().anyMatch(it -> theirs.agreesWith(it.particulars().value(field), field));
  }

  /** What both last agreed on, to the letter. */
  FieldValue commonly(CustomerField field) {
    return common.getOrDefault(field, FieldValue.NOTHING);
  }

  /** Something else is stated, and the account may hear it. */
  Side stated(Stated news) {
    var all = new ArrayList<>(stated);
    all.add(news);
    return new Side(common, since, List.copyOf(all), answered, parent, linkTo);
  }

  /** As one that heard only the last of it, if anything. */
  Side latest() {
    return new Side(
        common,
        since,
        stated.isEmpty() ? stated : List.of(stated.getLast()),
        answered,
        parent,
        linkTo);
  }

  Side answered(long version) {
    return new Side(common, since, stated, version, parent, linkTo);
  }

  Side agreeing(CustomerField field, FieldValue value) {
    return new Side(with(common, field, value), since, stated, answered, parent, linkTo);
  }

  /** The same by the account's own word, or a person's about it. */
  Side agreeing(CustomerField field, FieldValue value, long version) {
    return new Side(
        with(common, field, value), with(since, field, version), stated, answered, parent, linkTo);
  }

  /** Whether the account's yes to what was stated then speaks about the field. */
  boolean isSpokenOf(CustomerField field, Stated then) {
    return since.getOrDefault(field, 0L) <= then.version();
  }

  private static <T> Map<CustomerField, T> with(
      Map<CustomerField, T> map, CustomerField field, T value) {
    var changed = new EnumMap<CustomerField, T>(CustomerField.class);
    changed.putAll(map);
    changed.put(field, value);
    return Map.copyOf(changed);
  }

  Side linkedTo(@Nullable String record) {
    return new Side(common, since, stated, answered, parent, record);
  }

  /** It has all that was stated up to the version. */
  Side heard(long version, @Nullable CustomerId parentThere) {
    return new Side(
        common,
        since,
        stated.stream().filter(it -> it.version() > version).toList(),
        version,
        parentThere,
        null);
  }

  /** Without what the customer is called, and where to find it. */
  Side erased() {
    return new Side(Map.of(), Map.of(), List.of(), answered, parent, null);
  }
}
