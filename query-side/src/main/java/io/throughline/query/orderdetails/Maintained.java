package io.throughline.query.orderdetails;

import io.throughline.query.maintenance.MaintenanceWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which maintenance keeps an order waiting. Pure. */
final class Maintained {
  private Maintained() {}

  /**
   * Of an order that has no account or no provider yet it is not known here which one it will be
   * given to, so any of them counts.
   *
   * @param open what is maintained now
   * @param whoseMove {@code ERP} or {@code CARRIER}
   */
  static Optional<MaintenanceWindow> keeping(
      OrderDetails order, String whoseMove, List<MaintenanceWindow> open) {
    return open.stream()
        .filter(it -> it.kind().equals(whoseMove))
        .filter(it -> whoseMove.equals("ERP") ? isBookedIn(order, it) : mayShip(order, it))
        .max(Comparator.comparing(MaintenanceWindow::until));
  }

  private static boolean isBookedIn(OrderDetails order, MaintenanceWindow window) {
    return order.erp() == null || order.erp().equals(window.account());
  }

  private static boolean mayShip(OrderDetails order, MaintenanceWindow window) {
    var asked = order.shipments().stream().filter(it -> it.deliveredAt() == null).toList();
    return asked.isEmpty() || asked.stream().anyMatch(it -> it.provider().equals(window.account()));
  }
}
