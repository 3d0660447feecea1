package io.throughline.command.erp;

import io.throughline.command.platform.budget.CallHeld;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Two accounts of which one is left alone because it does not answer. */
public final class HeldErps {
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, Erp> byName = Map.of("held", erp("held"), "other", erp("other"));

  public Erps erps() {
    return new Erps(byName, new ErpRoutes(List.of(), "held"));
  }

  /** The accounts that were asked anything. */
  public Set<String> asked() {
    return asked;
  }

  private Erp erp(String account) {
    return (Erp)
        Proxy.newProxyInstance(
            Erp.class.getClassLoader(),
            new Class<?>[] {Erp.class},
            (_, _, _) -> {
              asked.add(account);
              throw new CallHeld(account, CallHeld.Reason.NOT_ANSWERING, Duration.ofSeconds(1));
            });
  }
}
