package io.throughline.command.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two requests under one key are the same: SHA-256 over method, address and body. Of
 * a JSON body its meaning counts, not its spaces or the order of its fields.
 */
record Fingerprint(String value) {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static Fingerprint of(RepeatableRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getMethod() + " " + request.getServletPath() + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(digest.digest(canonical(request.body()))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
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
