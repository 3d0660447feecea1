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
 * @param returned what was taken back
 * @param credited what of the invoiced the ERP has credited
 */
public record LineUnits(
    int ordered, int shipped, int invoiced, int cancelled, int returned, int credited) {

  static final LineUnits NONE = new LineUnits(0, 0, 0, 0, 0, 0);

  /** What is still to be invoiced: ordered = invoiced + open + cancelled. */
  public int open() {
    return ordered - invoiced - cancelled;
  }

  LineUnits order(int units) {
    return new LineUnits(units, shipped, invoiced, cancelled, returned, credited);
  }

  LineUnits ship(int units) {
    return new LineUnits(ordered, shipped + units, invoiced, cancelled, returned, credited);
  }

  LineUnits invoice(int units) {
    return new LineUnits(ordered, shipped, invoiced + units, cancelled, returned, credited);
  }

  LineUnits cancelRest() {
    return new LineUnits(ordered, shipped, invoiced, ordered - shipped, returned, credited);
  }

  LineUnits takeBack(int units) {
    return new LineUnits(ordered, shipped, invoiced, cancelled, returned + units, credited);
  }

  LineUnits credit(int units) {
    return new LineUnits(ordered, shipped, invoiced, cancelled, returned, credited + units);
  }

  List<String> breaches(LineId lineId) {
    var found = new ArrayList<String>();
    more(found, lineId, shipped, "shipped", ordered, "ordered");
    more(found, lineId, invoiced, "invoiced", shipped, "shipped");
    more(found, lineId, returned, "returned", shipped, "shipped");
    more(found, lineId, credited, "credited", invoiced, "invoiced");
    more(found, lineId, credited, "credited", returned, "returned");
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

  private static void more(
      List<String> found, LineId lineId, int units, String what, int most, String of) {
    if (units > most) {
      found.add("Line " + lineId + ": " + units + " " + what + " of " + most + " " + of + ".");
    }
  }
}
