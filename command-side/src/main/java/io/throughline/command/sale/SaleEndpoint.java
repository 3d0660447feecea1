package io.throughline.command.sale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ChangeSubscription;
import io.throughline.command.fulfilment.FulfilmentCommand.HoldFulfilment;
import io.throughline.command.fulfilment.FulfilmentCommand.ReleaseFulfilment;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes and holds of orders on their way, and of what they subscribe to, over HTTP. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}")
@Tag(name = "Orders")
class SaleEndpoint {
  private final Intake intake;
  private final OrdersUnderWay orders;
  private final BusinessClock clock;

  SaleEndpoint(Intake intake, OrdersUnderWay orders, BusinessClock clock) {
    this.intake = intake;
    this.orders = orders;
    this.clock = clock;
  }

  @Schema(name = "SaleReceipt")
  record Receipt(
      String orderId,
      @Schema(description = "What is under way now: CHANGING, HELD, RELEASED or CANCELLED")
          String status) {}

  @Schema(name = "HoldOrRelease")
  record Reason(@NotBlank @Size(max = 500) String reason) {}

  @PatchMapping
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(
      summary = "Change an order",
      description =
          "Possible for every line of which nothing has left a warehouse. Shipments that do not fit"
              + " are stopped, then the ERP is asked; the order's lastChange tells whether it took"
              + " effect or why not.")
  ResponseEntity<Receipt> change(
      @PathVariable String orderId, @Valid @RequestBody ChangeRequest request, Authentication who) {
    var order = new OrderId(orderId);
    var change = request.change(orders.require(order).currency());
    return intake.accept(
        new ChangeFulfilment(order, change, who.getName(), clock.instant()),
        receipt(order, "CHANGING"));
  }

  @PostMapping("/hold")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'finance', 'integration')")
  @Operation(
      summary = "Hold an order",
      description =
          "Nothing new is begun at the ERP or the logistics provider until it is released, and the"
              + " provider is asked to keep back what it has not shipped; what is under way"
              + " finishes.")
  ResponseEntity<Receipt> hold(
      @PathVariable String orderId, @Valid @RequestBody Reason request, Authentication who) {
    var order = new OrderId(orderId);
    orders.require(order);
    return intake.accept(
        new HoldFulfilment(order, request.reason(), who.getName(), clock.instant()),
        receipt(order, "HELD"));
  }

  @PostMapping("/release")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'finance', 'integration')")
  @Operation(summary = "Release an order that is held")
  ResponseEntity<Receipt> release(
      @PathVariable String orderId, @Valid @RequestBody Reason request, Authentication who) {
    var order = new OrderId(orderId);
    orders.require(order);
    return intake.accept(
        new ReleaseFulfilment(order, request.reason(), who.getName(), clock.instant()),
        receipt(order, "RELEASED"));
  }

  @PostMapping("/subscription")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration')")
  @Operation(
      summary = "Change or cancel a subscription",
      description =
          "Once the ERP has taken the order. What is invoiced already is charged or credited to the"
              + " day, to the cent; the order's subscriptions tell what came of it. A line that is"
              + " not yet with the ERP is changed with the order.")
  ResponseEntity<Receipt> subscription(
      @PathVariable String orderId,
      @Valid @RequestBody SubscriptionRequest request,
      Authentication who) {
    var order = new OrderId(orderId);
    orders.require(order);
    return intake.accept(
        new ChangeSubscription(
            order, request.line(), request.wish(), who.getName(), clock.instant()),
        receipt(
            order,
            switch (request.action()) {
              case CHANGE -> "CHANGING";
              case CANCEL -> "CANCELLED";
            }));
  }

  private static ResponseEntity<Receipt> receipt(OrderId order, String status) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/orders/" + order))
        .body(new Receipt(order.value(), status));
  }
}
