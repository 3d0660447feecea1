package io.throughline.command.sale;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.command.order.OrderLineRequest;
import io.throughline.command.order.OrderRequest.FurtherShipTo;
import io.throughline.command.platform.AddressRequest;
import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderChange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /api/v1/orders/{id}}: what it does not name stays as it is. */
@Schema(name = "OrderChange")
record ChangeRequest(
    @Schema(description = "Another day for the order") @Nullable LocalDate requestedOn,
    @Schema(description = "Another address for the order") @Nullable @Valid AddressRequest shipTo,
    @Schema(description = "Addresses to add, or to put in place of those of the same keys")
        @Nullable
        @Size(max = 100)
        List<@Valid FurtherShipTo> furtherShipTos,
    @Schema(description = "Lines to add, or to put in place of those of the same numbers")
        @Nullable
        @Size(max = 1000)
        List<@Valid OrderLineRequest> lines,
    @Schema(description = "The numbers of lines that are not wanted any more")
        @Nullable
        @Size(max = 1000)
        List<@NotBlank String> removedLines) {

  /**
   * @param currency the order's
   */
  OrderChange change(Currency currency) {
    return new OrderChange(
        requestedOn,
        shipTo == null ? null : shipTo.address(),
        each(furtherShipTos, FurtherShipTo::shipTo),
        each(lines, line -> line.in(currency)),
        each(removedLines, LineId::new));
  }

  private static <T, R> List<R> each(@Nullable List<T> given, Function<T, R> reader) {
    return given == null ? List.of() : given.stream().map(reader).toList();
  }
}
