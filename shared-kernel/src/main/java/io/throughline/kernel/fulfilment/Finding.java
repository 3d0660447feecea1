package io.throughline.kernel.fulfilment;

import io.throughline.kernel.LineId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that another system found wrong.
 *
 * @param lineId the order line it concerns, if it concerns one
 * @param message one sentence for a person
 * @param values the data condition: what was compared with what, as text
 */
public record Finding(
    Cause cause, @Nullable LineId lineId, String message, Map<String, String> values) {}
