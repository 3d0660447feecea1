/**
 * Trying to break what must hold: kills, gaps, tampering, forgeries, as often as one likes and each
 * time the same way for the same seed.
 */
@NullMarked
package io.throughline.bench.trial;

import org.jspecify.annotations.NullMarked;
