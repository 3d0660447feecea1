package io.throughline.command.system;

import java.time.Duration;
import java.time.Instant;

/**
 * A fact as a system told it.
 *
 * @param source the account
 * @param asOf when it was told (business time, UTC)
 * @param age since then (wall time)
 * @param isStale it should have been asked for again, and there was no answer
 */
record Known<T>(T value, String source, Instant asOf, Duration age, boolean isStale) {}
