package io.throughline.bench.eventstore;

import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that are in memory, as a node's are that has been running for a while. */
final class HeldKeys implements PersonalDataKeys {
  private final SecureRandom random = new SecureRandom();
  private final Map<String, DataKey> byOwner = new ConcurrentHashMap<>();
  private final Map<String, DataKey> byId = new ConcurrentHashMap<>();

  @Override
  public Optional<DataKey> toSeal(String owner, String wireName) {
    return Optional.of(byOwner.computeIfAbsent(owner, this::make));
  }

  private DataKey make(String owner) {
    var bytes = new byte[DataKey.LENGTH];
    random.nextBytes(bytes);
    var key = new DataKey("bench-" + byId.size(), bytes);
    byId.put(key.id(), key);
    return key;
  }

  @Override
  public Optional<DataKey> toOpen(String keyId) {
    return Optional.ofNullable(byId.get(keyId));
  }
}
