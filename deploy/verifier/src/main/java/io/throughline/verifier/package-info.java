/**
 * A program of its own that checks a pack or a proof with nothing but the file and the public key
 * it is given: no database, no network, no configuration. It refuses whatever is not exactly as it
 * should be, in one line.
 *
 * <p>{@code --pack DIR --key FILE -> PackCheck -> Statement}; {@code --proof FILE --key FILE ->
 * ProofCheck -> Statement}
 */
@NullMarked
package io.throughline.verifier;

import org.jspecify.annotations.NullMarked;
