package io.throughline.command.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.Money;
import io.throughline.kernel.fulfilment.InspectedLine;
import io.throughline.kernel.fulfilment.ReturnId;
import io.throughline.kernel.fulfilment.Settlement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One return as the process knows it.
 *
 * @param lines what was announced to come back
 * @param stages when each was reached (business time, UTC)
 * @param provider who expects the goods; empty until somebody does
 * @param inspected what was found; empty until somebody looked
 * @param told whether the logistics provider said so, and no person of ours
 * @param accepted what is taken back, once that is settled
 * @param toRefund what of the credit, with tax, lessens no invoice; null until the ERP credited it
 */
record ReturnCase(
    ReturnId id,
    List<LineQuantity> lines,
    Settlement settlement,
    Map<Stage, Instant> stages,
    String provider,
    List<InspectedLine> inspected,
    boolean told,
    List<LineQuantity> accepted,
    @Nullable Money toRefund) {

  enum Stage {
    ASKED,
    AUTHORIZED,
    ANNOUNCED,
    RECEIVED,
    INSPECTED,
    /** Somebody decided to go by what was found although it differs. */
    WAVED_THROUGH,
    CONFIRMED,
    RECORDED,
    CREDITED,
    REFUNDED,
    WITHDRAWN,
    ANNOUNCEMENT_WITHDRAWN,
    AUTHORIZATION_CLOSED,
    CLOSED
  }

  static ReturnCase asked(
      ReturnId id, List<LineQuantity> lines, Settlement settlement, Instant at) {
    return new ReturnCase(
        id, lines, settlement, Map.of(Stage.ASKED, at), "", List.of(), false, List.of(), null);
  }

  boolean reached(Stage stage) {
    return stages.containsKey(stage);
  }

  boolean isOpen() {
    return !reached(Stage.CLOSED);
  }

  boolean isWithdrawn() {
    return reached(Stage.WITHDRAWN);
  }

  /** Units of a line that it takes back, or may still take back. */
  int claimed(LineId line) {
    if (isWithdrawn()) {
      return 0;
    }
    return units(reached(Stage.CONFIRMED) ? accepted : lines, line);
  }

  /** Units of a line that it has taken back for good. */
  int takenBack(LineId line) {
    return isOpen() ? 0 : units(accepted, line);
  }

  /** Whether less is taken back than was announced. */
  boolean isShort() {
    return !accepted.equals(lines);
  }

  /** Whether what was found, accepted or not, is not what was announced. */
  boolean differs() {
    return inspected.size() != lines.size()
        || !lines.stream()
            .allMatch(
                line ->
                    inspected.stream()
                        .anyMatch(
                            it ->
                                it.lineId().equals(line.lineId())
                                    && it.received() == line.quantity()));
  }

  /** What was found to be good, and no more than was announced. */
  List<LineQuantity> good() {
    return lines.stream()
        .map(
            line ->
                new LineQuantity(
                    line.lineId(),
                    Math.min(
                        line.quantity(),
                        inspected.stream()
                            .filter(it -> it.lineId().equals(line.lineId()))
                            .mapToInt(InspectedLine::accepted)
                            .sum())))
        .filter(line -> line.quantity() > 0)
        .toList();
  }

  private static int units(List<LineQuantity> of, LineId line) {
    return of.stream()
        .filter(it -> it.lineId().equals(line))
        .mapToInt(LineQuantity::quantity)
        .sum();
  }

  /** The first time counts. */
  ReturnCase at(Stage stage, Instant at) {
    var reached = new EnumMap<>(stages);
    reached.putIfAbsent(stage, at);
    return with(reached);
  }

  /** Its goods are there, whoever withdrew it. */
  ReturnCase onAgain() {
    if (!isWithdrawn()) {
      return this;
    }
    var reached = new EnumMap<>(stages);
    reached.remove(Stage.WITHDRAWN);
    reached.remove(Stage.CLOSED);
    return with(reached);
  }

  private ReturnCase with(Map<Stage, Instant> reached) {
    return new ReturnCase(
        id, lines, settlement, Map.copyOf(reached), provider, inspected, told, accepted, toRefund);
  }

  ReturnCase expectedBy(String name) {
    return new ReturnCase(id, lines, settlement, stages, name, inspected, told, accepted, toRefund);
  }

  ReturnCase found(List<InspectedLine> goods, boolean byProvider) {
    return new ReturnCase(
        id, lines, settlement, stages, provider, goods, byProvider, accepted, toRefund);
  }

  ReturnCase takes(List<LineQuantity> goods) {
    return new ReturnCase(
        id, lines, settlement, stages, provider, inspected, told, goods, toRefund);
  }

  ReturnCase credited(Money rest) {
    return new ReturnCase(id, lines, settlement, stages, provider, inspected, told, accepted, rest);
  }

  ReturnCase leftOnAccount() {
    return new ReturnCase(
        id, lines, Settlement.CREDIT, stages, provider, inspected, told, accepted, toRefund);
  }
}
