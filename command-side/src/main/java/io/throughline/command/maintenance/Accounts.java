package io.throughline.command.maintenance;

import io.throughline.command.erp.Erps;
import io.throughline.command.logistics.Carriers;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The accounts of other systems that orders need, by their names in configuration. */
@Component
class Accounts {
  private final Set<String> erps;
  private final Set<String> carriers;

  Accounts(Erps erps, Carriers carriers) {
    this.erps = new TreeSet<>(erps.names());
    this.carriers = carriers.names();
  }

  enum Kind {
    ERP,
    CARRIER
  }

  Set<String> names() {
    var all = new TreeSet<>(erps);
    all.addAll(carriers);
    return all;
  }

  Kind kindOf(String account) {
    return erps.contains(account) ? Kind.ERP : Kind.CARRIER;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  String require(String account) {
    if (!names().contains(account)) {
      throw new IllegalArgumentException(
          "No account is called " + account + ", only " + String.join(", ", names()) + ".");
    }
    return account;
  }
}
