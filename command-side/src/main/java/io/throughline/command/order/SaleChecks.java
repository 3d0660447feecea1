package io.throughline.command.order;

import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipToKey;
import java.math.BigDecimal;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What no sale can be, whatever other systems say of it. Pure. */
public final class SaleChecks {
  private SaleChecks() {}

  /**
   * @throws IllegalArgumentException naming the first thing that is not possible
   */
  public static void check(SaleTerms sale) {
    if (sale.lines().isEmpty()) {
      throw new IllegalArgumentException("An order needs at least one line.");
    }
    check(sale.deposit(), sale);
    var keys = new HashSet<ShipToKey>();
    for (var further : sale.furtherShipTos()) {
      if (!keys.add(further.key())) {
        throw new IllegalArgumentException("Two addresses have the key " + further.key() + ".");
      }
    }
    var seen = new HashSet<LineId>();
    for (var line : sale.lines()) {
      check(line, sale);
      if (!seen.add(line.lineId())) {
        throw new IllegalArgumentException("Two lines have the number " + line.lineId() + ".");
      }
    }
  }

  private static void check(@Nullable DepositTerms deposit, SaleTerms sale) {
    if (deposit == null) {
      return;
    }
    var share = deposit.share();
    var amount = deposit.amount();
    if ((share == null) == (amount == null)) {
      throw new IllegalArgumentException("A deposit is a share or an amount, one of the two.");
    }
    if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
      throw new IllegalArgumentException(
          "A deposit's share is a fraction above 0 and at most 1 (0.3 is 30 %).");
    }
    if (amount != null && amount.amount().signum() <= 0) {
      throw new IllegalArgumentException("A deposit's amount is above zero.");
    }
    if (amount != null && !amount.currency().equals(sale.currency())) {
      throw new IllegalArgumentException(
          "The deposit is in " + amount.currency() + ", and the order in " + sale.currency() + ".");
    }
    if (sale.goods().isEmpty()) {
      throw new IllegalArgumentException(
          "A deposit is paid before goods are shipped, and the order has none.");
    }
  }

  private static void check(OrderLine line, SaleTerms sale) {
    if (line.quantity() < 1) {
      throw wrong(line, "the quantity must be 1 or more.");
    }
    if (!line.unitPrice().currency().equals(sale.currency())) {
      throw wrong(
          line,
          "it is priced in "
              + line.unitPrice().currency()
              + ", and the order in "
              + sale.currency()
              + ".");
    }
    if (line.unitPrice().amount().signum() < 0) {
      throw wrong(line, "the unit price must not be negative.");
    }
    if (isNoFraction(line.discount()) || isNoFraction(line.partnerDiscount())) {
      throw wrong(line, "a discount is a fraction, at least 0 and below 1 (0.15 is 15 %).");
    }
    if (sale.partnerId() == null && line.partnerDiscount().signum() > 0) {
      throw wrong(line, "a partner's discount needs the order's partnerId.");
    }
    var key = line.shipTo();
    if (key != null && !sale.knows(key)) {
      throw wrong(line, "the order has no address " + key + " among its furtherShipTos.");
    }
    var subscribed = line.subscription();
    if (subscribed != null) {
      if (subscribed.periods() < 1) {
        throw wrong(line, "a subscription's term has at least one period.");
      }
      if (line.net().amount().signum() <= 0) {
        throw wrong(line, "a subscription's price must be above zero.");
      }
    }
  }

  private static boolean isNoFraction(BigDecimal discount) {
    return discount.signum() < 0 || discount.compareTo(BigDecimal.ONE) >= 0;
  }

  private static IllegalArgumentException wrong(OrderLine line, String what) {
    return new IllegalArgumentException("Line " + line.lineId() + ": " + what);
  }
}
