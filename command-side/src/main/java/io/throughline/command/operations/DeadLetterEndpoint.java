package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.approvals.FourEyes;
import io.throughline.command.eventstore.DeadLetters;
import io.throughline.command.eventstore.DeadLetters.Letter;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What processors of this side could not handle, over HTTP. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
@PreAuthorize("hasAnyRole('operations', 'integration')")
class DeadLetterEndpoint {
  private final DeadLetters letters;
  private final FourEyes fourEyes;
  private final JsonMapper json = JsonMapper.builder().build();

  DeadLetterEndpoint(DeadLetters letters, FourEyes fourEyes) {
    this.letters = letters;
    this.fourEyes = fourEyes;
  }

  @Schema(name = "LetterPatch")
  record PatchRequest(
      @Schema(description = "What is to be different in the event: an RFC 7396 merge patch")
          @NotNull
          JsonNode patch,
      @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "LetterEviction")
  record EvictionRequest(@NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "LetterReceipt")
  record Receipt(
      String processor,
      long globalIndex,
      @Schema(description = "By which a second person decides: POST /api/v1/approvals/{id}")
          String approvalId) {}

  @Schema(name = "Retried")
  record Retried(
      String processor,
      @Schema(description = "How many events are parked there still") long parked) {}

  @GetMapping
  @Operation(
      summary = "List the events that a processor could not handle",
      description = "The oldest 1,000; what waits behind one of the same aggregate is among them.")
  List<Letter> list() {
    return letters.list();
  }

  @PostMapping("/{processor}/retry")
  @Operation(
      summary = "Handle a processor's parked events again",
      description =
          "Each aggregate's in their order, until one of them fails anew; then the next"
              + " aggregate's.")
  ResponseEntity<Retried> retry(@PathVariable String processor) {
    var left = letters.retry(processor).orElseThrow(() -> new UnknownProcessor(processor));
    return ResponseEntity.accepted().body(new Retried(processor, left));
  }

  @GetMapping("/{processor}/{globalIndex}")
  @Operation(summary = "Show a parked event as it is read today")
  JsonNode show(@PathVariable String processor, @PathVariable long globalIndex) {
    return json.readTree(DeadLetters.json(event(processor, globalIndex)));
  }

  @PostMapping("/{processor}/{globalIndex}/patch")
  @Operation(
      summary = "Ask for a parked event to be handled as if it said something else",
      description =
          "A second person decides. The log stays as it is; the processor alone handles the event"
              + " as agreed on, and then what waits behind it.")
  ResponseEntity<Receipt> patch(
      @PathVariable String processor,
      @PathVariable long globalIndex,
      @Valid @RequestBody PatchRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var event = event(processor, globalIndex);
    if (!request.patch().isObject() || request.patch().isEmpty()) {
      throw new IllegalArgumentException("patch must name what is to be different in the event.");
    }
    var payload =
        MergePatch.applied(json.readTree(DeadLetters.json(event)), request.patch()).toString();
    DeadLetters.requireSameKind(event, payload);
    return ask(
        new Subject.PatchDeadLetter(event.customer().orElse(null), processor, globalIndex, payload),
        request.reason(),
        key,
        who,
        processor,
        globalIndex);
  }

  @PostMapping("/{processor}/{globalIndex}/eviction")
  @Operation(
      summary = "Ask for a parked event never to be handled",
      description = "A second person decides; then what waits behind it is handled.")
  ResponseEntity<Receipt> evict(
      @PathVariable String processor,
      @PathVariable long globalIndex,
      @Valid @RequestBody EvictionRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var event = event(processor, globalIndex);
    return ask(
        new Subject.EvictDeadLetter(event.customer().orElse(null), processor, globalIndex),
        request.reason(),
        key,
        who,
        processor,
        globalIndex);
  }

  private ResponseEntity<Receipt> ask(
      Subject subject,
      String reason,
      String key,
      Authentication who,
      String processor,
      long globalIndex) {
    return fourEyes.ask(
        subject,
        reason,
        who,
        key,
        approval ->
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/approvals/" + approval))
                .body(new Receipt(processor, globalIndex, approval.value())));
  }

  /** What a view parks is known on the query side, which lists it and hears what was agreed on. */
  private Event event(String processor, long globalIndex) {
    var isOfAView = processor.startsWith("slice-");
    return (isOfAView ? letters.event(globalIndex) : letters.event(processor, globalIndex))
        .orElseThrow(() -> new UnknownLetter(processor, globalIndex));
  }
}
