package io.throughline.simulators.depot;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goods that are announced to come back, and what became of them. Guarded by the depot. */
public final class GoodsBack {
  /** From the announcement (business time). */
  static final Duration ARRIVES_AFTER = Duration.ofDays(2);

  static final Duration PROCESSED_AFTER = Duration.ofDays(3);

  private final String id;
  private final Entry.ReturnExpected expected;
  private final Map<String, Integer> good = new LinkedHashMap<>();
  private final Map<String, Integer> bad = new LinkedHashMap<>();
  private @Nullable Instant arrivedAt;
  private @Nullable Instant processedAt;
  private @Nullable Instant cancelledAt;

  GoodsBack(String id, Entry.ReturnExpected expected) {
    this.id = id;
    this.expected = expected;
  }

  public String id() {
    return id;
  }

  public Entry.ReturnExpected expected() {
    return expected;
  }

  public Optional<Instant> arrivedAt() {
    return Optional.ofNullable(arrivedAt);
  }

  public Optional<Instant> processedAt() {
    return Optional.ofNullable(processedAt);
  }

  public boolean isCancelled() {
    return cancelledAt != null;
  }

  /** Units that are for sale again, by product. */
  public Map<String, Integer> good() {
    return Map.copyOf(good);
  }

  /** Units that came and are not. */
  public Map<String, Integer> bad() {
    return Map.copyOf(bad);
  }

  boolean mayArrive() {
    return arrivedAt == null && cancelledAt == null;
  }

  boolean isToBeProcessed() {
    return arrivedAt != null && processedAt == null;
  }

  void arrive(Instant at) {
    arrivedAt = at;
  }

  void process(Entry.ReturnProcessed processed) {
    good.putAll(processed.good());
    bad.putAll(processed.bad());
    processedAt = processed.at();
  }

  void cancel(Instant at) {
    cancelledAt = at;
  }
}
