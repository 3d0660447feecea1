package io.throughline.command.fulfilment;

import io.throughline.command.platform.BusinessRefusal;
import io.throughline.kernel.fulfilment.ExceptionId;
import io.throughline.kernel.fulfilment.Remedy;
import java.util.List;
import java.util.stream.Collectors;

/** The exception has other remedies. */
public final class RemedyNotOffered extends BusinessRefusal {
  private static final long serialVersionUID = 1L;

  RemedyNotOffered(ExceptionId id, Remedy remedy, List<Remedy> offered) {
    super(
        "remedy-not-offered",
        "The remedy "
            + remedy.wireName()
            + " does not mend "
            + id
            + ". Offered: "
            + offered.stream().map(Remedy::wireName).collect(Collectors.joining(", "))
            + ".");
  }
}
