package io.throughline.simulators;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;

/**
 * Decides which calls go wrong, and how. The n-th call of one kind with one body meets the same
 * fault whenever it comes and whatever else goes on, so a run can be repeated with its seed.
 */
public final class Faults {
  private final long seed;
  private final double rate;
  private final Queue<Planned> plan = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final AtomicIntegerArray injected = new AtomicIntegerArray(Fault.values().length);

  public Faults(long seed, double rate) {
    this.seed = seed;
    this.rate = rate;
  }

  private record Planned(String call, Fault fault) {}

  /**
   * The next call that this is a part of meets the fault, whatever the rate.
   *
   * @param call a part of method and path: {@code "POST /services"}
   */
  void plan(String call, Fault fault) {
    plan.add(new Planned(call, fault));
  }

  /**
   * @param identity of the call, the same when it is tried again
   * @param mayDrop whether its connection may break
   */
  Optional<Fault> next(String identity, boolean mayDrop) {
    var fault = planned(identity).or(() -> chance(identity, mayDrop));
    fault.ifPresent(it -> injected.incrementAndGet(it.ordinal()));
    return fault;
  }

  private Optional<Fault> planned(String identity) {
    return plan.stream()
        .filter(it -> identity.contains(it.call()))
        .filter(plan::remove)
        .findFirst()
        .map(Planned::fault);
  }

  private Optional<Fault> chance(String identity, boolean mayDrop) {
    if (rate == 0) {
      return Optional.empty();
    }
    var number = calls.computeIfAbsent(identity, _ -> new AtomicInteger()).incrementAndGet();
    return pick(identity + "#" + number).filter(it -> mayDrop || !it.breaksTheConnection());
  }

  /** Whether a chance with this name comes true. */
  public boolean happens(String name) {
    return happens(name, 1);
  }

  /**
   * @param share of the rate, from 0 to 1
   */
  public boolean happens(String name, double share) {
    return unit(name) < rate * share;
  }

  private Optional<Fault> pick(String name) {
    var dice = unit(name);
    return dice < rate
        ? Optional.of(Fault.values()[(int) (dice / rate * Fault.values().length)])
        : Optional.empty();
  }

  /** A number from 0 to below 1 that only the seed and the name decide. */
  private double unit(String name) {
    var hash = seed * 0x9E37_79B9_7F4A_7C15L;
    for (var b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x0000_0100_0000_01B3L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ (hash >>> 32)) * 0xBF58_476D_1CE4_E5B9L;
    hash ^= hash >>> 31;
    return (hash >>> 11) * 0x1.0p-53;
  }

  public Map<String, Integer> injected() {
    return Arrays.stream(Fault.values())
        .collect(
            Collectors.toMap(
                fault -> fault.name().toLowerCase(Locale.ROOT),
                fault -> injected.get(fault.ordinal()),
                Integer::sum,
                TreeMap::new));
  }
}
