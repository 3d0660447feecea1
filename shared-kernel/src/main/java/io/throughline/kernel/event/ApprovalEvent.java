package io.throughline.kernel.event;

import io.throughline.kernel.CustomerId;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import io.throughline.kernel.privacy.Personal;
import java.time.Instant;
import java.util.Optional;

/** What came of a request that needs two people. */
public sealed interface ApprovalEvent extends Event {

  ApprovalId approvalId();

  Subject subject();

  @Override
  default Optional<CustomerId> customer() {
    return subject().customer();
  }

  /**
   * Somebody asked.
   *
   * @param actor who, as an opaque id
   * @param expiresAt when the request lapses, in business time (UTC)
   */
  record ApprovalRequested(
      ApprovalId approvalId,
      Subject subject,
      @Personal String reason,
      String actor,
      Instant expiresAt,
      Instant at)
      implements ApprovalEvent {}

  /**
   * A second person agreed.
   *
   * @param actor who, as an opaque id
   */
  record ApprovalGranted(
      ApprovalId approvalId, Subject subject, @Personal String reason, String actor, Instant at)
      implements ApprovalEvent {}

  /**
   * A second person did not agree.
   *
   * @param actor who, as an opaque id
   */
  record ApprovalRefused(
      ApprovalId approvalId, Subject subject, @Personal String reason, String actor, Instant at)
      implements ApprovalEvent {}

  /** Nobody decided in time. */
  record ApprovalExpired(ApprovalId approvalId, Subject subject, Instant at)
      implements ApprovalEvent {}
}
