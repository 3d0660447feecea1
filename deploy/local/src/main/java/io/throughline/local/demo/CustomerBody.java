package io.throughline.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.local.input.Input;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The body of the command API's request to register a customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerBody(
    CustomerId customerId,
    String name,
    @Nullable String contact,
    @Nullable String email,
    @Nullable String phone,
    Address billTo,
    Currency currency,
    String owner) {

  static CustomerBody of(Input.Customer customer) {
    return new CustomerBody(
        customer.customerId(),
        customer.name(),
        customer.contact(),
        customer.email(),
        customer.phone(),
        customer.billTo(),
        customer.currency(),
        customer.owner());
  }
}
