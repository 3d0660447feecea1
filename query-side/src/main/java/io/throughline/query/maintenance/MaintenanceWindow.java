package io.throughline.query.maintenance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an account is not asked anything.
 *
 * @param kind {@code ERP} or {@code CARRIER}
 * @param source {@code CONFIGURED}, {@code ANNOUNCED}, or {@code SAID} by the system itself
 * @param from business time, UTC
 * @param until when it is to be there again; business time, UTC
 * @param open whether it is in it now
 */
public record MaintenanceWindow(
    String account,
    String kind,
    String source,
    Instant from,
    Instant until,
    boolean open,
    @Nullable String windowId,
    @Nullable String reason) {}
