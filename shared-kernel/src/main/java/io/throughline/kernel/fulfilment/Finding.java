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

  /** What is found now; the constructor is for what was recorded, whatever that names. */
  public static Finding of(
      Cause cause, @Nullable LineId lineId, String message, Map<Condition, String> values) {
    var named =
        values.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(it -> it.getKey().named(), Map.Entry::getValue));
    return new Finding(cause, lineId, message, named);
  }

  /** The same, for another cause. */
  public Finding as(Cause other) {
    return new Finding(other, lineId, message, values);
  }

  /** The same, about this line; null: about none. */
  public Finding at(@Nullable LineId line) {
    return new Finding(cause, line, message, values);
  }

  /** What is left of it once its key is gone. */
  public Finding erased() {
    var erased =
        values.keySet().stream().collect(Collectors.toUnmodifiableMap(it -> it, _ -> Erased.TEXT));
    return new Finding(cause, lineId, Erased.TEXT, erased);
  }
}
