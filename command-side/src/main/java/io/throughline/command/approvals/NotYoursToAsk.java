package io.throughline.command.approvals;

import io.throughline.command.platform.NotAllowed;
import io.throughline.kernel.Role;
import io.throughline.kernel.approval.Subject;
import java.util.stream.Collectors;

/** Whoever asks has no role that may ask for this. */
public final class NotYoursToAsk extends NotAllowed {
  private static final long serialVersionUID = 1L;

  NotYoursToAsk(Subject subject) {
    super(
        "To ask for this takes one of the roles "
            + subject.requesters().stream()
                .map(Role::wireName)
                .sorted()
                .collect(Collectors.joining(", "))
            + ".");
  }
}
