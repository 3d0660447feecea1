package io.throughline.command.architecture.violating.fulfilment;

import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.Finding;
import java.util.Map;

/** Breaks the rule that findings state what is in the list. */
public class StatesWhatItLikes {
  Finding finding() {
    return new Finding(Cause.AMOUNT_DIFFERS, null, "It differs.", Map.of("by", "1.00"));
  }
}
