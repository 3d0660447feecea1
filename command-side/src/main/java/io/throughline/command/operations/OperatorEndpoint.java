package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.approvals.FourEyes;
import io.throughline.command.erp.Erps;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.PauseOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RerouteStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.ResumeOrder;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.RetryStep;
import io.throughline.command.fulfilment.FulfilmentCommand.OperatorCommand.SkipStep;
import io.throughline.command.logistics.Carriers;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.fulfilment.Detour;
import io.throughline.kernel.fulfilment.StepId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What operators do to an order on its way, besides the remedies of its exceptions, over HTTP. */
@RestController
@RequestMapping("/api/v1/operations/orders/{orderId}")
@Tag(name = "Operations")
class OperatorEndpoint {
  private final Intake intake;
  private final FourEyes fourEyes;
  private final OrdersOnTheirWay orders;
  private final Erps erps;
  private final Carriers carriers;
  private final BusinessClock clock;

  OperatorEndpoint(
      Intake intake,
      FourEyes fourEyes,
      OrdersOnTheirWay orders,
      Erps erps,
      Carriers carriers,
      BusinessClock clock) {
    this.intake = intake;
    this.fourEyes = fourEyes;
    this.orders = orders;
    this.erps = erps;
    this.carriers = carriers;
    this.clock = clock;
  }

  @Schema(name = "OperatorReason")
  record OrderRequest(@NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "OperatorStep")
  record StepRequest(
      @Schema(description = "As the order's exceptions and pendingSteps name it") @NotBlank
          String stepId,
      @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "Reroute")
  record RerouteRequest(
      @NotBlank String stepId,
      @NotNull To to,
      @Schema(description = "The provider or the ERP account, as configured") @Nullable String name,
      @NotBlank @Size(max = 500) String reason) {
    enum To {
      PROVIDER,
      OTHER_WAREHOUSE,
      ERP
    }
  }

  @Schema(name = "Injection")
  record InjectionRequest(
      @NotBlank String stepId,
      @Schema(description = "What is to be different in the order's terms: an RFC 7396 merge patch")
          @NotNull
          JsonNode patch,
      @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "OperatorReceipt")
  record Receipt(String orderId, String action) {}

  @Schema(name = "InjectionReceipt")
  record InjectionReceipt(
      String orderId,
      @Schema(description = "By which a second person decides: POST /api/v1/approvals/{id}")
          String approvalId) {}

  @PostMapping("/pause")
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(
      summary = "Pause an order",
      description = "Nothing more of it is begun until it is resumed; what is under way finishes.")
  ResponseEntity<Receipt> pause(
      @PathVariable String orderId, @Valid @RequestBody OrderRequest request, Authentication who) {
    var order = orders.require(orderId);
    return accepted(
        new PauseOrder(order, request.reason(), who.getName(), clock.instant()), "PAUSED");
  }

  @PostMapping("/resume")
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(summary = "Let a paused order go on")
  ResponseEntity<Receipt> resume(
      @PathVariable String orderId, @Valid @RequestBody OrderRequest request, Authentication who) {
    var order = orders.require(orderId);
    return accepted(
        new ResumeOrder(order, request.reason(), who.getName(), clock.instant()), "RESUMED");
  }

  @PostMapping("/retry")
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(
      summary = "Have a step done again",
      description = "One that is parked, or under way and not to be waited for.")
  ResponseEntity<Receipt> retry(
      @PathVariable String orderId, @Valid @RequestBody StepRequest request, Authentication who) {
    var order = orders.require(orderId);
    return accepted(
        new RetryStep(
            order, step(order, request.stepId()), request.reason(), who.getName(), clock.instant()),
        "RETRIED");
  }

  @PostMapping("/skip")
  @PreAuthorize("hasRole('operations')")
  @Operation(
      summary = "Take a step for done",
      description =
          "Because somebody did it by hand: recording an item fulfilment, holding or releasing a"
              + " shipment, closing the sales order, waiting for the ship day.")
  ResponseEntity<Receipt> skip(
      @PathVariable String orderId, @Valid @RequestBody StepRequest request, Authentication who) {
    var order = orders.require(orderId);
    return accepted(
        new SkipStep(
            order, step(order, request.stepId()), request.reason(), who.getName(), clock.instant()),
        "SKIPPED");
  }

  @PostMapping("/reroute")
  @PreAuthorize("hasRole('operations')")
  @Operation(
      summary = "Have a parked step carried out elsewhere",
      description =
          "A shipment by another provider or from other warehouses, a new order in another ERP"
              + " account. Only after a definite no.")
  ResponseEntity<Receipt> reroute(
      @PathVariable String orderId,
      @Valid @RequestBody RerouteRequest request,
      Authentication who) {
    var order = orders.require(orderId);
    return accepted(
        new RerouteStep(
            order,
            step(order, request.stepId()),
            detour(request),
            request.reason(),
            who.getName(),
            clock.instant()),
        "REROUTED");
  }

  @PostMapping("/injection")
  @Operation(
      summary = "Ask for a parked step to be carried out on corrected terms",
      description = "A second person decides; what is approved is carried out by itself.")
  ResponseEntity<InjectionReceipt> inject(
      @PathVariable String orderId,
      @Valid @RequestBody InjectionRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var order = orders.require(orderId);
    var before = orders.termsOf(order);
    var subject =
        new Subject.InjectPayload(
            orders.customerOf(order),
            step(order, request.stepId()),
            TermsPatch.applied(before, request.patch()));
    return fourEyes.ask(
        subject,
        request.reason(),
        who,
        key,
        approval ->
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/approvals/" + approval))
                .body(new InjectionReceipt(order.value(), approval.value())));
  }

  private Detour detour(RerouteRequest request) {
    return switch (request.to()) {
      case PROVIDER ->
          new Detour.ToProvider(known(request.name(), carriers.names(), "logistics provider"));
      case ERP -> new Detour.ToErp(known(request.name(), erps.names(), "ERP account"));
      case OTHER_WAREHOUSE -> new Detour.AwayFromWarehouse();
    };
  }

  private static String known(@Nullable String name, Set<String> names, String what) {
    if (name == null || !names.contains(name)) {
      throw new IllegalArgumentException(
          "name must be a connected " + what + ": " + String.join(", ", names) + ".");
    }
    return name;
  }

  private static StepId step(OrderId order, String given) {
    var step = new StepId(given);
    if (!step.orderId().equals(order)) {
      throw new IllegalArgumentException("The step " + given + " is not one of " + order + ".");
    }
    return step;
  }

  private ResponseEntity<Receipt> accepted(OperatorCommand command, String action) {
    return intake.accept(
        command,
        ResponseEntity.accepted()
            .location(URI.create("/api/v1/orders/" + command.orderId()))
            .body(new Receipt(command.orderId().value(), action)));
  }
}
