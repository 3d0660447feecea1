package io.throughline.command.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.InspectReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.RequestReturn;
import io.throughline.command.fulfilment.FulfilmentCommand.ReturnCommand.WithdrawReturn;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.ReturnId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Goods that come back, over HTTP. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}")
@Tag(name = "Returns")
class ReturnEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final BusinessClock clock;

  ReturnEndpoint(Intake intake, EventLog log, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.clock = clock;
  }

  @Schema(name = "ReturnReceipt")
  record Receipt(
      String orderId,
      @Schema(description = "What is under way now: RETURNING, WITHDRAWING or INSPECTED")
          String status) {}

  @Schema(name = "Withdrawal")
  record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping("/return")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(
      summary = "Return goods of an order",
      description =
          "Possible for what has left a warehouse and is in no other return. The ERP is asked, the"
              + " logistics provider expects the goods, and what it or you find good is credited,"
              + " and paid back if that is wanted. The order's returns tell how far it has come,"
              + " and the return's number.")
  ResponseEntity<Receipt> request(
      @PathVariable String orderId, @Valid @RequestBody ReturnRequest request, Authentication who) {
    var order = require(orderId);
    return intake.accept(
        new RequestReturn(
            order,
            request.quantities(),
            request.settlement(),
            request.reason(),
            who.getName(),
            clock.instant()),
        receipt(order, "RETURNING"));
  }

  @PostMapping("/returns/{returnId}/withdrawal")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(
      summary = "Withdraw a return",
      description = "Possible until its goods come. What was begun for it is undone.")
  ResponseEntity<Receipt> withdraw(
      @PathVariable String orderId,
      @PathVariable String returnId,
      @Valid @RequestBody Withdrawal request,
      Authentication who) {
    var order = require(orderId);
    return intake.accept(
        new WithdrawReturn(idOf(order, returnId), request.reason(), who.getName(), clock.instant()),
        receipt(order, "WITHDRAWING"));
  }

  @PostMapping("/returns/{returnId}/inspection")
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(
      summary = "Tell what was found of goods that came back",
      description =
          "Takes the place of what the logistics provider found, until it is settled what is taken"
              + " back. A line that is not named did not come.")
  ResponseEntity<Receipt> inspect(
      @PathVariable String orderId,
      @PathVariable String returnId,
      @Valid @RequestBody InspectionRequest request,
      Authentication who) {
    var order = require(orderId);
    return intake.accept(
        new InspectReturn(
            idOf(order, returnId),
            request.inspected(),
            request.note(),
            who.getName(),
            clock.instant()),
        receipt(order, "INSPECTED"));
  }

  /**
   * @throws UnknownReturn if no such order has set out
   */
  private OrderId require(String orderId) {
    var order = new OrderId(orderId);
    if (!log.has("fulfilment/" + order)) {
      throw UnknownReturn.ofOrder(order);
    }
    return order;
  }

  private static ReturnId idOf(OrderId order, String returnId) {
    var id = new ReturnId(returnId);
    if (!id.orderId().equals(order)) {
      throw new UnknownReturn(
          "The order " + order + " has no return " + id + ": look at the order's returns.");
    }
    return id;
  }

  private static ResponseEntity<Receipt> receipt(OrderId order, String status) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/orders/" + order))
        .body(new Receipt(order.value(), status));
  }
}
