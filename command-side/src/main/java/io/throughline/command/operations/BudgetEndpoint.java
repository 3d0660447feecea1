package io.throughline.command.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.budget.Budget;
import io.throughline.command.platform.budget.Budgets;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.command.platform.maintenance.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How other systems' budgets stand, as the node that is asked sees them. */
@RestController
@RequestMapping("/api/v1/operations/budgets")
@Tag(name = "Budgets")
@PreAuthorize("hasAnyRole('operations', 'integration')")
class BudgetEndpoint {
  private final Budgets budgets;
  private final Breakers breakers;
  private final Maintenance maintenance;

  BudgetEndpoint(Budgets budgets, Breakers breakers, Maintenance maintenance) {
    this.budgets = budgets;
    this.breakers = breakers;
    this.maintenance = maintenance;
  }

  @Schema(name = "AccountBudget")
  record AccountBudget(
      String account,
      @Schema(description = "Calls at a time over all nodes, as configured") int permits,
      @Schema(description = "Calls at a time over all nodes at the moment; fewer after 429s")
          int allowed,
      @Schema(description = "Permits of the node that answers") int leased,
      @Schema(description = "Seconds for which nobody calls, as the account asked")
          long pauseSeconds,
      @Schema(description = "429s since the node started") long throttled,
      @Schema(description = "closed, open or half_open: open while the account does not answer")
          String breaker,
      @Schema(
              description =
                  "While the account is being maintained: until when (business time, UTC)")
          @Nullable Instant maintenanceUntil,
      List<LaneUse> lanes) {}

  @Schema(name = "LaneUse")
  record LaneUse(
      String lane,
      int inUse,
      int waiting,
      @Schema(description = "Calls not made for want of a permit, since the node started")
          long held) {}

  @GetMapping
  @Operation(summary = "List the budgets of the ERP's and the logistics providers' accounts")
  List<AccountBudget> list() {
    return budgets.all().stream()
        .sorted(Comparator.comparing(Budget::account))
        .map(this::shown)
        .toList();
  }

  private AccountBudget shown(Budget budget) {
    return new AccountBudget(
        budget.account(),
        budget.permits(),
        budget.allowed(),
        budget.leased(),
        budget.pause().toSeconds(),
        budget.throttled(),
        breakers.of(budget.account()).state(),
        maintenance.openWindow(budget.account()).map(Window::until).orElse(null),
        Arrays.stream(Lane.values())
            .map(
                lane ->
                    new LaneUse(
                        lane.tag(), budget.inUse(lane), budget.waiting(lane), budget.held(lane)))
            .toList());
  }
}
