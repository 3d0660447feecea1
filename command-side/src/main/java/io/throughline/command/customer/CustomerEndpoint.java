package io.throughline.command.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.customer.CustomerCommand.ChangeCustomer;
import io.throughline.command.customer.CustomerCommand.RegisterCustomer;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Customers over HTTP. What is accepted here is durable; the ERP hears of it by itself. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
@PreAuthorize("hasAnyRole('sales', 'integration')")
class CustomerEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final BusinessClock clock;

  CustomerEndpoint(Intake intake, EventLog log, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.clock = clock;
  }

  @Schema(name = "CustomerReceipt")
  record Receipt(String customerId) {}

  @PostMapping
  @Operation(summary = "Register a customer")
  ResponseEntity<Receipt> register(@Valid @RequestBody CustomerRequest request) {
    if (request.customerId() == null) {
      throw new IllegalArgumentException("The customerId is missing.");
    }
    var customer = new CustomerId(request.customerId());
    return intake.accept(
        new RegisterCustomer(customer, request.particulars(), clock.instant()), receipt(customer));
  }

  @PatchMapping("/{customerId}")
  @Operation(
      summary = "State a customer's particulars anew",
      description = "They replace the earlier ones whole.")
  ResponseEntity<Receipt> change(
      @PathVariable String customerId, @Valid @RequestBody CustomerRequest request) {
    var customer = new CustomerId(customerId);
    if (log.of("customer/" + customer).isEmpty()) {
      throw new UnknownCustomer(customer);
    }
    return intake.accept(
        new ChangeCustomer(customer, request.particulars(), clock.instant()), receipt(customer));
  }

  private static ResponseEntity<Receipt> receipt(CustomerId customer) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/customers/" + customer))
        .body(new Receipt(customer.value()));
  }
}
