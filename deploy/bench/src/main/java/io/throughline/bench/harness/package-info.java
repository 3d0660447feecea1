/**
 * Measuring beside a peer: contenders take turns within one run, and what counts is the ratio of
 * their rounds, for machines are shared and noisy.
 *
 * <p>{@code Comparison -> Interleaved -> Result -> Report}
 */
@NullMarked
package io.throughline.bench.harness;

import org.jspecify.annotations.NullMarked;
