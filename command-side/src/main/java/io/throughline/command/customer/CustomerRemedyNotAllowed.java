package io.throughline.command.customer;

import io.throughline.command.platform.NotAllowed;
import io.throughline.kernel.Role;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.stream.Collectors;

/** The remedy is for somebody with another role. */
public final class CustomerRemedyNotAllowed extends NotAllowed {
  private static final long serialVersionUID = 1L;

  CustomerRemedyNotAllowed(Remedy remedy) {
    super(
        "The remedy "
            + remedy.wireName()
            + " needs one of the roles "
            + remedy.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(", "))
            + ".");
  }
}
