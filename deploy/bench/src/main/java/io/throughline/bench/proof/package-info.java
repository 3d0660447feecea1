/**
 * What the proof of the log is put through: tampering with a real database, forging what the
 * verifier is given, and the pace of looking at all of a long log.
 *
 * <p>{@code LogDatabase, MadeEvents -> TamperTrial, ForgeryTrial, AuditSuite}
 */
@NullMarked
package io.throughline.bench.proof;

import org.jspecify.annotations.NullMarked;
