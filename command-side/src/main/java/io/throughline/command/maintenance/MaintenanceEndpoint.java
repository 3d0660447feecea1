package io.throughline.command.maintenance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.maintenance.MaintenanceCommand.AnnounceMaintenance;
import io.throughline.command.maintenance.MaintenanceCommand.CallOffMaintenance;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.command.platform.maintenance.Window;
import io.throughline.command.platform.maintenance.Window.Source;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.event.MaintenanceEvent.MaintenanceAnnounced;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When other systems are maintained, over HTTP. */
@RestController
@RequestMapping("/api/v1/operations/maintenance")
@Tag(name = "Maintenance")
@PreAuthorize("denyAll()")
class MaintenanceEndpoint {
  private final Intake intake;
  private final AnnouncedWindows announced;
  private final Maintenance maintenance;
  private final Accounts accounts;
  private final BusinessClock clock;

  MaintenanceEndpoint(
      Intake intake,
      AnnouncedWindows announced,
      Maintenance maintenance,
      Accounts accounts,
      BusinessClock clock) {
    this.intake = intake;
    this.announced = announced;
    this.maintenance = maintenance;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Schema(name = "Maintenance")
  record AnnouncementRequest(
      @Schema(description = "The ERP account or logistics provider", example = "netsuite") @NotBlank
          String account,
      @Schema(description = "In business time, UTC; now unless given") @Nullable Instant from,
      @Schema(description = "When it is to be there again; in business time, UTC") @NotNull
          Instant until,
      @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "MaintenanceReceipt")
  record Receipt(String account, String windowId) {}

  @Schema(name = "MaintenanceWindow")
  record WindowShown(
      String account,
      Accounts.Kind kind,
      @Schema(description = "Who says so: configuration, an operator, the system itself")
          Source source,
      Instant from,
      Instant until,
      @Schema(description = "Whether calls are held now") boolean open,
      @Schema(description = "By which it is called off, where it was announced")
          @Nullable String windowId,
      @Nullable String reason) {}

  @PostMapping
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(
      summary = "Announce that an account will be maintained",
      description =
          "Nothing is asked of it meanwhile: steps wait and no try counts, people hear until when."
              + " Afterwards what waited goes on, the oldest first.")
  ResponseEntity<Receipt> announce(
      @Valid @RequestBody AnnouncementRequest request,
      @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
      Authentication who) {
    var account = accounts.require(request.account());
    var now = clock.instant();
    var from = Optional.ofNullable(request.from()).orElse(now);
    var id = UUID.nameUUIDFromBytes((who.getName() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    var answer =
        intake.accept(
            new AnnounceMaintenance(
                account,
                id.toString(),
                from,
                request.until(),
                request.reason(),
                who.getName(),
                now),
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/maintenance"))
                .body(new Receipt(account, id.toString())));
    announced.look();
    return answer;
  }

  @PostMapping("/{account}/{windowId}/calling-off")
  @PreAuthorize("hasAnyRole('operations', 'integration')")
  @Operation(
      summary = "Call announced maintenance off, or say that it is over before its time",
      description = "What waited goes on at once.")
  ResponseEntity<Receipt> callOff(
      @PathVariable String account, @PathVariable String windowId, Authentication who) {
    var answer =
        intake.accept(
            new CallOffMaintenance(
                accounts.require(account), windowId, who.getName(), clock.instant()),
            ResponseEntity.accepted().body(new Receipt(account, windowId)));
    announced.look();
    return answer;
  }

  @GetMapping
  @PreAuthorize("hasAnyRole('sales', 'operations', 'finance', 'analyst', 'integration')")
  @Operation(summary = "List the maintenance that is under way or to come")
  List<WindowShown> list() {
    var now = clock.instant();
    return accounts.names().stream()
        .flatMap(account -> maintenance.ahead(account).stream())
        .map(window -> shown(window, now))
        .toList();
  }

  private WindowShown shown(Window window, Instant now) {
    var announcement =
        window.source() == Source.ANNOUNCED
            ? announced.of(window.account()).stream()
                .filter(it -> it.from().equals(window.from()) && it.until().equals(window.until()))
                .findFirst()
            : Optional.<MaintenanceAnnounced>empty();
    return new WindowShown(
        window.account(),
        accounts.kindOf(window.account()),
        window.source(),
        window.from(),
        window.until(),
        !now.isBefore(window.from()),
        announcement.map(MaintenanceAnnounced::windowId).orElse(null),
        announcement.map(MaintenanceAnnounced::reason).orElse(null));
  }
}
