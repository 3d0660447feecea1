package io.throughline.kernel.privacy;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One customer's key: AES with 256 bits. It never says what it is. */
public final class DataKey {
  /** Of the key itself, in bytes. */
  public static final int LENGTH = 32;

  private final String id;
  private final SecretKey key;

  /**
   * @param id stands beside everything that is sealed under the key: letters, digits, - and _
   * @param bytes 32 of them, from a good source of chance
   */
  public DataKey(String id, byte[] bytes) {
    if (!id.matches("[A-Za-z0-9_-]{1,40}") || bytes.length != LENGTH) {
      throw new IllegalArgumentException("A data key has an id and " + LENGTH + " bytes.");
    }
    this.id = id;
    this.key = new SecretKeySpec(bytes, "AES");
  }

  public String id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  /** For whoever wraps it or hands it to the other side. */
  public byte[] bytes() {
    return key.getEncoded();
  }

  @Override
  public String toString() {
    return "DataKey " + id;
  }
}
