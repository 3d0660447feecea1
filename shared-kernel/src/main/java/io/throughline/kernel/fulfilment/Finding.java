package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;
import io.throughline.kernel.privacy.Erased;
import io.throughline.kernel.privacy.Personal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that another system found wrong.
 *
 * @param lineId the order line it concerns, if it concerns one
 * @param message one sentence for a person
 * @param values the data condition: what was compared with what, as text; under {@code answer} what
 *     the other system said of it, in its own words
 */
public record Finding(
    Cause cause,
    @Nullable LineId lineId,
    @Personal String message,
    @Personal Map<String, String> values) {

  /** What is left of it once its key is gone. */
  public Finding erased() {
    var erased =
        values.keySet().stream().collect(Collectors.toUnmodifiableMap(it -> it, _ -> Erased.TEXT));
    return new Finding(cause, lineId, Erased.TEXT, erased);
  }
}
