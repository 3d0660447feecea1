package io.throughline.simulators.netsuite;

import io.throughline.simulators.netsuite.Entry.OrderLine;
import io.throughline.simulators.netsuite.Entry.OrderTerms;
import io.throughline.simulators.netsuite.Entry.ServiceTerms;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;

/** What the account refuses of a sales order, field by field. */
final class OrderRules {
  private OrderRules() {}

  /**
   * @throws Problem 400 that names the first field that is wrong
   */
  static void check(OrderTerms terms, AccountState state) {
    var customer = state.customers.find(terms.customer());
    if (customer.isEmpty()) {
      throw invalidValue("entity", terms.customer(), "entity");
    }
    if (customer.get().isInactive()) {
      throw Problem.invalid("entity", "The customer " + terms.customer() + " is inactive.");
    }
    if (!isCurrency(terms.currency())) {
      throw invalidValue("currency", terms.currency(), "currency");
    }
    if (!AccountState.TAX_RATES.containsKey(terms.taxCode())) {
      throw invalidValue("taxItem", terms.taxCode(), "taxItem");
    }
    if (terms.lines().isEmpty()) {
      throw Problem.invalid("item", "You must enter at least one line item for this transaction.");
    }
    var parts = new HashMap<String, OrderLine>();
    for (var i = 0; i < terms.lines().size(); i++) {
      var line = terms.lines().get(i);
      var path = "item.items[" + i + "]";
      var item = state.items.get(line.itemId());
      if (item == null || item.inactive) {
        throw invalidValue(path + ".item", line.itemId(), "item");
      }
      if (line.quantity() < 1) {
        throw invalidValue(path + ".quantity", Integer.toString(line.quantity()), "quantity");
      }
      if (isNoFraction(line.discount())) {
        throw invalidValue(
            path + ".custcol_discount", line.discount().toPlainString(), "custcol_discount");
      }
      if (isNoFraction(line.partnerDiscount())) {
        throw invalidValue(
            path + ".custcol_partner_discount",
            line.partnerDiscount().toPlainString(),
            "custcol_partner_discount");
      }
      var first = parts.putIfAbsent(line.key(), line);
      if (line.key().isBlank() || (first != null && !first.agreesWith(line))) {
        throw invalidValue(path + ".custcol_line_id", line.key(), "custcol_line_id");
      }
    }
  }

  private static boolean isNoFraction(BigDecimal discount) {
    return discount.signum() < 0 || discount.compareTo(BigDecimal.ONE) >= 0;
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static Problem invalidValue(String path, String value, String field) {
    return Problem.invalid(path, "Invalid Field Value " + value + " for: " + field + ".");
  }

  /**
   * A line of which something was fulfilled keeps its item, and at least what was fulfilled.
   *
   * @throws Problem 400 that names what cannot be changed any more
   */
  static void checkChange(SalesOrder order, OrderTerms terms) {
    for (var line : order.lines) {
      if (line.closed && line.subscription == null) {
        throw Problem.invalid("item", "The order is closed, and cannot be changed any more.");
      }
      var parts = terms.lines().stream().filter(it -> it.key().equals(line.key)).toList();
      var units = parts.stream().mapToInt(OrderLine::quantity).sum();
      var isOther = parts.stream().anyMatch(part -> !part.itemId().equals(line.itemId));
      if (line.fulfilled() > 0 && (isOther || units < line.fulfilled())) {
        throw Problem.invalid(
            "item.items",
            "Line "
                + line.key
                + ": "
                + line.fulfilled()
                + " are fulfilled, and cannot be taken back.");
      }
    }
  }

  /**
   * Of a bill that no sales order stands behind.
   *
   * @throws Problem 400 that names the first field that is wrong
   */
  static void check(ServiceTerms terms, AccountState state) {
    var customer = state.customers.find(terms.customer());
    if (customer.isEmpty()) {
      throw invalidValue("entity", terms.customer(), "entity");
    }
    if (customer.get().isInactive()) {
      throw Problem.invalid("entity", "The customer " + terms.customer() + " is inactive.");
    }
    if (!isCurrency(terms.currency())) {
      throw invalidValue("currency", terms.currency(), "currency");
    }
    if (!AccountState.TAX_RATES.containsKey(terms.taxCode())) {
      throw invalidValue("taxItem", terms.taxCode(), "taxItem");
    }
    var item = state.items.get(terms.itemId());
    if (item == null || item.inactive) {
      throw invalidValue("item.items[0].item", terms.itemId(), "item");
    }
    if (terms.amount().signum() < 0) {
      throw invalidValue("item.items[0].rate", terms.amount().toPlainString(), "rate");
    }
  }

  /**
   * @throws Problem 400 if the units are none, or more than there are left
   */
  static void checkPart(String line, int units, int left, String what) {
    if (units < 1 || units > left) {
      throw Problem.invalid(
          "item.items",
          "Line " + line + ": only " + left + " can be " + what + ", not " + units + ".");
    }
  }
}
