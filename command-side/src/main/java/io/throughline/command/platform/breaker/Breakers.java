package io.throughline.command.platform.breaker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The breakers of all accounts on this node. */
public final class Breakers {
  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  private final BreakerSettings settings;
  private final Map<String, Breaker> byAccount = new ConcurrentHashMap<>();
  private final List<Consumer<String>> waiting = new CopyOnWriteArrayList<>();

  public Breakers(BreakerSettings settings) {
    this.settings = settings;
  }

  public Breaker of(String account) {
    return byAccount.computeIfAbsent(account, _ -> new Breaker(account, settings, this::closed));
  }

  public Collection<Breaker> all() {
    return List.copyOf(byAccount.values());
  }

  /** Whether calls to the account are held now. */
  public boolean isOpen(String account) {
    var breaker = byAccount.get(account);
    return breaker != null && breaker.isOpen();
  }

  /**
   * @param listener is told each account that answers again, on a thread of its own
   */
  public void whenClosed(Consumer<String> listener) {
    waiting.add(listener);
  }

  /** Not on the caller's thread: it is the probe's, and others wait for its answer. */
  private void closed(String account) {
    log.info("{} answers again", account);
    waiting.forEach(
        listener ->
            Thread.ofVirtual().name("woken-" + account).start(() -> told(listener, account)));
  }

  private static void told(Consumer<String> listener, String account) {
    try {
      listener.accept(account);
    } catch (RuntimeException e) {
      log.warn("Who waits for {} could not be told that it answers again", account, e);
    }
  }
}
