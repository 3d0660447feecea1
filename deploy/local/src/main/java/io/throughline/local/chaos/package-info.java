/**
 * Orders under adversity: the run lives in a JVM of its own and is killed again and again, while
 * the simulated systems live on beside it and remember what really happened ({@code Chaos -> Life,
 * World; Books -> Invariants -> ChaosReport}).
 */
@NullMarked
package io.throughline.local.chaos;

import org.jspecify.annotations.NullMarked;
