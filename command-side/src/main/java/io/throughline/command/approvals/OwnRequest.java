package io.throughline.command.approvals;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.approval.ApprovalId;

/** Nobody approves or refuses what they asked for themselves. */
public final class OwnRequest extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  OwnRequest(ApprovalId approvalId) {
    super("own-request", "You asked for " + approvalId + " yourself: somebody else has to decide.");
  }
}
