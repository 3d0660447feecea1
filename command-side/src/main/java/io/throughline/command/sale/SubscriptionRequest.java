package io.throughline.command.sale;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.command.fulfilment.SubscriptionWish;
import io.throughline.command.fulfilment.SubscriptionWish.Effect;
import io.throughline.kernel.LineId;
import io.throughline.kernel.ProductId;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/orders/{id}/subscription}. */
@Schema(name = "SubscriptionChange")
record SubscriptionRequest(
    @Schema(description = "The line that is subscribed to", example = "2") @NotBlank String lineId,
    @NotNull Action action,
    @Schema(description = "From when on; without it, from the day on, or from today")
        @Nullable Effective effective,
    @Schema(description = "The first day that it holds, for ON_DAY; without it, today")
        @Nullable LocalDate day,
    @Schema(description = "For CHANGE: in whole sales units; without it, it stays")
        @Nullable
        @Positive
        @Max(1_000_000_000)
        Integer quantity,
    @Schema(description = "For CHANGE: another product; without it, it stays", example = "12")
        @Nullable String productId,
    @Schema(
            description =
                "For CHANGE: the price of a unit for one period, before discounts and tax; without"
                    + " it, it stays",
            example = "14.00",
            type = "string")
        @Nullable
        @DecimalMin("0")
        @Digits(integer = 12, fraction = 4)
        BigDecimal unitPrice,
    @Schema(description = "For CANCEL: why, in a sentence") @Nullable @Size(max = 500)
        String reason) {

  enum Action {
    CHANGE,
    CANCEL
  }

  enum Effective {
    ON_DAY,
    PERIOD_END,
    TERM_END
  }

  LineId line() {
    return new LineId(lineId);
  }

  /**
   * @throws IllegalArgumentException if the fields do not go together
   */
  SubscriptionWish wish() {
    return switch (action) {
      case CHANGE -> {
        refuse(reason != null, "A change has no reason; leave reason out.");
        refuse(
            quantity == null && productId == null && unitPrice == null,
            "A change names quantity, productId or unitPrice.");
        yield new SubscriptionWish.Change(
            quantity, productId == null ? null : new ProductId(productId), unitPrice, effect());
      }
      case CANCEL -> {
        refuse(
            quantity != null || productId != null || unitPrice != null,
            "A cancellation names neither quantity nor productId nor unitPrice.");
        refuse(reason == null || reason.isBlank(), "A cancellation needs a reason.");
        yield new SubscriptionWish.Cancel(reason == null ? "" : reason.strip(), effect());
      }
    };
  }

  private Effect effect() {
    var when = effective == null ? Effective.ON_DAY : effective;
    refuse(when != Effective.ON_DAY && day != null, "A day goes with ON_DAY only.");
    return switch (when) {
      case ON_DAY -> new Effect.OnDay(day);
      case PERIOD_END -> new Effect.AtPeriodEnd();
      case TERM_END -> new Effect.AtTermEnd();
    };
  }

  private static void refuse(boolean isWrong, String message) {
    if (isWrong) {
      throw new IllegalArgumentException(message);
    }
  }
}
