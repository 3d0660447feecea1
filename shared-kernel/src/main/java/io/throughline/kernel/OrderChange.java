package io.throughline.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed of a sale. What it does not name stays as it is.
 *
 * @param requestedOn another day for the order; null: it stays
 * @param shipTo another address for the order; null: it stays
 * @param furtherShipTos added, or in place of those of the same keys
 * @param lines added, or in place of those of the same numbers
 * @param removedLines not wanted any more
 */
public record OrderChange(
    @Nullable LocalDate requestedOn,
    @Nullable Address shipTo,
    List<ShipTo> furtherShipTos,
    List<OrderLine> lines,
    List<LineId> removedLines) {

  /** The sale as it is wanted; lines and addresses keep their places, new ones follow. */
  public SaleTerms applyTo(SaleTerms sale) {
    var dated = requestedOn == null ? sale : sale.withRequestedOn(requestedOn);
    var addressed = shipTo == null ? dated : dated.withShipTo(shipTo);
    return addressed
        .withFurtherShipTos(merged(sale.furtherShipTos(), furtherShipTos, ShipTo::key))
        .withLines(
            merged(sale.lines(), lines, OrderLine::lineId).stream()
                .filter(line -> !removedLines.contains(line.lineId()))
                .toList());
  }

  private static <T> List<T> merged(List<T> known, List<T> given, Function<T, Object> key) {
    var merged = new ArrayList<T>();
    for (var it : known) {
      var same = given.stream().filter(other -> key.apply(other).equals(key.apply(it)));
      merged.add(same.findFirst().orElse(it));
    }
    given.stream()
        .filter(it -> known.stream().noneMatch(other -> key.apply(other).equals(key.apply(it))))
        .forEach(merged::add);
    return merged;
  }

  /** The lines of a sale that would not stay as they are, in whatever way. */
  public Set<LineId> touchedOf(SaleTerms sale) {
    var wanted = applyTo(sale);
    return sale.lines().stream()
        .filter(
            line ->
                !wanted.find(line.lineId()).filter(line::equals).isPresent()
                    || isMoved(line, sale, wanted))
        .map(OrderLine::lineId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether what is shipped of a line would have to be another product, or go elsewhere. */
  public static boolean isMoved(OrderLine line, SaleTerms sale, SaleTerms wanted) {
    return wanted
        .find(line.lineId())
        .map(
            other ->
                !other.productId().equals(line.productId())
                    || !Objects.equals(other.shipTo(), line.shipTo())
                    || !wanted.addressOf(other.shipTo()).equals(sale.addressOf(line.shipTo()))
                    || !Objects.equals(wanted.dayOf(other), sale.dayOf(line)))
        .orElse(true);
  }
}
