package io.throughline.kernel;

import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Where goods or letters go. All of it but the country may lead to a person.
 *
 * @param name the recipient
 * @param region state or province, where the country has them
 * @param country as the CRM states it: an ISO 3166 code or a name
 */
public record Address(
    @Personal String name,
    @Personal String street,
    @Personal String city,
    @Personal @Nullable String region,
    @Personal @Nullable String postalCode,
    String country) {

  /** What is left of it once its key is gone. */
  public Address erased() {
    return new Address(
        Erased.TEXT, Erased.TEXT, Erased.TEXT, Erased.of(region), Erased.of(postalCode), country);
  }
}
