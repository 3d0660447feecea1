package io.throughline.local.demo;

import io.throughline.kernel.LineId;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.fulfilment.Cause;
import io.throughline.kernel.fulfilment.ExceptionId;
import java.util.Optional;

/**
 * An open exception: its order waits for a person.
 *
 * @param lineId the order line that the first finding concerns, if it concerns one
 */
public record ParkedException(
    ExceptionId id, OrderId orderId, Cause cause, Optional<LineId> lineId) {}
