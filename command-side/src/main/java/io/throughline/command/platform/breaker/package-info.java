/**
 * Leaves a system alone that does not answer: calls to it are held until a probe gets through, and
 * then whatever waited is woken.
 *
 * <p>{@code Caller -> Breaker -> (closed) -> TaskPools}
 */
@NullMarked
package io.throughline.command.platform.breaker;

import org.jspecify.annotations.NullMarked;
