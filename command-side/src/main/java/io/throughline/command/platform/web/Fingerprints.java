package io.throughline.command.platform.web;

import io.throughline.command.privacy.KeyVault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes fingerprints of requests: HMAC-SHA-256 over method, address and body. Of a JSON body its
 * meaning counts, not its spaces or the order of its fields. The key is the vault's, for a plain
 * hash of a name or an address is soon guessed.
 */
@Component
class Fingerprints {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final KeyVault vault;

  Fingerprints(KeyVault vault) {
    this.vault = vault;
  }

  Fingerprint of(RepeatableRequest request) {
    var text = new ByteArrayOutputStream();
    text.writeBytes(
        (request.getMethod() + " " + request.getServletPath() + "\n")
            .getBytes(StandardCharsets.UTF_8));
    text.writeBytes(canonical(request.body()));
    return new Fingerprint(HexFormat.of().formatHex(vault.fingerprint(text.toByteArray())));
  }

  private static byte[] canonical(byte[] body) {
    try {
      return CANONICAL.writeValueAsBytes(
          CANONICAL.treeToValue(CANONICAL.readTree(body), Object.class));
    } catch (JacksonException e) {
      return body; // not JSON, so it will be refused as it is
    }
  }
}
