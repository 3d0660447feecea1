package io.throughline.command.order;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.command.order.OrderCommand.SubmitOrder;
import io.throughline.command.platform.AddressRequest;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/orders}: a sale as Salesforce hands it over. */
@Schema(name = "Order")
public record OrderRequest(
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
    @Schema(description = "The company that sells, where several do", example = "ACME-NL")
        @Nullable
        @Size(max = 40)
        String company,
    @Schema(description = "The partner through whom it is sold", example = "P-310")
        @Nullable
        @Size(max = 40)
        String partnerId,
    @Schema(description = "What is to be paid before anything is shipped") @Nullable @Valid
        DepositRequest deposit,
    @Schema(description = "Where lines go that name no other address") @NotNull @Valid
        AddressRequest shipTo,
    @Schema(description = "Other addresses, which lines name by their keys")
        @Nullable
        @Size(max = 100)
        List<@Valid FurtherShipTo> furtherShipTos,
    @NotEmpty @Size(max = 1000) List<@Valid OrderLineRequest> lines) {

  @Schema(name = "FurtherShipTo")
  public record FurtherShipTo(
      @Schema(description = "By which lines name the address", example = "PLANT-2") @NotBlank
          String key,
      @NotNull @Valid AddressRequest address) {

    public ShipTo shipTo() {
      return new ShipTo(new ShipToKey(key), address.address());
    }
  }

  @Schema(name = "Deposit", description = "A share or an amount, one of the two")
  public record DepositRequest(
      @Schema(description = "As a fraction of the goods with tax: 0.3 is 30 %", example = "0.3")
          @Nullable BigDecimal share,
      @Schema(description = "With tax, in the order's currency", example = "100.00")
          @Nullable BigDecimal amount) {

    DepositTerms in(Currency currency) {
      return new DepositTerms(share, amount == null ? null : new Money(amount, currency));
    }
  }

  SubmitOrder command(Instant at) {
    return new SubmitOrder(new OrderId(orderId), new CustomerId(customerId), owner, terms(), at);
  }

  public SaleTerms terms() {
    return new SaleTerms(
        orderedOn,
        requestedOn,
        currency,
        priceBasis,
        taxRegion.strip(),
        company == null || company.isBlank() ? null : company.strip(),
        partnerId == null ? null : new PartnerId(partnerId),
        deposit == null ? null : deposit.in(currency),
        shipTo.address(),
        furtherShipTos == null
            ? List.of()
            : furtherShipTos.stream().map(FurtherShipTo::shipTo).toList(),
        lines.stream().map(line -> line.in(currency)).toList());
  }
}
