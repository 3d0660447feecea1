package io.throughline.command.sale;

import io.throughline.command.erp.ErpStock.StockLevel;
import io.throughline.command.fulfilment.Availability;
import io.throughline.command.sale.DraftCheck.Result;
import io.throughline.command.sale.DraftCheck.Subject;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.fulfilment.Finding;
import io.throughline.kernel.fulfilment.Sourced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the ERP's answers mean for a draft. */
@Component
class DraftVerdicts {
  private final Availability availability;

  DraftVerdicts(Availability availability) {
    this.availability = availability;
  }

  static DraftCheck ofFindings(Subject check, List<Finding> findings) {
    return new DraftCheck(
        check,
        findings.isEmpty() ? Result.PASSED : Result.FAILED,
        findings.stream().map(Finding::message).toList());
  }

  /**
   * @param rate as a fraction; empty if the ERP has no such tax region
   */
  static DraftCheck ofTax(SaleTerms sale, Optional<BigDecimal> rate) {
    return rate.map(
            it ->
                new DraftCheck(
                    Subject.TAX,
                    Result.PASSED,
                    List.of("The tax on " + sale.net() + " is " + sale.net().times(it) + ".")))
        .orElseGet(
            () ->
                new DraftCheck(
                    Subject.TAX,
                    Result.FAILED,
                    List.of("The ERP has no tax code " + sale.taxRegion() + ".")));
  }

  DraftCheck ofStock(SaleTerms sale, List<StockLevel> stock) {
    var unstocked =
        sale.lines().stream()
            .filter(line -> stock.stream().noneMatch(it -> it.productId().equals(line.productId())))
            .map(
                line ->
                    "No warehouse stocks " + line.productId() + " of line " + line.lineId() + ".")
            .toList();
    if (!unstocked.isEmpty()) {
      return new DraftCheck(Subject.AVAILABILITY, Result.FAILED, unstocked);
    }
    var plan = availability.of(sale, stock);
    var isShort = sale.lines().stream().anyMatch(line -> missing(line, plan) > 0);
    return new DraftCheck(
        Subject.AVAILABILITY,
        isShort ? Result.BACK_ORDERED : Result.PASSED,
        sale.lines().stream().map(line -> placesOf(line, plan)).toList());
  }

  private static int missing(OrderLine line, List<Sourced> plan) {
    return line.quantity()
        - plan.stream()
            .filter(it -> it.lineId().equals(line.lineId()))
            .mapToInt(Sourced::quantity)
            .sum();
  }

  private static String placesOf(OrderLine line, List<Sourced> plan) {
    var places = new ArrayList<String>();
    plan.stream()
        .filter(it -> it.lineId().equals(line.lineId()))
        .forEach(it -> places.add(it.quantity() + " from " + it.warehouse()));
    var missing = missing(line, plan);
    if (missing > 0) {
      places.add(missing + " back-ordered");
    }
    return "Line " + line.lineId() + ": " + String.join(", ", places) + ".";
  }
}
