package io.throughline.command.system;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.kernel.ownership.SystemOfRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact with where it is from.
 *
 * @param lastKnownAt as {@code asOf}, where the fact is stale
 */
@Schema(name = "Fact")
record FactReply<T>(
    T value,
    @Schema(description = "The system and its account", example = "erp:netsuite") String source,
    @Schema(description = "When the system said so, UTC") Instant asOf,
    @Schema(description = "The system does not answer now; this is what it said last")
        boolean stale,
    @Nullable Instant lastKnownAt) {
  private static final int TAG_BYTES = 12;

  /** The tag stands for the value alone: a fact read again and found the same is the same. */
  static <T> ResponseEntity<FactReply<T>> of(
      SystemOfRecord system, FactKind kind, Known<T> known, JsonMapper json) {
    var left = kind.goodFor().minus(known.age());
    var control =
        known.isStale() || left.isNegative() || left.isZero()
            ? CacheControl.noCache().cachePrivate()
            : CacheControl.maxAge(left).cachePrivate();
    return ResponseEntity.ok()
        .cacheControl(control)
        .header(HttpHeaders.AGE, Long.toString(known.age().toSeconds()))
        .eTag("W/\"" + tag(json.writeValueAsString(known.value())) + "\"")
        .body(
            new FactReply<>(
                known.value(),
                system.name().toLowerCase(Locale.ROOT) + ":" + known.source(),
                known.asOf(),
                known.isStale(),
                known.isStale() ? known.asOf() : null));
  }

  private static String tag(String value) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
