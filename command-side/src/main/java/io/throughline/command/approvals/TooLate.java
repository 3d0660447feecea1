package io.throughline.command.approvals;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.event.ApprovalEvent.ApprovalRequested;

/** The request has lapsed. */
public final class TooLate extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  TooLate(ApprovalRequested asked) {
    super(
        "approval-expired", asked.approvalId() + " lapsed on " + asked.expiresAt() + ": ask anew.");
  }
}
