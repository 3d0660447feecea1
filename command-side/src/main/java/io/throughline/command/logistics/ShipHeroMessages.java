package io.throughline.command.logistics;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * ShipHero's messages: signed with the Base64 of HMAC-SHA256 over the raw body. There is no
 * timestamp in what is signed, so an old message can be sent again by whoever got hold of it; it
 * then says what was said before, which changes nothing.
 */
final class ShipHeroMessages implements Webhook {
  private static final String ALGORITHM = "HmacSHA256";

  private final List<String> secrets;

  /**
   * @param secrets any of them may have signed
   */
  ShipHeroMessages(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  @Override
  public String provider() {
    return ShipHeroCarrier.PROVIDER;
  }

  @Override
  public List<? extends ProviderUpdate> read(Message message) {
    var given = message.header("x-shiphero-hmac-sha256");
    var id = message.header("x-shiphero-message-id");
    if (given.isEmpty() || id.isEmpty()) {
      throw new BadSignature(
          "The headers x-shiphero-hmac-sha256 and x-shiphero-message-id are needed.");
    }
    if (secrets.stream().noneMatch(secret -> same(signature(secret, message.body()), given))) {
      throw new BadSignature(
          "The signature is not ours: check the shared signature secret on both sides.");
    }
    return ShipHeroWebhook.read(id, message.body(), message.receivedAt());
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256.", e);
    }
  }

  /** The answer that ShipHero documents. */
  @Override
  public String acknowledgement() {
    return "{\"code\": \"200\", \"Status\": \"Success\"}";
  }
}
