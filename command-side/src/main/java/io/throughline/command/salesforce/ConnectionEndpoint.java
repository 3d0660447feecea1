package io.throughline.command.salesforce;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the connection to the org is, and what of it waits for somebody. */
@RestController
@RequestMapping("/api/v1/operations/salesforce")
@Tag(name = "Salesforce")
@PreAuthorize("hasAnyRole('operations', 'integration')")
@ConditionalOnProperty("throughline.salesforce.login-url")
class ConnectionEndpoint {
  private static final int MOST = 200;

  private final TakenIntents intents;
  private final Accounts accounts;
  private final OrderStatuses orders;
  private final CustomerNews customers;

  ConnectionEndpoint(
      TakenIntents intents, Accounts accounts, OrderStatuses orders, CustomerNews customers) {
    this.intents = intents;
    this.accounts = accounts;
    this.orders = orders;
    this.customers = customers;
  }

  @Schema(name = "SalesforceConnection")
  record Connection(
      @Schema(description = "How many intents were TAKEN, REFUSED, or are WAITING")
          Map<String, Integer> intents,
      @Schema(description = "Intents that wait, and those whose answer the org does not take")
          List<Map<String, @Nullable Object>> intentTroubles,
      @Schema(description = "Accounts that cannot be customers as they are")
          List<Map<String, @Nullable Object>> accountTroubles,
      @Schema(description = "Orders of which the org has not been told the latest") int behind,
      @Schema(description = "Orders whose status the org does not take")
          List<Map<String, @Nullable Object>> orderTroubles,
      @Schema(description = "Customers whose accounts have not been told the latest")
          int customersBehind,
      @Schema(description = "Customers whose accounts the org does not let be changed")
          List<Map<String, @Nullable Object>> customerTroubles) {}

  @Schema(name = "SalesforceRetry")
  record Retried(
      @Schema(description = "How many orders, intents and customers are told anew") int told) {}

  @GetMapping
  @Operation(summary = "Show how the connection to Salesforce is", description = "At most 200 each")
  Connection show() {
    return new Connection(
        intents.counts(),
        intents.troubles(MOST),
        accounts.troubles(MOST),
        orders.behind(),
        orders.troubles(MOST),
        customers.behind(),
        customers.troubles(MOST));
  }

  @PostMapping("/retry")
  @PreAuthorize("hasRole('operations')")
  @Operation(summary = "Send Salesforce anew what it did not take")
  Retried retry() {
    return new Retried(orders.forgive() + intents.forgive() + customers.forgive());
  }
}
