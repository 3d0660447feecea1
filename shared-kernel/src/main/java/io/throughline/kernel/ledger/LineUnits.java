package io.throughline.kernel.ledger;

import io.throughline.kernel.LineId;
import java.util.ArrayList;
import java.util.List;

/**
 * One order line in whole sales units.
 *
 * @param ordered as the order stands now; 0 for a line that was taken out of it
 * @param shipped what left a warehouse
 * @param invoiced what the ERP has invoiced
 * @param cancelled what nobody will ship any more
 */
public record LineUnits(int ordered, int shipped, int invoiced, int cancelled) {

  static final LineUnits NONE = new LineUnits(0, 0, 0, 0);

  /** What is still to be invoiced: ordered = invoiced + open + cancelled. */
  public int open() {
    return ordered - invoiced - cancelled;
  }

  LineUnits order(int units) {
    return new LineUnits(units, shipped, invoiced, cancelled);
  }

  LineUnits ship(int units) {
    return new LineUnits(ordered, shipped + units, invoiced, cancelled);
  }

  LineUnits invoice(int units) {
    return new LineUnits(ordered, shipped, invoiced + units, cancelled);
  }

  LineUnits cancelRest() {
    return new LineUnits(ordered, shipped, invoiced, ordered - shipped);
  }

  List<String> breaches(LineId lineId) {
    var found = new ArrayList<String>();
    if (shipped > ordered) {
      found.add("Line " + lineId + ": " + shipped + " shipped of " + ordered + " ordered.");
    }
    if (invoiced > shipped) {
      found.add("Line " + lineId + ": " + invoiced + " invoiced of " + shipped + " shipped.");
    }
    if (open() < 0) {
      found.add(
          "Line "
              + lineId
              + ": "
              + invoiced
              + " invoiced and "
              + cancelled
              + " cancelled of "
              + ordered
              + " ordered.");
    }
    return found;
  }
}
