package io.throughline.command.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks each fact once at a time, however many want it, and remembers the answer in memory: as long
 * as it is good it answers by itself, and after that it is what is told, marked as stale, while the
 * system does not answer.
 */
@Component
class LiveFacts {
  private static final int MOST = 10_000;
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Cache<Key, Told> told =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();
  private final Map<Key, CompletableFuture<Answer<?>>> underWay = new ConcurrentHashMap<>();
  private final BusinessClock clock;

  LiveFacts(BusinessClock clock) {
    this.clock = clock;
  }

  private record Key(FactKind kind, String source, String id) {}

  private record Told(Object value, Instant asOf, long nanos) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  /**
   * @param source the account that is asked
   * @param ask empty, if the account has no such thing
   * @throws NotThere if it has not
   * @throws NoAnswerYet if there is no answer, and none from before
   */
  <T> Known<T> find(
      FactKind kind, String source, String id, Class<T> type, Supplier<Answer<Optional<T>>> ask) {
    var key = new Key(kind, source, id);
    var known = told.getIfPresent(key);
    if (known != null && known.age().compareTo(kind.goodFor()) < 0) {
      return known(known, key, type, false);
    }
    return switch (askedOnce(key, ask)) {
      case Answer.Done<?>(Optional<?> found) when found.isPresent() ->
          known(Objects.requireNonNull(told.getIfPresent(key)), key, type, false);
      case Answer.Done<?> _ -> throw new NotThere(source + " has no " + id + ".");
      case Answer.Refused<?>(_, var words) -> lastKnown(key, type, words);
      case Answer.Busy<?>(var words, _, _) -> lastKnown(key, type, words);
      case Answer.Unknown<?>(var reason) -> lastKnown(key, type, reason);
    };
  }

  private <T> Known<T> lastKnown(Key key, Class<T> type, String why) {
    var known = told.getIfPresent(key);
    if (known == null) {
      throw new NoAnswerYet(key.source(), why);
    }
    return known(known, key, type, true);
  }

  private static <T> Known<T> known(Told told, Key key, Class<T> type, boolean isStale) {
    return new Known<>(type.cast(told.value()), key.source(), told.asOf(), told.age(), isStale);
  }

  /** Whoever comes while it is being asked shares the answer. */
  private <T> Answer<?> askedOnce(Key key, Supplier<Answer<Optional<T>>> ask) {
    var mine = new CompletableFuture<Answer<?>>();
    var others = underWay.putIfAbsent(key, mine);
    if (others != null) {
      return shared(others);
    }
    try {
      var answer = asked(ask);
      remember(key, answer);
      mine.complete(answer);
      return answer;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, mine);
    }
  }

  private static Answer<?> shared(CompletableFuture<Answer<?>> others) {
    try {
      return others.join();
    } catch (CompletionException e) {
      return new Answer.Unknown<>("Whoever asked at the same time got no answer.");
    }
  }

  private static <T> Answer<Optional<T>> asked(Supplier<Answer<Optional<T>>> ask) {
    try {
      return ask.get();
    } catch (CallHeld held) {
      return new Answer.Busy<>(
          Objects.requireNonNullElse(held.getMessage(), "No call was made."), held.retryIn());
    }
  }

  private void remember(Key key, Answer<? extends Optional<?>> answer) {
    if (answer instanceof Answer.Done<? extends Optional<?>>(var found)) {
      found.ifPresentOrElse(
          value -> told.put(key, new Told(value, clock.instant(), System.nanoTime())),
          () -> told.invalidate(key));
    }
  }
}
