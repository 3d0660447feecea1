package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.customer.CustomerCommand.MendCustomer;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.ApplyRemedy;
import io.throughline.command.fulfilment.SubstitutePrices;
import io.throughline.command.platform.Callers;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Remedies over HTTP. Who may apply which is the remedy's own to say. */
@RestController
@RequestMapping("/api/v1/exceptions")
@Tag(name = "Exceptions")
class ExceptionEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final SubstitutePrices prices;
  private final BusinessClock clock;

  ExceptionEndpoint(Intake intake, EventLog log, SubstitutePrices prices, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.prices = prices;
    this.clock = clock;
  }

  @Schema(name = "Remedy")
  record RemedyRequest(@Nullable Map<String, String> parameters) {}

  @Schema(name = "RemedyReceipt")
  record Receipt(
      String exceptionId, @Nullable String orderId, @Nullable String customerId, String remedy) {}

  @PostMapping("/{exceptionId}/remedies/{remedy}")
  @Operation(
      summary = "Mend a parked exception",
      description =
          "The exception itself lists the remedies that mend it, their parameters and who may apply"
              + " them.")
  ResponseEntity<Receipt> apply(
      @PathVariable String exceptionId,
      @PathVariable String remedy,
      @RequestBody(required = false) @Nullable RemedyRequest request,
      Authentication who) {
    var exception = exceptionId(exceptionId);
    var chosen = Remedy.named(remedy).orElseThrow(() -> new UnknownRemedy(remedy));
    var parameters =
        request == null || request.parameters() == null
            ? Map.<String, String>of()
            : request.parameters();
    if (exception.customerId().isPresent()) {
      return mend(exception, exception.customerId().get(), chosen, parameters, who);
    }
    var order = exception.orderId();
    if (log.of("fulfilment/" + order).isEmpty()) {
      throw new UnknownException(exceptionId);
    }
    return intake.accept(
        new ApplyRemedy(
            exception,
            chosen,
            prices.with(order, chosen, parameters),
            who.getName(),
            Callers.rolesOf(who),
            clock.instant()),
        ResponseEntity.accepted()
            .location(URI.create("/api/v1/orders/" + order))
            .body(new Receipt(exception.value(), order.value(), null, chosen.wireName())));
  }

  private ResponseEntity<Receipt> mend(
      ExceptionId exception,
      CustomerId customer,
      Remedy remedy,
      Map<String, String> parameters,
      Authentication who) {
    if (log.of("customer/" + customer).isEmpty()) {
      throw new UnknownException(exception.value());
    }
    return intake.accept(
        new MendCustomer(
            customer,
            exception,
            remedy,
            parameters,
            who.getName(),
            Callers.rolesOf(who),
            clock.instant()),
        ResponseEntity.accepted()
            .location(URI.create("/api/v1/customers/" + customer))
            .body(new Receipt(exception.value(), null, customer.value(), remedy.wireName())));
  }

  private static ExceptionId exceptionId(String given) {
    try {
      return new ExceptionId(given.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnknownException(given);
    }
  }
}
