package io.throughline.command.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.order.OrderCommand.CancelOrder;
import io.throughline.command.platform.web.Intake;
import io.throughline.command.platform.web.OwnSales;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. What is accepted here is durable; the way to the ERP goes on by itself. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrderEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final Acceptance acceptance;
  private final BusinessClock clock;

  OrderEndpoint(Intake intake, EventLog log, Acceptance acceptance, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.acceptance = acceptance;
    this.clock = clock;
  }

  @Schema(name = "OrderReceipt")
  record Receipt(
      String orderId,
      @Schema(description = "Where the order is, as far as it was waited for") String status) {}

  @Schema(name = "Cancellation")
  record CancellationRequest(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping
  @PreAuthorize("hasAnyRole('sales', 'integration', 'partner')")
  @Operation(
      summary = "Submit an order",
      description =
          "Answers 202 as soon as the order is durable. With Prefer: wait=5 it waits up to so many"
              + " seconds until the ERP has accepted the order or it is parked, and says which.")
  ResponseEntity<Receipt> submit(
      @Valid @RequestBody OrderRequest request,
      @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
    OwnSales.require(request.partnerId());
    var submit = request.command(clock.instant());
    var order = submit.orderId();
    var submitted = intake.accept(submit, receipt(order, "SUBMITTED"));
    var patience = Patience.of(prefer);
    if (!patience.isGiven()) {
      return submitted;
    }
    return ResponseEntity.accepted()
        .headers(submitted.getHeaders())
        .header("Preference-Applied", "wait=" + patience.duration().toSeconds())
        .body(new Receipt(order.value(), acceptance.await(order, patience.duration())));
  }

  @PostMapping("/{orderId}/cancellation")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(
      summary = "Cancel an order",
      description =
          "What was done is undone at the logistics provider and in the ERP; the order's history"
              + " tells when that is complete. Where some goods have left, they are delivered and"
              + " invoiced, and the rest is cancelled; where all have, the cancellation is"
              + " refused.")
  ResponseEntity<Receipt> cancel(
      @PathVariable String orderId, @Valid @RequestBody CancellationRequest request) {
    var order = new OrderId(orderId);
    if (log.of("order/" + order).isEmpty()) {
      throw new UnknownOrder(order);
    }
    return intake.accept(
        new CancelOrder(order, request.reason(), clock.instant()), receipt(order, "CANCELLING"));
  }

  private static ResponseEntity<Receipt> receipt(OrderId order, String status) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/orders/" + order))
        .body(new Receipt(order.value(), status));
  }
}
