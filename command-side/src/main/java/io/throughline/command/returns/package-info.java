/**
 * Returns over HTTP: asked for, withdrawn, inspected. What becomes of them is the process's.
 *
 * <p>{@code ReturnEndpoint -> RequestReturn, WithdrawReturn, InspectReturn -> ReturnRequested -> …
 * -> ReturnClosed}
 */
@NullMarked
package io.throughline.command.returns;

import org.jspecify.annotations.NullMarked;
