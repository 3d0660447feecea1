package io.throughline.command.fulfilment;

import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.event.CarriageEvent.ShipmentMiscounted;
import io.throughline.kernel.fulfilment.CountedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A provider's count of a shipment that is not what was asked for, and what was decided of it.
 *
 * @param booked whether the ERP had been told of the shipment, as it was asked for, before the
 *     count came
 * @param change the number of the change by which the order follows it; 0: there is none
 * @param refusal why the ERP would not have that change
 */
record ShipmentCount(
    List<CountedLine> lines, boolean booked, Stage stage, int change, @Nullable String refusal) {

  enum Stage {
    /** Nobody has said yet what is to be done. */
    OPEN,
    /** It stands; what is short stays ordered. */
    ACCEPTED,
    /** It stands, and what is short is not wanted any more. */
    CLOSED_SHORT,
    /** What was asked for stands. */
    DISMISSED,
    /** Nothing is to be done any more. */
    SETTLED
  }

  static ShipmentCount of(ShipmentMiscounted event) {
    return new ShipmentCount(event.lines(), event.booked(), Stage.OPEN, 0, null);
  }

  boolean isOpen() {
    return stage == Stage.OPEN;
  }

  boolean isSettled() {
    return stage == Stage.SETTLED;
  }

  ShipmentCount now(Stage next) {
    return new ShipmentCount(lines, booked, next, change, refusal);
  }

  ShipmentCount followedBy(int number) {
    return new ShipmentCount(lines, booked, stage, number, refusal);
  }

  /** The order cannot follow it: somebody has to decide again. */
  ShipmentCount refused(String reason) {
    return new ShipmentCount(lines, booked, Stage.OPEN, 0, reason);
  }

  /** Units of whatever was counted. */
  int units() {
    return lines.stream().mapToInt(CountedLine::counted).sum();
  }

  /** What was asked for. */
  List<LineQuantity> asked() {
    return ofTheOrder(CountedLine::asked);
  }

  /** What was counted of what was asked for. */
  List<LineQuantity> counted() {
    return ofTheOrder(CountedLine::counted);
  }

  private List<LineQuantity> ofTheOrder(ToIntFunction<CountedLine> units) {
    var found = new ArrayList<LineQuantity>();
    for (var line : lines) {
      var id = line.lineId();
      if (id != null && units.applyAsInt(line) > 0) {
        found.add(new LineQuantity(id, units.applyAsInt(line)));
      }
    }
    return List.copyOf(found);
  }
}
