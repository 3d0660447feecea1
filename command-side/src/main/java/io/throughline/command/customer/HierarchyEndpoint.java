package io.throughline.command.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.customer.CustomerCommand.MergeCustomer;
import io.throughline.command.customer.CustomerCommand.MoveCustomer;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's place among others, over HTTP. */
@RestController
@RequestMapping("/api/v1/customers/{customerId}")
@Tag(name = "Customers")
@PreAuthorize("hasAnyRole('sales', 'integration')")
class HierarchyEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final Hierarchy hierarchy;
  private final BusinessClock clock;

  HierarchyEndpoint(Intake intake, EventLog log, Hierarchy hierarchy, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.hierarchy = hierarchy;
    this.clock = clock;
  }

  @Schema(name = "CustomerParent")
  record ParentRequest(
      @Schema(description = "The customer above it, registered or not yet; none: it stands on top")
          @Nullable String parentId) {}

  @Schema(name = "CustomerMerge")
  record MergeRequest(
      @Schema(description = "The customer that stays") @NotBlank String survivorId) {}

  @Schema(name = "CustomerPlaceReceipt")
  record Receipt(String customerId) {}

  @PostMapping("/parent")
  @Operation(
      summary = "Put a customer below another one, or on top",
      description =
          "With all that stands below it. 10 levels are the most, and circles are refused.")
  ResponseEntity<Receipt> move(
      @PathVariable String customerId, @Valid @RequestBody ParentRequest request) {
    var customer = known(customerId);
    var parent = request.parentId() == null ? null : new CustomerId(request.parentId());
    return hierarchy.moving(
        customer,
        parent,
        () ->
            intake.accept(new MoveCustomer(customer, parent, clock.instant()), receipt(customer)));
  }

  @PostMapping("/merge")
  @Operation(
      summary = "Merge a customer into another one",
      description =
          "Orders that are not in the ERP's books yet are booked under the survivor; the others go"
              + " on where they are. Both histories stay.")
  ResponseEntity<Receipt> merge(
      @PathVariable String customerId, @Valid @RequestBody MergeRequest request) {
    var customer = known(customerId);
    var survivor = known(request.survivorId());
    if (survivor.equals(customer)) {
      throw new IllegalArgumentException("A customer cannot be merged into itself.");
    }
    var stays = Agreement.of(log.of("customer/" + survivor));
    if (stays.survivor() != null) {
      throw new CustomerMergedAway(survivor, stays.survivor());
    }
    return intake.accept(new MergeCustomer(customer, survivor, clock.instant()), receipt(customer));
  }

  private CustomerId known(String given) {
    var customer = new CustomerId(given);
    if (log.of("customer/" + customer).isEmpty()) {
      throw new UnknownCustomer(customer);
    }
    return customer;
  }

  private static ResponseEntity<Receipt> receipt(CustomerId customer) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/customers/" + customer))
        .body(new Receipt(customer.value()));
  }
}
