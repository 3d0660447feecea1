package io.throughline.command.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages after Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}, as {@code
 * v1,} and Base64.
 */
public final class StandardSignature {
  private static final String PREFIX = "whsec_";

  private final byte[] key;

  /**
   * @param secret {@code whsec_} and Base64
   * @throws IllegalStateException if it is not
   */
  public StandardSignature(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalStateException("A webhook secret is whsec_ and Base64.");
    }
    this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  /**
   * @param timestamp seconds since 1970, wall time
   */
  public String of(String id, String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
    }
  }
}
