package io.throughline.command.logistics;

import io.throughline.command.platform.StandardSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Signatures after Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}, {@code v1,} and
 * Base64, several of them separated by spaces. A message is good for five minutes of wall time
 * either way.
 */
final class StandardWebhooks {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final List<StandardSignature> keys;
  private final Clock wall;

  /**
   * @param secrets {@code whsec_} and Base64; any of them may have signed
   */
  StandardWebhooks(List<String> secrets, Clock wall) {
    this.keys = secrets.stream().map(StandardSignature::new).toList();
    this.wall = wall;
  }

  /**
   * @throws BadSignature saying what is wrong
   */
  void verify(String id, String timestamp, String signatures, byte[] body) {
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      throw new BadSignature(
          "The headers webhook-id, webhook-timestamp and webhook-signature are needed.");
    }
    if (!timestamp.matches("\\d{1,12}")
        || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), wall.instant())
                .abs()
                .compareTo(TOLERANCE)
            > 0) {
      throw new BadSignature(
          "The message is older or newer than five minutes: sign it again when it is sent again.");
    }
    var isSigned =
        keys.stream()
            .map(key -> key.of(id, timestamp, body))
            .anyMatch(
                expected ->
                    List.of(signatures.split(" ")).stream()
                        .anyMatch(given -> same(expected, given)));
    if (!isSigned) {
      throw new BadSignature("The signature is not ours: check the webhook secret on both sides.");
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
