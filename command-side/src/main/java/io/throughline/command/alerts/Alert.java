package io.throughline.command.alerts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An exception that nobody mended in time. It says nothing that leads to a person.
 *
 * @param id the same however often it is told
 * @param cause as in {@code docs/causes.md}
 * @param held the value without tax that waits because of it
 * @param since when it was parked (business time, UTC)
 * @param due when it should have been mended (business time, UTC)
 */
public record Alert(
    String id,
    String exceptionId,
    String orderId,
    String cause,
    String summary,
    String queue,
    BigDecimal held,
    String currency,
    Instant since,
    Instant due) {}
