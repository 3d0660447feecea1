package io.throughline.query.orderdetails;

import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param discount the customer's, as a fraction
 * @param partnerDiscount the partner's, as a fraction of what the customer's leaves
 * @param shipTo null: the order's own
 * @param requestedOn null: the order's
 */
public record Line(
    LineId lineId,
    ProductId productId,
    int quantity,
    Money unitPrice,
    BigDecimal discount,
    BigDecimal partnerDiscount,
    @Nullable ShipToKey shipTo,
    @Nullable LocalDate requestedOn,
    @Nullable SubscriptionTerms subscription,
    Money net,
    int allocated,
    int backOrdered,
    int shipped,
    int invoiced,
    int returned) {

  static Line of(OrderLine line) {
    return new Line(
        line.lineId(),
        line.productId(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.partnerDiscount(),
        line.shipTo(),
        line.requestedOn(),
        line.subscription(),
        line.net(),
        0,
        0,
        0,
        0,
        0);
  }

  Line withStock(int committed, int missing) {
    return with(committed, missing, shipped, invoiced, returned);
  }

  Line withShipped(int units) {
    return with(allocated, backOrdered, units, invoiced, returned);
  }

  Line withInvoiced(int units) {
    return with(allocated, backOrdered, shipped, units, returned);
  }

  Line withReturned(int units) {
    return with(allocated, backOrdered, shipped, invoiced, units);
  }

  /** With what has been reached of another version of the line. */
  Line comeAsFarAs(Line other) {
    return with(other.allocated, other.backOrdered, other.shipped, other.invoiced, other.returned);
  }

  private Line with(int committed, int missing, int left, int billed, int back) {
    return new Line(
        lineId,
        productId,
        quantity,
        unitPrice,
        discount,
        partnerDiscount,
        shipTo,
        requestedOn,
        subscription,
        net,
        committed,
        missing,
        left,
        billed,
        back);
  }
}
