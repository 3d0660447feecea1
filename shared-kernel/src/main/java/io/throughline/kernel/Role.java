package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The roles of the platform's users; a token carries them in its {@code roles} claim. */
public enum Role {
  SALES,
  OPERATIONS,
  ANALYST,
  FINANCE,
  INTEGRATION,
  PARTNER;

  /** As in tokens and on the command line: {@code operations}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
