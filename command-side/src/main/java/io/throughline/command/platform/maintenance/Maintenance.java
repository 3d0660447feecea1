package io.throughline.command.platform.maintenance;

import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.maintenance.MaintenanceSettings.Planned;
import io.throughline.command.platform.maintenance.Window.Source;
import io.throughline.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All windows of all accounts, as this node knows them. */
public final class Maintenance implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

  /** How late whoever waits may hear that it is over (wall time). */
  private static final Duration LOOK = Duration.ofMillis(50);

  /** A Retry-After of hours is looked at again after so long (wall time). */
  private static final Duration LONGEST_SAID = Duration.ofMinutes(15);

  private final List<Planned> planned;
  private final BusinessClock clock;
  private final Map<String, List<Window>> announced = new ConcurrentHashMap<>();
  private final Map<String, Window> said = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final List<Consumer<String>> waiting = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;

  public Maintenance(List<Planned> planned, BusinessClock clock) {
    this.planned = List.copyOf(planned);
    this.clock = clock;
    Thread.ofPlatform().name("maintenance").daemon().start(this::watch);
  }

  /** Without any window until a system itself speaks of one: for a program that is alone. */
  public static Maintenance unannounced() {
    return new Maintenance(List.of(), BusinessClock.realTime());
  }

  /**
   * @throws CallHeld while the account is being maintained
   */
  public void admit(String account) {
    var window = openWindow(account);
    if (window.isPresent()) {
      closed.add(account);
      throw held(window.get());
    }
  }

  /**
   * The account says itself that it is not there.
   *
   * @param retryIn when it is worth asking again (wall time)
   * @return to be thrown: the call came to nothing
   */
  public CallHeld said(String account, Duration retryIn) {
    var bounded = retryIn.compareTo(LONGEST_SAID) > 0 ? LONGEST_SAID : retryIn;
    var now = clock.instant();
    var until = now.plusNanos(Math.round(bounded.toNanos() * clock.rate()));
    var window =
        said.merge(
            account,
            new Window(account, now, until, Source.SAID),
            (before, news) ->
                before.isOpenAt(now) && before.until().isAfter(news.until()) ? before : news);
    if (closed.add(account)) {
      log.info("{} says that it is not there before {}", account, until);
    }
    return held(openWindow(account).orElse(window));
  }

  private CallHeld held(Window window) {
    var left = Duration.between(Instant.now(), clock.wallTimeOf(window.until()));
    var jitter = ThreadLocalRandom.current().nextLong(2 * LOOK.toMillis());
    return CallHeld.untilMaintained(
        window.account(),
        window.source() == Source.SAID,
        window.until(),
        (left.isNegative() ? Duration.ZERO : left).plusMillis(jitter));
  }

  /** What operators have announced for the account, instead of what they had before. */
  public void announced(String account, List<Window> windows) {
    announced.put(account, List.copyOf(windows));
  }

  /** The window that the account is in now; of several the one that an announcement lasts in. */
  public Optional<Window> openWindow(String account) {
    var now = clock.instant();
    return of(account, now)
        .filter(it -> it.isOpenAt(now))
        .max(
            Comparator.comparing((Window it) -> it.source() != Source.SAID)
                .thenComparing(Window::until));
  }

  /** Windows that are open or to come, the earliest first. */
  public List<Window> ahead(String account) {
    var now = clock.instant();
    return of(account, now)
        .filter(it -> it.until().isAfter(now))
        .sorted(Comparator.comparing(Window::from).thenComparing(Window::until))
        .toList();
  }

  private Stream<Window> of(String account, Instant now) {
    return Stream.of(
            planned.stream()
                .filter(it -> it.account().equals(account))
                .flatMap(it -> it.around(now)),
            announced.getOrDefault(account, List.of()).stream(),
            Stream.ofNullable(said.get(account)))
        .flatMap(it -> it);
  }

  public boolean isOpen(String account) {
    return openWindow(account).isPresent();
  }

  /**
   * @param listener is told each account of which calls were held, once it may be asked again
   */
  public void whenOver(Consumer<String> listener) {
    waiting.add(listener);
  }

  private void watch() {
    while (open) {
      for (var account : closed) {
        if (!isOpen(account) && closed.remove(account)) {
          log.info("{} may be asked again", account);
          waiting.forEach(listener -> tell(listener, account));
        }
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void tell(Consumer<String> listener, String account) {
    try {
      listener.accept(account);
    } catch (RuntimeException e) {
      closed.add(account); // it is told again
      log.warn("Who waits for {} could not be told that it may be asked again", account, e);
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
