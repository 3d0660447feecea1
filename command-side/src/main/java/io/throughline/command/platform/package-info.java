/**
 * What every package of the command side stands on: the clock, security, problem documents,
 * tracing, and the shape of another system's answer.
 */
@NullMarked
package io.throughline.command.platform;

import org.jspecify.annotations.NullMarked;
