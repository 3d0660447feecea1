package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.WarehouseId;
import io.throughline.kernel.event.SaleEvent.ProductChanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goods that turned out not to come from where they were to: warehouses that are out of what the
 * ERP thought was there, and products that are not made any more.
 *
 * @param known a line is not wanted from such a warehouse again
 * @param discontinued products of which nothing comes any more
 * @param isNews whether the ERP has yet to hear of the latest
 * @param rounds how often the goods were sourced anew
 */
record Outages(List<Outage> known, Set<ProductId> discontinued, boolean isNews, int rounds) {

  static final Outages NONE = new Outages(List.of(), Set.of(), false, 0);

  record Outage(LineId lineId, WarehouseId warehouse) {}

  Outages found(Shipment shipment) {
    var all = new ArrayList<>(known);
    shipment.lines().stream()
        .map(line -> new Outage(line.lineId(), shipment.warehouse()))
        .filter(outage -> !known.contains(outage))
        .forEach(all::add);
    return new Outages(List.copyOf(all), discontinued, true, rounds);
  }

  Outages about(ProductChanged product) {
    var products = new HashSet<>(discontinued);
    if (product.discontinued()) {
      products.add(product.productId());
    } else {
      products.remove(product.productId());
    }
    return new Outages(known, Set.copyOf(products), isNews || product.discontinued(), rounds);
  }

  /** The ERP need not hear of the latest: nothing more of the order is wanted. */
  Outages settled() {
    return new Outages(known, discontinued, false, rounds);
  }

  Outages told() {
    return new Outages(known, discontinued, false, rounds + 1);
  }

  /** Somebody looked: the warehouses may be asked again. */
  Outages forgotten() {
    return new Outages(List.of(), Set.of(), isNews, rounds);
  }

  boolean includes(LineId line, WarehouseId warehouse) {
    return known.contains(new Outage(line, warehouse));
  }
}
