package io.throughline.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One product on an order.
 *
 * <p>Two discounts are stacked: the customer's is taken off the unit price, the partner's off what
 * that leaves, so 10 % and 20 % leave 72 %. Both are exact fractions and the product is rounded
 * once, so it does not matter which is taken first.
 *
 * @param quantity in whole sales units, above zero
 * @param unitPrice before discounts and tax
 * @param discount the customer's, as a fraction: 0.15 is 15 %; at least 0, below 1
 * @param partnerDiscount the partner's in a channel sale, likewise; else 0
 * @param shipTo which of the order's further addresses it goes to; null: the order's own
 * @param requestedOn the day the customer asked for; null: the order's
 * @param subscription null: it is sold once
 */
public record OrderLine(
    LineId lineId,
    ProductId productId,
    int quantity,
    Money unitPrice,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal partnerDiscount,
    @Nullable ShipToKey shipTo,
    @Nullable LocalDate requestedOn,
    @Nullable SubscriptionTerms subscription) {

  /** A plain line: sold once, directly, to the order's own address and day. */
  public static OrderLine of(
      LineId lineId, ProductId productId, int quantity, Money unitPrice, BigDecimal discount) {
    return new OrderLine(
        lineId, productId, quantity, unitPrice, discount, BigDecimal.ZERO, null, null, null);
  }

  /** A plain line without discount. */
  public static OrderLine of(LineId lineId, ProductId productId, int quantity, Money unitPrice) {
    return of(lineId, productId, quantity, unitPrice, BigDecimal.ZERO);
  }

  /** Whether it is subscribed to, and not sold once like goods. */
  public boolean recurs() {
    return subscription != null;
  }

  /** The line's price without tax, rounded half-up once. */
  public Money net() {
    return net(quantity);
  }

  /**
   * The price without tax of the first {@code units} units, rounded half-up. Partial amounts are
   * differences of this, so that however a line is split, its parts add up to {@link #net()}.
   */
  public Money net(int units) {
    var left = BigDecimal.ONE.subtract(discount).multiply(BigDecimal.ONE.subtract(partnerDiscount));
    return unitPrice.times(BigDecimal.valueOf(units).multiply(left));
  }

  public OrderLine withProduct(ProductId product) {
    return new OrderLine(
        lineId,
        product,
        quantity,
        unitPrice,
        discount,
        partnerDiscount,
        shipTo,
        requestedOn,
        subscription);
  }

  public OrderLine withQuantity(int units) {
    return new OrderLine(
        lineId,
        productId,
        units,
        unitPrice,
        discount,
        partnerDiscount,
        shipTo,
        requestedOn,
        subscription);
  }

  /**
   * @param price before discounts and tax
   */
  public OrderLine withUnitPrice(Money price) {
    return new OrderLine(
        lineId,
        productId,
        quantity,
        price,
        discount,
        partnerDiscount,
        shipTo,
        requestedOn,
        subscription);
  }

  public OrderLine withPartnerDiscount(BigDecimal fraction) {
    return new OrderLine(
        lineId,
        productId,
        quantity,
        unitPrice,
        discount,
        fraction,
        shipTo,
        requestedOn,
        subscription);
  }

  public OrderLine withShipTo(@Nullable ShipToKey key) {
    return new OrderLine(
        lineId,
        productId,
        quantity,
        unitPrice,
        discount,
        partnerDiscount,
        key,
        requestedOn,
        subscription);
  }

  public OrderLine withRequestedOn(@Nullable LocalDate day) {
    return new OrderLine(
        lineId,
        productId,
        quantity,
        unitPrice,
        discount,
        partnerDiscount,
        shipTo,
        day,
        subscription);
  }

  public OrderLine withSubscription(@Nullable SubscriptionTerms terms) {
    return new OrderLine(
        lineId,
        productId,
        quantity,
        unitPrice,
        discount,
        partnerDiscount,
        shipTo,
        requestedOn,
        terms);
  }
}
