/**
 * Proves the log to whoever asks: looks at all of it and says what it found, or hands out parts of
 * it that prove themselves.
 *
 * <p>{@code AuditedLog -> Verification -> Verdict}; {@code AuditedLog -> Export -> a pack}; {@code
 * AuditedLog -> Proofs -> EventProof, GrowthProof}
 */
@NullMarked
package io.throughline.command.eventstore.audit;

import org.jspecify.annotations.NullMarked;
