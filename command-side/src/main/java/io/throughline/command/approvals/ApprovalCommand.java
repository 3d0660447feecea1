package io.throughline.command.approvals;

import io.throughline.kernel.Role;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an approval. Every command may be sent twice without harm. */
sealed interface ApprovalCommand {

  ApprovalId approvalId();

  /** In business time (UTC). */
  Instant at();

  @TargetAggregateIdentifier
  default String aggregateId() {
    return "approval/" + approvalId();
  }

  /**
   * Ask for a second person's word.
   *
   * @param actor who asks, as an opaque id
   * @param roles of whoever asks
   * @param expiresAt when the request lapses (business time, UTC)
   */
  record RequestApproval(
      ApprovalId approvalId,
      Subject subject,
      String reason,
      String actor,
      Set<Role> roles,
      Instant expiresAt,
      Instant at)
      implements ApprovalCommand {}

  /**
   * Say yes or no.
   *
   * @param actor who decides, as an opaque id
   * @param roles of whoever decides
   */
  record DecideApproval(
      ApprovalId approvalId,
      boolean approved,
      String reason,
      String actor,
      Set<Role> roles,
      Instant at)
      implements ApprovalCommand {}

  /** Its time is up, unless somebody has decided. */
  record ExpireApproval(ApprovalId approvalId, Instant at) implements ApprovalCommand {}
}
