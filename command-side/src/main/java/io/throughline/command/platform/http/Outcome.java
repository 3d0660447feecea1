package io.throughline.command.platform.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface Outcome {

  /**
   * An answer, whatever it says.
   *
   * @param headers by name in small letters
   */
  record Replied(int status, Map<String, String> headers, String body) implements Outcome {

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    /**
     * What {@code Retry-After} asks for, in seconds; HTTP dates are not used by the systems we
     * call.
     */
    public @Nullable Duration retryAfter() {
      return Optional.ofNullable(headers.get("retry-after"))
          .or(() -> Optional.ofNullable(headers.get("x-retry-after")))
          .filter(seconds -> seconds.matches("\\d{1,6}"))
          .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
          .orElse(null);
    }
  }

  /** No answer came: the request may have been carried out. */
  record Lost(String reason) implements Outcome {}
}
