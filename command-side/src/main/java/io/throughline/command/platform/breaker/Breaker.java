package io.throughline.command.platform.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallHeld.Reason;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One account's circuit breaker, as this node sees the account. */
public final class Breaker {
  /** Whoever is woken when it closes need not look before. */
  private static final Duration UNTIL_WOKEN = Duration.ofSeconds(60);

  private static final Duration LONGEST_PROBE = Duration.ofSeconds(30);

  private final String account;
  private final CircuitBreaker breaker;
  private final int probes;
  private final AtomicInteger scouts = new AtomicInteger();
  private volatile long probeAt = System.nanoTime();

  /**
   * @param closed is told the account when it answers again
   */
  Breaker(String account, BreakerSettings settings, Consumer<String> closed) {
    this.account = account;
    this.probes = settings.probes();
    var pauses =
        IntervalFunction.ofExponentialRandomBackoff(
            settings.probeAfter(), 1.5, 0.2, settings.probeAtLeastEvery());
    this.breaker =
        CircuitBreaker.of(
            account,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.atLeast())
                .failureRateThreshold(settings.failures())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .maxWaitDurationInHalfOpenState(LONGEST_PROBE)
                .waitIntervalFunctionInOpenState(attempt -> opened(pauses.apply(attempt)))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                closed.accept(account);
              }
            });
  }

  /** One that watches and never holds a call: for a program that waits for nobody. */
  public static Breaker unwatched(String account) {
    var breaker = new Breaker(account, BreakerSettings.usual(), _ -> {});
    breaker.breaker.transitionToMetricsOnlyState();
    return breaker;
  }

  private long opened(long pauseMillis) {
    probeAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    scouts.set(probes);
    return pauseMillis;
  }

  /**
   * Every call that is let through ends in {@link #succeeded}, {@link #failed} or {@link #notMade}.
   *
   * @throws CallHeld while the account is left alone
   */
  public void admit() {
    if (!breaker.tryAcquirePermission()) {
      throw new CallHeld(account, Reason.NOT_ANSWERING, pause());
    }
  }

  /**
   * A few come back to probe; the others, who are woken then, keep out of the way. A person is told
   * when it is worth asking again, but nobody counts on it.
   */
  private Duration pause() {
    var random = ThreadLocalRandom.current();
    if (CallScope.lane() == Lane.INTERACTIVE || scouts.getAndDecrement() > 0) {
      var left = Math.max(0, probeAt - System.nanoTime());
      return Duration.ofNanos(left).plusMillis(10 + random.nextLong(50));
    }
    return UNTIL_WOKEN.plusMillis(random.nextLong(UNTIL_WOKEN.toMillis() / 4));
  }

  /** The account answered, whatever it said. */
  public void succeeded(long nanos) {
    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
  }

  /** The account did not answer, or could not. */
  public void failed(long nanos, String how) {
    breaker.onError(nanos, TimeUnit.NANOSECONDS, new NoAnswer(how));
  }

  /** What was let through did not become a call. */
  public void notMade() {
    breaker.releasePermission();
  }

  public String account() {
    return account;
  }

  /** Whether calls are held now. */
  public boolean isOpen() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN, HALF_OPEN -> true;
      case CLOSED, DISABLED, METRICS_ONLY -> false;
    };
  }

  /** {@code closed}, {@code open} or {@code half_open}. */
  public String state() {
    return breaker.getState().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The share of the last calls that failed, in per cent; below 0 while there were too few. */
  public double failurePercent() {
    return breaker.getMetrics().getFailureRate();
  }

  private static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String how) {
      super(how, null, false, false);
    }
  }
}
