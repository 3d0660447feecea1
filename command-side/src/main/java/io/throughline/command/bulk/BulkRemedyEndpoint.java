package io.throughline.command.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.bulk.BulkRemedies.Bulk;
import io.throughline.command.bulk.BulkRemedies.Item;
import io.throughline.command.bulk.BulkRemedies.State;
import io.throughline.command.platform.Callers;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Queue;
import io.throughline.kernel.fulfilment.Remedy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One remedy for many exceptions, over HTTP. */
@RestController
@RequestMapping("/api/v1/operations/remedies")
@Tag(name = "Operations")
@PreAuthorize("hasAnyRole('operations', 'finance', 'sales', 'integration')")
class BulkRemedyEndpoint {
  private static final int MOST = 10_000;
  private static final int PAGE = 1_000;

  /** Others are about one order, and may lead to a person. */
  private static final Set<String> PARAMETERS = Set.of("taxRegion");

  private final BulkIntake intake;
  private final BulkRemedies bulks;
  private final OpenExceptions open;
  private final BusinessClock clock;

  BulkRemedyEndpoint(
      BulkIntake intake, BulkRemedies bulks, OpenExceptions open, BusinessClock clock) {
    this.intake = intake;
    this.bulks = bulks;
    this.open = open;
    this.clock = clock;
  }

  @Schema(name = "BulkRemedy")
  record BulkRequest(
      @NotBlank String remedy,
      @Nullable Map<String, String> parameters,
      @Schema(description = "Exceptions parked for this") @Nullable Cause cause,
      @Schema(description = "Exceptions of this queue") @Nullable Queue queue,
      @Schema(description = "Exceptions of these orders") @Size(max = MOST)
          @Nullable List<@NotBlank String> orders) {}

  @Schema(name = "BulkReceipt")
  record Receipt(
      String bulkId,
      @Schema(description = "How many exceptions it is about; 10,000 at the most: ask again then")
          int exceptions) {}

  @Schema(name = "BulkProgress")
  record Progress(
      String bulkId,
      String remedy,
      int waiting,
      int applied,
      int refused,
      @Schema(description = "1,000 at the most, by id: pass the last one as after for the next")
          List<Item> items) {}

  @PostMapping
  @Operation(
      summary = "Mend many exceptions in one way",
      description =
          "Those of a cause, a queue, or orders, the oldest first. Each is mended by itself, as if"
              + " somebody had applied the remedy to it; GET tells what came of each.")
  ResponseEntity<Receipt> begin(
      @Valid @RequestBody BulkRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var remedy = remedy(request.remedy());
    var roles = Callers.rolesOf(who);
    if (Collections.disjoint(roles, remedy.roles())) {
      throw new NotForMany(remedy);
    }
    var orders = Objects.requireNonNullElse(request.orders(), List.<String>of());
    if (request.cause() == null && request.queue() == null && orders.isEmpty()) {
      throw new IllegalArgumentException("Say which exceptions: a cause, a queue, or orders.");
    }
    var parameters = Objects.requireNonNullElse(request.parameters(), Map.<String, String>of());
    if (!parameters.keySet().containsAll(remedy.parameters())
        || !PARAMETERS.containsAll(parameters.keySet())) {
      throw new IllegalArgumentException(
          "The remedy "
              + remedy.wireName()
              + " takes the parameters "
              + remedy.parameters()
              + " here, and no others.");
    }
    var id = id(who.getName() + "\n" + key);
    var exceptions = open.find(request.cause(), request.queue(), orders, MOST);
    intake.begin(
        new Bulk(id, remedy, Map.copyOf(parameters), who.getName(), roles, clock.instant()),
        exceptions);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/operations/remedies/" + id))
        .body(new Receipt(id, exceptions.size()));
  }

  @GetMapping("/{bulkId}")
  @Operation(summary = "Tell how far a bulk remedy has come, and what came of each exception")
  Progress progress(@PathVariable String bulkId, @RequestParam(defaultValue = "") String after) {
    var bulk = bulks.find(bulkId).orElseThrow(() -> new UnknownBulk(bulkId));
    var counts = bulks.progress(bulkId);
    return new Progress(
        bulkId,
        bulk.remedy().wireName(),
        counts.getOrDefault(State.WAITING, 0),
        counts.getOrDefault(State.APPLIED, 0),
        counts.getOrDefault(State.REFUSED, 0),
        bulks.items(bulkId, after, PAGE));
  }

  private static Remedy remedy(String name) {
    return Remedy.named(name)
        .filter(it -> PARAMETERS.containsAll(it.parameters()) && isForOrders(it))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "remedy must be one that says nothing of one order alone: "
                        + Arrays.stream(Remedy.values())
                            .filter(it -> PARAMETERS.containsAll(it.parameters()))
                            .filter(BulkRemedyEndpoint::isForOrders)
                            .map(Remedy::wireName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** Customers' exceptions are settled one by one: each is about other data. */
  private static boolean isForOrders(Remedy remedy) {
    return remedy != Remedy.KEEP_OURS
        && remedy != Remedy.TAKE_THEIRS
        && remedy != Remedy.EDIT_FIELD
        && remedy != Remedy.LINK_CUSTOMER;
  }

  private static String id(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
