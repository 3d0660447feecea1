package io.throughline.command.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.kernel.LineId;
import io.throughline.kernel.LineQuantity;
import io.throughline.kernel.fulfilment.Settlement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;

/** The body of {@code POST /api/v1/orders/{id}/return}. */
@Schema(name = "Return")
record ReturnRequest(
    @Schema(description = "What is to come back, each line once") @NotEmpty @Size(max = 1000)
        List<@Valid Line> lines,
    @Schema(description = "REFUND: the money is paid back; CREDIT: it stays on account") @NotNull
        Settlement settlement,
    @Schema(description = "In the customer's words", example = "Too long")
        @NotBlank
        @Size(max = 500)
        String reason) {

  @Schema(name = "ReturnLine")
  record Line(
      @NotBlank String lineId,
      @Schema(description = "In whole sales units") @Min(1) @Max(1_000_000) int quantity) {}

  /**
   * @throws IllegalArgumentException if a line is there twice
   */
  List<LineQuantity> quantities() {
    var seen = new HashSet<LineId>();
    return lines.stream()
        .map(
            line -> {
              var id = new LineId(line.lineId());
              if (!seen.add(id)) {
                throw new IllegalArgumentException(
                    "Line " + id + " is there twice: name each line once.");
              }
              return new LineQuantity(id, line.quantity());
            })
        .toList();
  }
}
