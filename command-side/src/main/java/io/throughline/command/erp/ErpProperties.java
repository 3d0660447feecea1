package io.throughline.command.erp;

import io.throughline.command.erp.ErpRoutes.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code throughline.erp}.
 *
 * @param netsuite the usual account, called {@code netsuite}
 * @param accounts further NetSuite accounts, by the names that routes and events call them
 * @param routes which orders go to which account, the first that fits; others go to the usual one
 */
@ConfigurationProperties("throughline.erp")
record ErpProperties(
    NetSuiteProperties netsuite,
    @DefaultValue Map<String, NetSuiteProperties> accounts,
    @DefaultValue List<Route> routes) {
  static final String USUAL = "netsuite";

  /** In budgets, in metrics and among the sides of an exception. */
  private static final Set<String> TAKEN = Set.of("salesforce", "shipbob", "shiphero");

  ErpProperties {
    for (var name : accounts.keySet()) {
      if (TAKEN.contains(name)) {
        throw new IllegalArgumentException(
            "throughline.erp.accounts."
                + name
                + ": another system's account is called so; choose another name.");
      }
    }
  }
}
