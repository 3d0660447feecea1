package io.throughline.command.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.kernel.Address;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An address in the body of a request. */
@Schema(name = "Address")
public record AddressRequest(
    @Schema(description = "The recipient") @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 300) String street,
    @NotBlank @Size(max = 100) String city,
    @Schema(description = "State or province, where the country has them")
        @Nullable
        @Size(max = 100)
        String region,
    @Nullable @Size(max = 20) String postalCode,
    @Schema(description = "ISO 3166 code or name") @NotBlank @Size(max = 100) String country) {

  public Address address() {
    return new Address(name, street, city, region, postalCode, country);
  }
}
