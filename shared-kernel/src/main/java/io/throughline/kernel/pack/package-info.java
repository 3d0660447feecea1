/**
 * What the log is handed out as: packs of events and single proofs, as JSON in exactly one form
 * each, so that no byte of them can be changed unnoticed. Needs a streaming JSON library and
 * nothing else.
 *
 * <p>{@code audit export -> EventLine, PackManifest -> verifier}; {@code audit prove ->
 * EventProof}; {@code audit consistency -> GrowthProof}
 */
@NullMarked
package io.throughline.kernel.pack;

import org.jspecify.annotations.NullMarked;
