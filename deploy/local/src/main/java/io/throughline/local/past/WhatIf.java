package io.throughline.local.past;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What another credit rule would have come to, for the orders that were parked because of their
 * customer's credit. The ERP's figures are recorded where it refused, and nowhere else: which of
 * the orders that passed a stricter rule would have stopped cannot be told.
 *
 * @param passed orders that would not have been parked
 * @param parked orders that would have been parked all the same
 * @param passedNet what of them was held up, without tax, by currency
 * @param parkedNet likewise
 * @param erased checks whose figures are gone with their customer's key
 * @param caveat what cannot be told; empty if nothing
 */
public record WhatIf(
    String rule,
    List<Outcome> passed,
    List<Outcome> parked,
    Map<String, BigDecimal> passedNet,
    Map<String, BigDecimal> parkedNet,
    int erased,
    String caveat) {

  /**
   * A recorded check that failed. Amounts are in {@code currency}, with tax, but for the net.
   *
   * @param exposure what the customer owed without this order
   * @param gross the order
   * @param net what the order's exception held up, without tax
   */
  public record Check(
      String orderId,
      String exceptionId,
      BigDecimal limit,
      BigDecimal exposure,
      BigDecimal gross,
      BigDecimal net,
      String currency) {}

  /**
   * @param owed what the customer would have owed with the order, with tax
   * @param limit by the other rule
   */
  public record Outcome(
      String orderId,
      String exceptionId,
      BigDecimal owed,
      BigDecimal limit,
      BigDecimal net,
      String currency) {}

  /**
   * Decides each recorded check again, as the platform did: parked if more is owed than the limit.
   */
  static WhatIf of(String rule, CreditRule credit, List<Check> checks, int erased) {
    var outcomes =
        checks.stream()
            .collect(
                Collectors.partitioningBy(
                    it -> it.exposure().add(it.gross()).compareTo(credit.limitFor(it.limit())) <= 0,
                    Collectors.mapping(it -> outcome(it, credit), Collectors.toList())));
    var passed = outcomes.getOrDefault(true, List.of());
    var parked = outcomes.getOrDefault(false, List.of());
    var stricter = checks.stream().anyMatch(it -> credit.isStricterThan(it.limit()));
    return new WhatIf(
        rule,
        passed,
        parked,
        sums(passed),
        sums(parked),
        erased,
        stricter
            ? "The rule is stricter than some recorded limits. Orders that passed left no record of"
                + " what their customers owed, so those that it would have stopped are not among"
                + " these."
            : "");
  }

  private static Outcome outcome(Check it, CreditRule credit) {
    return new Outcome(
        it.orderId(),
        it.exceptionId(),
        it.exposure().add(it.gross()),
        credit.limitFor(it.limit()),
        it.net(),
        it.currency());
  }

  private static Map<String, BigDecimal> sums(List<Outcome> outcomes) {
    return outcomes.stream()
        .collect(Collectors.toMap(Outcome::currency, Outcome::net, BigDecimal::add, TreeMap::new));
  }
}
