package io.throughline.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where goods or letters go.
 *
 * @param name the recipient
 * @param region state or province, where the country has them
 * @param country as the CRM states it: an ISO 3166 code or a name
 */
public record Address(
    String name,
    String street,
    String city,
    @Nullable String region,
    @Nullable String postalCode,
    String country) {}
