package io.throughline.command.privacy;

import java.util.SortedSet;

/**
 * Keeps epoch keys outside the database: a folder, a cloud's key service, a hardware module. Who
 * holds the database alone can open nothing; nor can anybody once an epoch's key is destroyed. All
 * nodes must see the same vault.
 */
public interface KeyVault {

  /** Makes the epoch's key unless it is there; returns when it is durable. */
  void create(int epoch);

  /** All epochs whose keys are there. */
  SortedSet<Integer> epochs();

  /**
   * @param context is authenticated: unwrapping needs the same
   * @throws VaultUnusable if the epoch's key is not there or cannot be used
   */
  byte[] wrap(int epoch, byte[] key, String context);

  /**
   * @throws VaultUnusable if the epoch's key is not there, or did not wrap this
   */
  byte[] unwrap(int epoch, byte[] wrapped, String context);

  /** Destroys the epoch's key for good, unless it is gone already. */
  void destroy(int epoch);

  /**
   * HMAC-SHA-256 under a key of the vault's own that is never destroyed: tells whether two texts
   * are equal, to nobody who has not the vault.
   */
  byte[] fingerprint(byte[] text);
}
