package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.eventstore.DeadLetters;
import io.throughline.command.eventstore.DeadLetters.Letter;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What processors of this side could not handle, over HTTP. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
@PreAuthorize("hasAnyRole('operations', 'integration')")
class DeadLetterEndpoint {
  private final DeadLetters letters;

  DeadLetterEndpoint(DeadLetters letters) {
    this.letters = letters;
  }

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
}
