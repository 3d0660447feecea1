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
 * @param stated what was stated since, which the account may have heard although nobody knows of it
 * @param answered the version that the account last answered to; 0: it never did
 * @param parent under which it stands there
 * @param linkTo the account's record that a person said to be this customer
 */
record Side(
    Map<CustomerField, FieldValue> common,
    List<Stated> stated,
    long answered,
    @Nullable CustomerId parent,
    @Nullable String linkTo) {
  static final Side UNHEARD = new Side(Map.of(), List.of(), 0, null, null);

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
    return new Side(common, List.copyOf(all), answered, parent, linkTo);
  }

  /** As one that heard only the last of it, if anything. */
  Side latest() {
    return new Side(
        common, stated.isEmpty() ? stated : List.of(stated.getLast()), answered, parent, linkTo);
  }

  Side answered(long version) {
    return new Side(common, stated, version, parent, linkTo);
  }

  Side agreeing(CustomerField field, FieldValue value) {
    var values = new EnumMap<CustomerField, FieldValue>(CustomerField.class);
    values.putAll(common);
    values.put(field, value);
    return new Side(Map.copyOf(values), stated, answered, parent, linkTo);
  }

  Side linkedTo(@Nullable String record) {
    return new Side(common, stated, answered, parent, record);
  }

  /** It has all that was stated up to the version. */
  Side heard(long version, @Nullable CustomerId parentThere) {
    return new Side(
        common,
        stated.stream().filter(it -> it.version() > version).toList(),
        version,
        parentThere,
        null);
  }

  /** Without what the customer is called, and where to find it. */
  Side erased() {
    return new Side(Map.of(), List.of(), answered, parent, null);
  }
}
