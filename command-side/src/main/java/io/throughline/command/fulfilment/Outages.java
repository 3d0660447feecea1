package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.WarehouseId;
import java.util.ArrayList;
import java.util.List;

/**
 * Warehouses that turned out to be out of what the ERP thought was there.
 *
 * @param known a line is not wanted from such a warehouse again
 * @param isNews whether the ERP has yet to hear of the latest
 * @param rounds how often the goods were sourced anew
 */
record Outages(List<Outage> known, boolean isNews, int rounds) {

  static final Outages NONE = new Outages(List.of(), false, 0);

  record Outage(LineId lineId, WarehouseId warehouse) {}

  Outages found(Shipment shipment) {
    var all = new ArrayList<>(known);
    shipment.lines().stream()
        .map(line -> new Outage(line.lineId(), shipment.warehouse()))
        .filter(outage -> !known.contains(outage))
        .forEach(all::add);
    return new Outages(List.copyOf(all), true, rounds);
  }

  /** The ERP need not hear of the latest: nothing more of the order is wanted. */
  Outages settled() {
    return new Outages(known, false, rounds);
  }

  Outages told() {
    return new Outages(known, false, rounds + 1);
  }

  /** Somebody looked: the warehouses may be asked again. */
  Outages forgotten() {
    return new Outages(List.of(), isNews, rounds);
  }

  boolean includes(LineId line, WarehouseId warehouse) {
    return known.contains(new Outage(line, warehouse));
  }
}
