/**
 * The arithmetic by which the log is proven to somebody who does not trust us: each event's hash,
 * the Merkle tree over them (RFC 6962), and checkpoints signed as C2SP notes. It needs the JDK
 * alone, so that the verifier that is built from it stays small.
 *
 * <p>{@code LoggedEvent -> EventHash.link -> TreeHash.leaf -> Frontier -> Checkpoint ->
 * SignedCheckpoint}
 */
@NullMarked
package io.throughline.kernel.proof;

import org.jspecify.annotations.NullMarked;
