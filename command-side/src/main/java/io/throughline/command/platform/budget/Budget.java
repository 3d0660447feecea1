package io.throughline.command.platform.budget;

import io.throughline.command.platform.budget.CallHeld.Reason;
import io.throughline.command.platform.budget.LeaseTable.Ask;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One account's budget, as this node has it. */
public final class Budget {
  private static final Duration SOON = Duration.ofMillis(100);

  private final BudgetTerms terms;
  private final Gate gate;
  private final Runnable hurry;
  private final Refusals refusals = new Refusals();
  private final LongAdder throttled = new LongAdder();
  private final Map<Lane, LongAdder> held = new EnumMap<>(Lane.class);
  private volatile int allowed;
  private volatile long renewedAt;
  private long block;

  /**
   * @param hurry has the lease renewed now
   */
  Budget(BudgetTerms terms, Runnable hurry) {
    this.terms = terms;
    this.gate = new Gate(terms.rate().isLimited(), System::nanoTime);
    this.hurry = hurry;
    for (var lane : Lane.values()) {
      held.put(lane, new LongAdder());
    }
  }

  /** A budget that is shared with nobody: for a program of one node that has no database. */
  public static Budget unshared(String account, int permits, Duration callTimeout) {
    var budget =
        new Budget(new BudgetTerms(account, permits, CallRate.UNLIMITED, callTimeout), () -> {});
    budget.allowed = permits;
    budget.gate.renewed(permits, System.nanoTime() + Long.MAX_VALUE / 2);
    return budget;
  }

  public String account() {
    return terms.account();
  }

  /**
   * Waits for a permit as long as the lane may.
   *
   * @return to be closed when the call has ended
   * @throws CallHeld if there was none
   */
  public Permit enter(Lane lane) throws InterruptedException {
    var areThereAny = gate.hasAny(lane);
    var patience = terms.patience(lane, areThereAny);
    var pause = gate.pause();
    if (pause.compareTo(patience) > 0) {
      throw notNow(lane, Reason.PAUSED, pause);
    }
    if (gate.isIdle() && !areThereAny) {
      hurry.run();
    }
    if (!gate.enter(lane, patience)) {
      throw gate.pause().isZero()
          ? notNow(lane, Reason.NO_PERMIT, SOON)
          : notNow(lane, Reason.PAUSED, gate.pause());
    }
    return new Permit(lane);
  }

  private CallHeld notNow(Lane lane, Reason reason, Duration retryIn) {
    counter(lane).increment();
    var jitter = ThreadLocalRandom.current().nextLong(SOON.toMillis() * 2);
    return new CallHeld(terms.account(), reason, retryIn.plusMillis(jitter));
  }

  /** A right to one call. */
  public final class Permit implements AutoCloseable {
    private final Lane lane;

    private Permit(Lane lane) {
      this.lane = lane;
    }

    @Override
    public void close() {
      gate.leave(lane);
    }
  }

  /** The account took a call. */
  public void answered() {
    refusals.answered();
  }

  /**
   * The account refused a call: 429.
   *
   * @param retryAfter as it asked for, if it did
   */
  public void refused(@Nullable Duration retryAfter) {
    throttled.increment();
    if (refusals.refused(retryAfter)) {
      gate.pauseUntil(System.nanoTime() + refusals.pause().toNanos());
      hurry.run();
    }
  }

  /** Whether the lease is worth a question to the database now. */
  boolean isDue() {
    var age = Duration.ofNanos(System.nanoTime() - renewedAt);
    return renewedAt == 0 || !gate.isIdle() || age.compareTo(terms.lease().dividedBy(3)) > 0;
  }

  boolean isStarving() {
    return gate.isStarving() && gate.pause().isZero();
  }

  /** Goes on after a pause. */
  void tick() {
    gate.admit();
  }

  /**
   * Renews the lease. The local end is counted from before the question was sent, so it comes
   * before the database's; and a call may begin only while the lease outlasts it.
   */
  void renew(LeaseTable table, String node) {
    var asked = System.nanoTime();
    var news = refusals.take();
    var unused = gate.surrenderTokens();
    try {
      var ask = new Ask(node, gate.wanted(), pace(), unused, ++block, news.refused(), news.pause());
      var lease = table.renew(terms, ask, gate::shrinkTo);
      allowed = lease.allowed();
      if (!lease.pause().isZero()) {
        gate.pauseUntil(System.nanoTime() + lease.pause().toNanos());
      }
      if (terms.rate().isLimited()) {
        gate.tokens(lease.drawn(), asked + LeaseTable.BLOCK.toNanos());
      }
      var usable = terms.lease().minus(terms.callTimeout());
      gate.renewed(lease.permits(), asked + usable.toNanos());
      renewedAt = asked;
    } catch (RuntimeException e) {
      refusals.putBack(news);
      throw e;
    }
  }

  /** What it expects to need, and one call that nobody foresaw. */
  private Map<Lane, Integer> pace() {
    var pace = new EnumMap<Lane, Integer>(gate.pace());
    pace.merge(Lane.INTERACTIVE, 1, Integer::sum);
    return pace;
  }

  void release(LeaseTable table, String node) {
    if (gate.shrinkTo(0) == 0) {
      table.release(terms, node);
    }
  }

  // what operators see

  public int permits() {
    return terms.permits();
  }

  /** Calls that the whole account takes at the moment; fewer after it refused some. */
  public int allowed() {
    return allowed;
  }

  /** Permits of this node; none while it cannot renew its lease. */
  public int leased() {
    return gate.limit();
  }

  public int inUse(Lane lane) {
    return gate.inUse(lane);
  }

  public int waiting(Lane lane) {
    return gate.waiting(lane);
  }

  /** Calls that were not made, since the start. */
  public long held(Lane lane) {
    return counter(lane).sum();
  }

  /** 429s since the start. */
  public long throttled() {
    return throttled.sum();
  }

  public Duration pause() {
    return gate.pause();
  }

  private LongAdder counter(Lane lane) {
    return held.getOrDefault(lane, throttled);
  }
}
