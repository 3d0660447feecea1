package io.throughline.command.approvals;

import io.throughline.command.platform.NotKnown;

/** Nobody asked for such an approval. */
public final class UnknownApproval extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownApproval(String given) {
    super("There is no approval " + given + ".");
  }
}
