package io.throughline.command.approvals;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.event.ApprovalEvent;

/** Somebody has decided, or the request has lapsed. */
public final class DecidedAlready extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  DecidedAlready(ApprovalEvent outcome) {
    super(
        "decided-already",
        outcome.approvalId() + " was decided or lapsed on " + outcome.at() + ": ask anew.");
  }
}
