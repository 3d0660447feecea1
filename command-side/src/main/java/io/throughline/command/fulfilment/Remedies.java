package io.throughline.command.fulfilment;

import io.throughline.kernel.Address;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.fulfilment.Remedy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each remedy makes of the order's terms. Pure. */
final class Remedies {
  private Remedies() {}

  /**
   * The new terms; empty where the remedy leaves them as they are.
   *
   * @throws RemedyNotApplicable if a parameter is missing or does not fit the order
   */
  static Optional<Terms> apply(Remedy remedy, Terms terms, Map<String, String> parameters) {
    for (var name : remedy.parameters()) {
      required(remedy, parameters, name);
    }
    return switch (remedy) {
      case RETRY,
          ACCEPT_COUNT,
          CLOSE_SHORT,
          DISMISS_COUNT,
          CANCEL_ORDER,
          ACCEPT_INSPECTION,
          WITHDRAW_RETURN,
          LEAVE_ON_ACCOUNT,
          WAIVE_DEPOSIT,
          HAND_TO_COLLECTIONS,
          ACCEPT_AMOUNT ->
          Optional.empty();
      case RELEASE_CREDIT -> Optional.of(terms.withCreditReleased());
      case APPROVE_PRICE -> Optional.of(terms.withPriceApproved());
      case CORRECT_TAX_REGION -> Optional.of(terms.with(required(remedy, parameters, "taxRegion")));
      case CORRECT_ADDRESS ->
          Optional.of(terms.with(address(remedy, terms.sale().shipTo(), parameters)));
      case SUBSTITUTE_PRODUCT -> Optional.of(terms.with(substituted(remedy, terms, parameters)));
      case KEEP_OURS, TAKE_THEIRS, EDIT_FIELD, LINK_CUSTOMER ->
          throw new RemedyNotApplicable("It mends exceptions of customers, not of orders.");
      case REPRICE, END_SUBSCRIPTION ->
          throw new RemedyNotApplicable("It mends exceptions of subscriptions.");
      case REMOVE_LINE -> Optional.of(terms.with(removed(remedy, terms, parameters)));
    };
  }

  private static List<OrderLine> substituted(
      Remedy remedy, Terms terms, Map<String, String> parameters) {
    return changed(
        terms, lineId(remedy, terms, parameters), line -> substitute(line, remedy, parameters));
  }

  /** Another product, at the price that comes with it; without one, at the line's own. */
  static OrderLine substitute(OrderLine line, Remedy remedy, Map<String, String> parameters) {
    var other = line.withProduct(new ProductId(required(remedy, parameters, "productId")));
    var price = parameters.getOrDefault("unitPrice", "").strip();
    return price.isEmpty() ? other : other.withUnitPrice(unitPrice(line, price));
  }

  /** In the order's currency. */
  static Money unitPrice(OrderLine line, String decimal) {
    try {
      var price = new Money(new BigDecimal(decimal), line.unitPrice().currency());
      if (price.amount().signum() < 0) {
        throw new RemedyNotApplicable("The unitPrice is not below zero, and " + decimal + " is.");
      }
      return price;
    } catch (NumberFormatException e) {
      throw new RemedyNotApplicable("The unitPrice is a decimal number, like 12.50.");
    }
  }

  private static List<OrderLine> changed(
      Terms terms, LineId lineId, UnaryOperator<OrderLine> change) {
    return terms.lines().stream()
        .map(line -> line.lineId().equals(lineId) ? change.apply(line) : line)
        .toList();
  }

  private static List<OrderLine> removed(
      Remedy remedy, Terms terms, Map<String, String> parameters) {
    var lineId = lineId(remedy, terms, parameters);
    if (terms.lines().size() == 1) {
      throw new RemedyNotApplicable("It is the order's only line: cancel the order instead.");
    }
    return terms.lines().stream().filter(line -> !line.lineId().equals(lineId)).toList();
  }

  private static LineId lineId(Remedy remedy, Terms terms, Map<String, String> parameters) {
    var lineId = new LineId(required(remedy, parameters, "lineId"));
    if (terms.lines().stream().noneMatch(line -> line.lineId().equals(lineId))) {
      throw new RemedyNotApplicable("The order has no line " + lineId + ".");
    }
    return lineId;
  }

  private static Address address(Remedy remedy, Address former, Map<String, String> parameters) {
    return new Address(
        former.name(),
        required(remedy, parameters, "street"),
        required(remedy, parameters, "city"),
        parameters.get("region"),
        parameters.get("postalCode"),
        required(remedy, parameters, "country"));
  }

  private static String required(Remedy remedy, Map<String, String> parameters, String name) {
    @Nullable String value = parameters.get(name);
    if (value == null || value.isBlank()) {
      throw new RemedyNotApplicable(
          "The remedy "
              + remedy.wireName()
              + " needs the parameter "
              + name
              + ", and it is missing or blank.");
    }
    return value.strip();
  }
}
