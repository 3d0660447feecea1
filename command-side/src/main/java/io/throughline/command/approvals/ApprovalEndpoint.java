package io.throughline.command.approvals;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.approvals.ApprovalCommand.DecideApproval;
import io.throughline.command.eventstore.EventLog;
import io.throughline.command.platform.Callers;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.approval.ApprovalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second person's word over HTTP. Who may decide on what is the subject's own to say. */
@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "Approvals")
class ApprovalEndpoint {
  private final Intake intake;
  private final EventLog log;
  private final BusinessClock clock;

  ApprovalEndpoint(Intake intake, EventLog log, BusinessClock clock) {
    this.intake = intake;
    this.log = log;
    this.clock = clock;
  }

  enum Decision {
    APPROVE,
    REFUSE
  }

  @Schema(name = "Decision")
  record DecisionRequest(@NotNull Decision decision, @NotBlank @Size(max = 500) String reason) {}

  @Schema(name = "DecisionReceipt")
  record Receipt(String approvalId, Decision decision) {}

  @PostMapping("/{approvalId}")
  @Operation(
      summary = "Approve or refuse what somebody else asked for",
      description =
          "Never by whoever asked. What is approved is carried out by itself; the same decision"
              + " may be sent again.")
  ResponseEntity<Receipt> decide(
      @PathVariable String approvalId,
      @Valid @RequestBody DecisionRequest request,
      Authentication who) {
    var approval = known(approvalId);
    return intake.accept(
        new DecideApproval(
            approval,
            request.decision() == Decision.APPROVE,
            request.reason(),
            who.getName(),
            Callers.rolesOf(who),
            clock.instant()),
        ResponseEntity.accepted().body(new Receipt(approval.value(), request.decision())));
  }

  private ApprovalId known(String given) {
    ApprovalId id;
    try {
      id = new ApprovalId(given);
    } catch (IllegalArgumentException e) {
      throw new UnknownApproval(given);
    }
    if (log.of("approval/" + id).isEmpty()) {
      throw new UnknownApproval(given);
    }
    return id;
  }
}
