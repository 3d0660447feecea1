package io.throughline.query.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One operation that we know.
 *
 * @param name of its file and of its operation
 * @param text as it stands in the file
 */
public record TrustedDocument(String name, String text) {
  private static final String HASHED = "sha256:";
  private static final String NAMED = "x-name:";

  /**
   * As the draft "Persisted Documents" of GraphQL over HTTP has it: {@code sha256:} and the hash of
   * the file's UTF-8 text in lower-case hex.
   */
  public String id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HASHED + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }

  /** The same, for whoever is released together with us: {@code x-name:} and the name. */
  String nameId() {
    return NAMED + name;
  }

  /** What it is for: its first lines, as far as they are comments. */
  public String purpose() {
    var purpose = new StringBuilder();
    text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .forEach(line -> purpose.append(line.substring(1).strip()).append(' '));
    return purpose.toString().strip();
  }
}
