package io.throughline.command.customer;

import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.event.CustomerEvent.CustomerChanged;
import io.throughline.kernel.event.CustomerEvent.CustomerRegistered;
import java.time.Instant;
import java.util.Currency;
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
