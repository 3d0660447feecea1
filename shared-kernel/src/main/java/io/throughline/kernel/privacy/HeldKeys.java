package io.throughline.kernel.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Keys held in memory, and fetched from where they are kept when they are not. That a key is gone
 * is held like a key.
 */
public final class HeldKeys {
  private static final Held GONE = new Held("", Optional.empty());

  private final ConcurrentMap<String, Held> held;
  private final Function<Set<String>, Map<String, Held>> source;

  /** A key and whose it is; empty if it is gone for good. */
  public record Held(String owner, Optional<DataKey> key) {}

  /**
   * @param held bounded, and emptied by itself after a while
   * @param source by their ids, all of those that it is asked for and that are there
   */
  public HeldKeys(
      ConcurrentMap<String, Held> held, Function<Set<String>, Map<String, Held>> source) {
    this.held = held;
    this.source = source;
  }

  public Optional<DataKey> find(String keyId) {
    var known = held.get(keyId);
    return known != null
        ? known.key()
        : Objects.requireNonNull(find(Set.of(keyId)).get(keyId)).key();
  }

  /** One for each id. What is missing is fetched at once. */
  public Map<String, Held> find(Set<String> keyIds) {
    var found = new HashMap<String, Held>();
    var missing = new HashSet<String>();
    for (var id : keyIds) {
      var known = held.get(id);
      if (known == null) {
        missing.add(id);
      } else {
        found.put(id, known);
      }
    }
    if (!missing.isEmpty()) {
      var fetched = source.apply(missing);
      missing.forEach(id -> found.put(id, fetched.getOrDefault(id, GONE)));
      missing.forEach(id -> held.put(id, Objects.requireNonNull(found.get(id))));
    }
    return found;
  }

  /** Its owner's data is erased. */
  public void forget(String owner) {
    held.values().removeIf(it -> it.owner().equals(owner));
  }
}
