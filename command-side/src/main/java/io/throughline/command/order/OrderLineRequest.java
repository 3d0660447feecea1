package io.throughline.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One line of a sale in a request's body. */
@Schema(name = "OrderLine")
public record OrderLineRequest(
    @Schema(description = "The line's number within the order", example = "1") @NotBlank
        String lineId,
    @Schema(description = "The item's number in the ERP", example = "11") @NotBlank
        String productId,
    @Schema(description = "In whole sales units") @Positive @Max(1_000_000_000) int quantity,
    @Schema(
            description = "Before discounts and tax, in the order's currency",
            example = "14.00",
            type = "string")
        @NotNull
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 4)
        BigDecimal unitPrice,
    @Schema(
            description = "The customer's, as a fraction: 0.15 is 15 %",
            example = "0.15",
            type = "string")
        @Nullable
        @DecimalMin("0")
        @Digits(integer = 1, fraction = 6)
        BigDecimal discount,
    @Schema(
            description = "The partner's, as a fraction of what the customer's leaves",
            example = "0.05",
            type = "string")
        @Nullable
        @DecimalMin("0")
        @Digits(integer = 1, fraction = 6)
        BigDecimal partnerDiscount,
    @Schema(
            description = "The key of one of the order's furtherShipTos, if not the order's shipTo",
            example = "PLANT-2")
        @Nullable String shipTo,
    @Schema(description = "The day the customer asked for, if not the order's")
        @Nullable LocalDate requestedOn,
    @Schema(
            description =
                "The terms on which it is subscribed to; quantity and prices are then those of one"
                    + " period")
        @Nullable
        @Valid
        Subscription subscription) {

  @Schema(name = "Subscription")
  public record Subscription(
      @Schema(description = "How often it is invoiced") @NotNull BillingPeriod billingPeriod,
      @Schema(description = "The term, in billing periods", example = "12") @Positive @Max(1200)
          int periods,
      @Schema(description = "The first period's first day; without it, the day of acceptance")
          @Nullable LocalDate startsOn,
      @Schema(description = "Whether another term follows by itself") boolean renews) {

    SubscriptionTerms terms() {
      return new SubscriptionTerms(billingPeriod, periods, startsOn, renews);
    }
  }

  public OrderLine in(Currency currency) {
    return new OrderLine(
        new LineId(lineId),
        new ProductId(productId),
        quantity,
        new Money(unitPrice, currency),
        discount == null ? BigDecimal.ZERO : discount,
        partnerDiscount == null ? BigDecimal.ZERO : partnerDiscount,
        shipTo == null ? null : new ShipToKey(shipTo),
        requestedOn,
        subscription == null ? null : subscription.terms());
  }
}
