package io.throughline.kernel.customer;

import io.throughline.kernel.Address;
import io.throughline.kernel.privacy.Personal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a field says: an address, a text, or nothing.
 *
 * @param text of every field but an address
 */
public record FieldValue(@Personal @Nullable String text, @Nullable Address address) {
  public static final FieldValue NOTHING = new FieldValue(null, null);

  public static FieldValue of(@Nullable String text) {
    return text == null || text.isBlank() ? NOTHING : new FieldValue(text, null);
  }

  public static FieldValue of(Address address) {
    return new FieldValue(null, address);
  }

  /**
   * Whether both say the same, however each system writes it down: blanks, cases, and whatever
   * stands between the digits of a phone number do not count. Without that, two systems that tidy
   * up differently would correct each other for ever.
   */
  public boolean agreesWith(FieldValue other, CustomerField field) {
    return canonical(field).equals(other.canonical(field));
  }

  private String canonical(CustomerField field) {
    return switch (field) {
      case PHONE -> digits(Objects.requireNonNullElse(text, ""));
      case NAME, EMAIL, ON_HOLD -> plain(Objects.requireNonNullElse(text, ""));
      case BILL_TO -> address == null ? "" : canonical(address);
    };
  }

  private static String canonical(Address address) {
    return Stream.of(
            address.name(),
            address.street(),
            address.city(),
            address.region(),
            address.postalCode(),
            address.country())
        .map(part -> plain(Objects.requireNonNullElse(part, "")))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String digits(String phone) {
    var bare = phone.replaceAll("\\(0\\)", "").replaceAll("[^0-9+]", "");
    return bare.startsWith("00") ? "+" + bare.substring(2) : bare;
  }

  /** For a person to read. */
  public String shown() {
    return address == null
        ? Objects.requireNonNullElse(text, "")
        : Stream.of(
                address.name(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }
}
