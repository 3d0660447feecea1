package io.throughline.kernel.privacy;

import java.util.Optional;
import java.util.Set;

/** Where keys come from. */
public interface PersonalDataKeys {

  /**
   * Whose key seals texts in what concerns no customer. In small letters, as no customer's number
   * is.
   */
  String HOUSE = "house";

  /**
   * The key that seals what is written from now on; empty if the owner's data was erased, so that
   * nothing personal may be written any more.
   *
   * @param owner a customer's number, or {@link #HOUSE}
   * @param wireName of what is to be written
   */
  Optional<DataKey> toSeal(String owner, String wireName);

  /**
   * The key under which something was sealed; empty if it is gone for good.
   *
   * @throws RuntimeException if that cannot be told now: never taken for erasure
   */
  Optional<DataKey> toOpen(String keyId);

  /**
   * These will be asked for next: whoever has them far away fetches them at once.
   *
   * @throws RuntimeException if they cannot be had now
   */
  default void prepare(Set<String> keyIds) {}

  /** The owner's data is erased: a key that is held in memory goes too. */
  default void forget(String owner) {}
}
