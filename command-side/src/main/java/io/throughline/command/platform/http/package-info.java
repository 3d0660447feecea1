/**
 * How adapters speak HTTP: bounded in time and in number, within the trace, and never throwing for
 * what the network does. A call that is not made at all is a {@code CallHeld}: nothing happened.
 */
@NullMarked
package io.throughline.command.platform.http;

import org.jspecify.annotations.NullMarked;
