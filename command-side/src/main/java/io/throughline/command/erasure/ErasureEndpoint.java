package io.throughline.command.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.approvals.FourEyes;
import io.throughline.command.customer.CustomerCommand.PlaceLegalHold;
import io.throughline.command.customer.CustomerCommand.ReleaseLegalHold;
import io.throughline.command.customer.UnknownCustomer;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.web.Intake;
import io.throughline.command.privacy.CustomerErasedAlready;
import io.throughline.command.privacy.Erasures;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Erasure and legal holds over HTTP. */
@RestController
@RequestMapping("/api/v1/customers/{customerId}")
@Tag(name = "Customers")
class ErasureEndpoint {
  private final FourEyes fourEyes;
  private final Intake intake;
  private final EventLog log;
  private final Erasures erasures;
  private final BusinessClock clock;

  ErasureEndpoint(
      FourEyes fourEyes, Intake intake, EventLog log, Erasures erasures, BusinessClock clock) {
    this.fourEyes = fourEyes;
    this.intake = intake;
    this.log = log;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Schema(name = "Reason")
  record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "ErasureReceipt")
  record Receipt(
      String customerId,
      @Schema(description = "By which a second person decides: POST /api/v1/approvals/{id}")
          String approvalId) {}

  @Schema(name = "LegalHoldReceipt")
  record HoldReceipt(String customerId) {}

  @PostMapping("/erasure")
  @Operation(
      summary = "Ask for the erasure of a customer's personal data",
      description =
          "A second person decides. Then the erasure waits for legal holds and open orders; how"
              + " far it is, and when it is complete, stands in the customer's profile.")
  ResponseEntity<Receipt> erase(
      @PathVariable String customerId,
      @Valid @RequestBody ReasonRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var customer = known(customerId);
    if (erasures.isClosed(customer.value())) {
      throw new CustomerErasedAlready(customer.value());
    }
    return fourEyes.ask(
        new Subject.EraseCustomer(customer),
        request.reason(),
        who,
        key,
        approval ->
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/approvals/" + approval))
                .body(new Receipt(customer.value(), approval.value())));
  }

  @PostMapping("/legal-hold")
  @PreAuthorize("hasRole('finance')")
  @Operation(summary = "Keep a customer's data, whoever wants it erased")
  ResponseEntity<HoldReceipt> hold(
      @PathVariable String customerId,
      @Valid @RequestBody ReasonRequest request,
      Authentication who) {
    var customer = known(customerId);
    return intake.accept(
        new PlaceLegalHold(customer, request.reason(), who.getName(), clock.instant()),
        receipt(customer));
  }

  @PostMapping("/legal-hold/release")
  @PreAuthorize("hasRole('finance')")
  @Operation(summary = "Release a legal hold; an erasure that waits for it goes on")
  ResponseEntity<HoldReceipt> release(
      @PathVariable String customerId,
      @Valid @RequestBody ReasonRequest request,
      Authentication who) {
    var customer = known(customerId);
    return intake.accept(
        new ReleaseLegalHold(customer, request.reason(), who.getName(), clock.instant()),
        receipt(customer));
  }

  /** Registered, or known from an order only. */
  private CustomerId known(String given) {
    var customer = new CustomerId(given);
    if (log.of("customer/" + customer).isEmpty() && !erasures.isKnown(customer.value())) {
      throw new UnknownCustomer(customer);
    }
    return customer;
  }

  private static ResponseEntity<HoldReceipt> receipt(CustomerId customer) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/customers/" + customer))
        .body(new HoldReceipt(customer.value()));
  }
}
