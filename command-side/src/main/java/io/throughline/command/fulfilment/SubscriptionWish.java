package io.throughline.command.fulfilment;

import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a subscription that the ERP has taken. */
public sealed interface SubscriptionWish {

  /** From when on it is to hold. */
  Effect effect();

  /** More, less, another product or another price; what is null stays as it is. */
  record Change(
      @Nullable Integer quantity,
      @Nullable ProductId productId,
      @Nullable BigDecimal unitPrice,
      Effect effect)
      implements SubscriptionWish {

    OrderLine applyTo(OrderLine line) {
      var counted = quantity == null ? line : line.withQuantity(quantity);
      var sold = productId == null ? counted : counted.withProduct(productId);
      return unitPrice == null
          ? sold
          : sold.withUnitPrice(new Money(unitPrice, line.unitPrice().currency()));
    }
  }

  /** No more of it. */
  record Cancel(String reason, Effect effect) implements SubscriptionWish {}

  /** From when on. */
  sealed interface Effect {

    /**
     * @param day in the seller's calendar; null: today
     */
    record OnDay(@Nullable LocalDate day) implements Effect {}

    /** When the period that runs is over. */
    record AtPeriodEnd() implements Effect {}

    /** When the term that runs is over. */
    record AtTermEnd() implements Effect {}
  }
}
