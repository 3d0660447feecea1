package io.throughline.command.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last, so many and no more. Axon's own cache holds them by
 * weak references, which each collection of young garbage clears.
 */
public final class AggregateCache implements Cache {
  private static final int CAPACITY = 10_000;

  /** What was erased must not stay in memory for ever. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

  public AggregateCache() {
    this.entries = Caffeine.newBuilder().maximumSize(CAPACITY).expireAfterWrite(KEPT).build();
  }

  @SuppressWarnings("unchecked")
  @Override
  public <K, V> @Nullable V get(K key) {
    return (V) entries.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    entries.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, value) == null;
  }

  @SuppressWarnings("unchecked")
  @Override
  public <T> T computeIfAbsent(Object key, Supplier<T> value) {
    return (T) Objects.requireNonNull(entries.get(key, _ -> value.get()));
  }

  @Override
  public boolean remove(Object key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  @SuppressWarnings("unchecked")
  @Override
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    entries.asMap().computeIfPresent(key, (_, value) -> update.apply((V) value));
  }

  /** Nobody here listens: an entry that is gone is read from the log. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }
}
