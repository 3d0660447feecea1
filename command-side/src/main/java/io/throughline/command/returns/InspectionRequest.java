package io.throughline.command.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import io.throughline.kernel.LineId;
import io.throughline.kernel.fulfilment.InspectedLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/orders/{id}/returns/{returnId}/inspection}. */
@Schema(name = "Inspection")
record InspectionRequest(
    @Schema(description = "What was found, line by line") @NotEmpty @Size(max = 1000)
        List<@Valid Line> lines,
    @Nullable @Size(max = 500) String note) {

  @Schema(name = "InspectedLine")
  record Line(
      @NotBlank String lineId,
      @Schema(description = "Units that are credited, at most those announced")
          @Min(0)
          @Max(1_000_000)
          int accepted,
      @Schema(description = "Units that came and are not") @Min(0) @Max(1_000_000) int refused) {}

  List<InspectedLine> inspected() {
    return lines.stream()
        .map(line -> new InspectedLine(new LineId(line.lineId()), line.accepted(), line.refused()))
        .toList();
  }
}
