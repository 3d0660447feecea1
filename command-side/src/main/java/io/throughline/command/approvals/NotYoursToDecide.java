package io.throughline.command.approvals;

import io.throughline.command.platform.NotAllowed;
import io.throughline.kernel.Role;
import io.throughline.kernel.approval.Subject;
import java.util.stream.Collectors;

/** Whoever decides has no role that may decide on this. */
public final class NotYoursToDecide extends NotAllowed {
  private static final long serialVersionUID = 1L;

  NotYoursToDecide(Subject subject) {
    super(
        "To decide on this takes one of the roles "
            + subject.approvers().stream()
                .map(Role::wireName)
                .sorted()
                .collect(Collectors.joining(", "))
            + ".");
  }
}
