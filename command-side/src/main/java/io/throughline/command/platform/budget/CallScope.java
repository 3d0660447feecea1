package io.throughline.command.platform.budget;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf this thread works. It is bound at the edges (a task's run, a job) and read where
 * a call leaves, so that no port and no adapter has to carry it through; where nothing is bound,
 * somebody waits: a request over HTTP.
 */
public final class CallScope {
  private static final ScopedValue<CallScope> CURRENT = ScopedValue.newInstance();

  private final Lane lane;
  private volatile @Nullable String troubled;

  private CallScope(Lane lane) {
    this.lane = lane;
  }

  public static <R> R within(Lane lane, Supplier<R> work) {
    return ScopedValue.where(CURRENT, new CallScope(lane)).call(work::get);
  }

  public static Lane lane() {
    return CURRENT.isBound() ? CURRENT.get().lane : Lane.INTERACTIVE;
  }

  /** A call in this scope came to nothing for the account's fault. */
  public static void trouble(String account) {
    if (CURRENT.isBound()) {
      CURRENT.get().troubled = account;
    }
  }

  /** The account that last gave trouble in this scope. */
  public static Optional<String> troubled() {
    return CURRENT.isBound() ? Optional.ofNullable(CURRENT.get().troubled) : Optional.empty();
  }
}
