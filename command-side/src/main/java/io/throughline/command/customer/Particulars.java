package io.throughline.command.customer;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldChange;
import io.throughline.kernel.customer.FieldValue;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Salesforce states of a customer.
 *
 * @param currency in which the customer is invoiced
 * @param owner the Salesforce user who looks after the account, as an opaque id
 */
public record Particulars(
    String name,
    @Nullable String contact,
    @Nullable String email,
    @Nullable String phone,
    Address billTo,
    Currency currency,
    String owner) {

  /** What the ERP is told of. */
  static final List<CustomerField> FIELDS =
      List.of(CustomerField.NAME, CustomerField.EMAIL, CustomerField.PHONE, CustomerField.BILL_TO);

  FieldValue value(CustomerField field) {
    return switch (field) {
      case NAME -> FieldValue.of(name);
      case EMAIL -> FieldValue.of(email);
      case PHONE -> FieldValue.of(phone);
      case BILL_TO -> FieldValue.of(billTo);
      case ON_HOLD -> FieldValue.NOTHING;
    };
  }

  /** A customer has a name and an address whatever somebody blanks in the ERP. */
  Particulars after(FieldChange change) {
    var text = change.after().text();
    var address = change.after().address();
    return switch (change.field()) {
      case NAME ->
          new Particulars(
              text == null ? name : text, contact, email, phone, billTo, currency, owner);
      case EMAIL -> new Particulars(name, contact, text, phone, billTo, currency, owner);
      case PHONE -> new Particulars(name, contact, email, text, billTo, currency, owner);
      case BILL_TO ->
          new Particulars(
              name, contact, email, phone, address == null ? billTo : address, currency, owner);
      case ON_HOLD -> this;
    };
  }

  static Particulars of(CustomerRegistered event) {
    return new Particulars(
        event.name(),
        event.contact(),
        event.email(),
        event.phone(),
        event.billTo(),
        event.currency(),
        event.owner());
  }

  Particulars after(CustomerChanged event) {
    return new Particulars(
        event.name(),
        event.contact(),
        event.email(),
        event.phone(),
        event.billTo(),
        currency,
        event.owner());
  }

  CustomerRegistered registered(CustomerId customer, Instant at) {
    return new CustomerRegistered(
        customer, name, contact, email, phone, billTo, currency, owner, at);
  }

  CustomerChanged changed(CustomerId customer, Instant at) {
    return new CustomerChanged(customer, name, contact, email, phone, billTo, owner, at);
  }
}
