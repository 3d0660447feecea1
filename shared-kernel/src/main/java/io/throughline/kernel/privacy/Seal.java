package io.throughline.kernel.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce of 12 bytes and a tag of 16 (NIST SP 800-38D). The place where
 * something stands is authenticated with it: moved elsewhere, it does not open. A sealed text is
 * {@code enc:v1:<key id>:<nonce, ciphertext and tag in Base64>}; sealed bytes are a one, the length
 * of the key id, the key id, then nonce, ciphertext and tag.
 */
public final class Seal {
  private static final String PREFIX = "enc:v1:";
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Making either costs more than sealing; neither may be shared while it is at work. */
  private static final ThreadLocal<Seal> OURS = ThreadLocal.withInitial(Seal::new);

  private final SecureRandom random = new SecureRandom();

  /** Asking the system for many nonces costs hardly more than asking for one. */
  private final byte[] chance = new byte[64 * NONCE];

  private int used = chance.length;
  private final Cipher cipher;

  private Seal() {
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM.", e);
    }
  }

  /**
   * @param place names where the text stands, differently for each place
   */
  public static String text(DataKey key, String place, String text) {
    var sealed = OURS.get().encrypt(key, place, text.getBytes(StandardCharsets.UTF_8));
    return PREFIX + key.id() + ":" + Base64.getEncoder().encodeToString(sealed);
  }

  /** The id of the key that opens it; empty if it is not a sealed text. */
  public static Optional<String> keyOf(String text) {
    var end = text.startsWith(PREFIX) ? text.indexOf(':', PREFIX.length()) : -1;
    return end < 0 ? Optional.empty() : Optional.of(text.substring(PREFIX.length(), end));
  }

  /** The ids of all keys under which texts of the JSON are sealed; perhaps a few that are none. */
  public static Set<String> keysIn(byte[] json) {
    var text = new String(json, StandardCharsets.ISO_8859_1);
    var found = new HashSet<String>();
    for (var at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
      var end = text.indexOf(':', at + PREFIX.length());
      if (end >= 0) {
        found.add(text.substring(at + PREFIX.length(), end));
      }
    }
    return found;
  }

  /**
   * @throws SealBroken if it was altered, or was sealed for another place
   */
  public static String open(DataKey key, String place, String sealed) {
    try {
      var start = PREFIX.length() + key.id().length() + 1;
      var bytes = Base64.getDecoder().decode(sealed.substring(start));
      return new String(OURS.get().decrypt(key, place, bytes), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SealBroken("What is sealed at " + place + " is not whole.", e);
    }
  }

  public static byte[] bytes(DataKey key, String place, byte[] bytes) {
    var id = key.id().getBytes(StandardCharsets.US_ASCII);
    var sealed = OURS.get().encrypt(key, place, bytes);
    return ByteBuffer.allocate(2 + id.length + sealed.length)
        .put(VERSION)
        .put((byte) id.length)
        .put(id)
        .put(sealed)
        .array();
  }

  /** The id of the key that opens the sealed bytes. */
  public static String keyOf(byte[] sealed) {
    return new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII);
  }

  /**
   * @throws SealBroken if they were altered, or were sealed for another place
   */
  public static byte[] open(DataKey key, String place, byte[] sealed) {
    var start = 2 + sealed[1];
    return OURS.get().decrypt(key, place, Arrays.copyOfRange(sealed, start, sealed.length));
  }

  private byte[] nonce() {
    if (used == chance.length) {
      random.nextBytes(chance);
      used = 0;
    }
    used += NONCE;
    return Arrays.copyOfRange(chance, used - NONCE, used);
  }

  private byte[] encrypt(DataKey key, String place, byte[] plain) {
    try {
      var nonce = nonce();
      cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      var sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Nothing can be sealed: " + e.getMessage(), e);
    }
  }

  private byte[] decrypt(DataKey key, String place, byte[] sealed) {
    try {
      cipher.init(Cipher.DECRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealBroken("What is sealed at " + place + " was altered, or moved there.", e);
    }
  }
}
