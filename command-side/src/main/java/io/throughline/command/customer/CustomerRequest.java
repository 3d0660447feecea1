package io.throughline.command.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.command.platform.AddressRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What Salesforce states of a customer, in the body of a request. */
@Schema(name = "Customer")
record CustomerRequest(
    @Schema(
            description =
                "The customer's number in the CRM; needed to register, taken from the path to"
                    + " change")
        @Nullable String customerId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 200) String contact,
    @Nullable @Email @Size(max = 320) String email,
    @Nullable @Size(max = 50) String phone,
    @NotNull @Valid AddressRequest billTo,
    @Schema(description = "ISO 4217, in which the customer is invoiced", example = "USD") @NotNull
        Currency currency,
    @Schema(description = "The user who looks after the account, as an opaque id")
        @NotBlank
        @Size(max = 100)
        String owner) {

  Particulars particulars() {
    return new Particulars(name, contact, email, phone, billTo.address(), currency, owner);
  }
}
