package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpOrder;
import java.util.Map;
import java.util.Set;

/**
 * The ERP accounts that orders are booked in, by their names in configuration and events: one, or
 * several while a company moves from one to the other, or where its parts keep books of their own.
 * An order is routed once; whatever follows goes to the account that took it.
 */
public final class Erps {
  private final Map<String, Erp> byName;
  private final ErpRoutes routes;

  /**
   * @throws IllegalArgumentException if a route leads to an account that is not there
   */
  Erps(Map<String, Erp> byName, ErpRoutes routes) {
    this.byName = Map.copyOf(byName);
    this.routes = routes;
    routes.destinations().forEach(this::at);
  }

  /** The account that has every customer, and whatever no route leads elsewhere. */
  public String usual() {
    return routes.usual();
  }

  /** The account that a new order belongs to. */
  public String routeOf(ErpOrder order) {
    return routes.of(order);
  }

  /**
   * @throws IllegalArgumentException if no account has the name
   */
  public Erp at(String name) {
    var erp = byName.get(name);
    if (erp == null) {
      throw new IllegalArgumentException(
          "No ERP account is called "
              + name
              + ": set throughline.erp.accounts."
              + name
              + ".*, or correct throughline.erp.routes.");
    }
    return erp;
  }

  public Set<String> names() {
    return byName.keySet();
  }
}
