package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.approvals.FourEyes;
import io.throughline.kernel.approval.Subject.SwitchView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks for a view to answer from a fold that turned out to be another than the live one. The query
 * side, which folded and compared it, hears what was agreed on with the events.
 */
@RestController
@RequestMapping("/api/v1/replays")
@Tag(name = "Replays")
@PreAuthorize("hasAnyRole('operations', 'integration')")
class ViewSwitchEndpoint {
  private final FourEyes fourEyes;

  ViewSwitchEndpoint(FourEyes fourEyes) {
    this.fourEyes = fourEyes;
  }

  @Schema(name = "ViewSwitch")
  record SwitchRequest(
      @Schema(description = "Of the replay, as GraphQL's replays names it")
          @NotBlank
          @Pattern(regexp = "[0-9a-f]{8}")
          String generation,
      @Schema(description = "How many documents are not the same, as the comparison found") @Min(1)
          long differing,
      @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "ViewSwitchReceipt")
  record Receipt(
      String slice,
      String generation,
      @Schema(description = "By which a second person decides: POST /api/v1/approvals/{id}")
          String approvalId) {}

  @PostMapping("/{slice}/switch")
  @Operation(
      summary = "Ask for a rebuilt view to go live though it differs",
      description = "A second person decides. Replays themselves are begun on the query side.")
  ResponseEntity<Receipt> ask(
      @PathVariable String slice,
      @Valid @RequestBody SwitchRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    return fourEyes.ask(
        new SwitchView(slice, request.generation(), request.differing()),
        request.reason(),
        who,
        key,
        approval ->
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/approvals/" + approval))
                .body(new Receipt(slice, request.generation(), approval.value())));
  }
}
