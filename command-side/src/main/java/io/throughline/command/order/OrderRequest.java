package io.throughline.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.command.order.OrderCommand.SubmitOrder;
import io.throughline.command.platform.AddressRequest;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/orders}: a sale as Salesforce hands it over. */
@Schema(name = "Order")
record OrderRequest(
    @Schema(
            description = "The order's number in the CRM; capitals and small letters are the same",
            example = "NW-10248")
        @NotBlank
        String orderId,
    @Schema(description = "The customer's number in the CRM", example = "VINET") @NotBlank
        String customerId,
    @Schema(description = "The user who sells, as an opaque id", example = "0055g00000AbCdE")
        @NotBlank
        @Size(max = 100)
        String owner,
    @Schema(description = "The day of the sale, in the seller's calendar") @NotNull
        LocalDate orderedOn,
    @Schema(description = "The day the customer asked for") @Nullable LocalDate requestedOn,
    @Schema(description = "ISO 4217", example = "USD") @NotNull Currency currency,
    @Schema(description = "LIST: the ERP's prices; CONTRACT: agreed with the customer") @NotNull
        PriceBasis priceBasis,
    @Schema(description = "The ERP's tax code", example = "EXPORT") @NotBlank @Size(max = 40)
        String taxRegion,
    @NotNull @Valid AddressRequest shipTo,
    @NotEmpty @Size(max = 1000) List<@Valid Line> lines) {

  @Schema(name = "OrderLine")
  record Line(
      @Schema(description = "The line's number within the order", example = "1") @NotBlank
          String lineId,
      @Schema(description = "The item's number in the ERP", example = "11") @NotBlank
          String productId,
      @Schema(description = "In whole sales units") @Positive @Max(1_000_000_000) int quantity,
      @Schema(
              description = "Before discount and tax, in the order's currency",
              example = "14.00",
              type = "string")
          @NotNull
          @DecimalMin("0")
          @Digits(integer = 12, fraction = 4)
          BigDecimal unitPrice,
      @Schema(description = "As a fraction: 0.15 is 15 %", example = "0.15", type = "string")
          @Nullable
          @DecimalMin("0")
          @Digits(integer = 1, fraction = 6)
          BigDecimal discount) {

    OrderLine in(Currency currency) {
      return new OrderLine(
          new LineId(lineId),
          new ProductId(productId),
          quantity,
          new Money(unitPrice, currency),
          discount == null ? BigDecimal.ZERO : discount);
    }
  }

  SubmitOrder command(Instant at) {
    return new SubmitOrder(
        new OrderId(orderId),
        new CustomerId(customerId),
        owner,
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion.strip(),
        shipTo.address(),
        lines.stream().map(line -> line.in(currency)).toList(),
        at);
  }
}
