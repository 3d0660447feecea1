package io.throughline.command.bulk;

import io.throughline.command.platform.NotAllowed;
import io.throughline.kernel.Role;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.stream.Collectors;

/** Whoever asks has no role that may apply the remedy to even one. */
public final class NotForMany extends NotAllowed {
  private static final long serialVersionUID = 1L;

  NotForMany(Remedy remedy) {
    super(
        "The remedy "
            + remedy.wireName()
            + " needs one of the roles "
            + remedy.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(", "))
            + ".");
  }
}
