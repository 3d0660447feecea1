package io.throughline.command.sale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.order.OrderRequest;
import io.throughline.command.order.SaleChecks;
import io.throughline.command.platform.web.OwnSales;
import io.throughline.command.sale.DraftCheck.Result;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.OrderId;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the ERP would say of an order, for somebody who waits at a screen. */
@RestController
@Tag(name = "Orders")
class DraftEndpoint {
  private static final long LONGEST_WAIT = 30;

  private final DraftChecks checks;

  DraftEndpoint(DraftChecks checks) {
    this.checks = checks;
  }

  @Schema(name = "DraftChecks")
  record Checked(
      String orderId,
      @Schema(description = "Whether the ERP would take it, as far as it has answered in full")
          boolean possible,
      List<DraftCheck> checks) {}

  @PostMapping("/api/v1/orders/checks")
  @PreAuthorize("hasAnyRole('sales', 'operations', 'integration', 'partner')")
  @Operation(
      summary = "Ask whether an order would go through",
      description =
          "Credit, price, availability and tax, each answered by itself. A check that the ERP does"
              + " not answer within wait seconds says NOT_KNOWN_YET. Nothing is stored, and an"
              + " Idempotency-Key has no meaning here.")
  Checked check(
      @Valid @RequestBody OrderRequest draft,
      @Parameter(description = "Seconds to wait at most, 1 to 30")
          @RequestParam(name = "wait", defaultValue = "3")
          long wait) {
    if (wait < 1 || wait > LONGEST_WAIT) {
      throw new IllegalArgumentException(
          "wait is a number of seconds from 1 to " + LONGEST_WAIT + ", not " + wait + ".");
    }
    OwnSales.require(draft.partnerId());
    var sale = draft.terms();
    SaleChecks.check(sale);
    var order = ErpOrder.of(new OrderId(draft.orderId()), new CustomerId(draft.customerId()), sale);
    var answers = checks.of(order, Duration.ofSeconds(wait));
    return new Checked(
        order.orderId().value(),
        answers.stream()
            .map(DraftCheck::result)
            .allMatch(it -> it == Result.PASSED || it == Result.BACK_ORDERED),
        answers);
  }
}
